import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../app/texts.ts';
import { type Read, readCode } from './code.ts';

const framesPerSecond = 6;

/** Reads a code by the camera, or by hand; shows what it says before anything is done with it. */
export function ScanPage() {
  const t = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const [blind, setBlind] = useState(false);
  const [read, setRead] = useState<Read | null>(null);

  useEffect(() => {
    if (read) return;
    const ended = new AbortController();
    watch(video, ended.signal, (text) => {
      navigator.vibrate?.(60);
      setRead(readCode(text, location.origin));
    }).catch(() => !ended.signal.aborted && setBlind(true));
    return () => ended.abort();
  }, [read]);

  const typed = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRead(readCode(String(new FormData(event.currentTarget).get('code')), location.origin));
  };

  return (
    <>
      <p>
        <a href="#/">← {t('back')}</a>
      </p>
      <h1>{t('scan')}</h1>
      {blind ? (
        <p className="warn">{t('noCamera')}</p>
      ) : (
        !read && (
          <>
            <video ref={video} muted playsInline className="camera" aria-label={t('scanHint')} />
            <p className="note">{t('scanHint')}</p>
          </>
        )
      )}
      <div role="status">
        {read && (
          <section className="card">
            <h2>{t('scanned')}</h2>
            <p>
              <code>{read.shown}</code>
            </p>
            {read.kind === 'gtin' && !read.checked && <p className="fault">{t('wrongCheck')}</p>}
            {read.kind === 'batch' && (
              <p>
                {read.code && (
                  <a className="button" href={`#/sample/${encodeURIComponent(read.code)}`}>
                    {t('drawSample')}
                  </a>
                )}{' '}
                <a href={read.path} target="_blank" rel="noreferrer">
                  {t('openOnline')}
                </a>
              </p>
            )}
            <button type="button" onClick={() => setRead(null)}>
              {t('scan')}
            </button>
          </section>
        )}
      </div>
      <form className="card" onSubmit={typed}>
        <label>
          {t('codeByHand')}
          <input name="code" required maxLength={500} autoCapitalize="characters" autoComplete="off" />
        </label>
        <button type="submit">{t('openCode')}</button>
      </form>
    </>
  );
}

/** Looks at the camera's picture until there is a code in it, or the signal ends it. */
async function watch(
  video: { current: HTMLVideoElement | null },
  signal: AbortSignal,
  onCode: (text: string) => void,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: 1280 } });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted || !video.current) return stop();
  video.current.srcObject = stream;
  await video.current.play();
  const { codeIn } = await import('./reader.ts');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  while (!signal.aborted && context && video.current) {
    const { videoWidth, videoHeight } = video.current;
    if (videoWidth > 0) {
      [canvas.width, canvas.height] = [videoWidth, videoHeight];
      context.drawImage(video.current, 0, 0);
      const code = await codeIn(context.getImageData(0, 0, videoWidth, videoHeight));
      if (code && !signal.aborted) onCode(code);
    }
    await new Promise((resolve) => setTimeout(resolve, 1000 / framesPerSecond));
  }
}
