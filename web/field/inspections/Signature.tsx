import { type PointerEvent, useRef } from 'react';
import { useTexts } from '../app/texts.ts';
import type { Photo } from '../store/database.ts';
import { keepBlob, pictureOf } from './photos.ts';

interface Props {
  signed: boolean;
  drawn: boolean;
  onDrawn(drawn: boolean): void;
  onSigned(photo: Photo | null): void;
  during(work: Promise<unknown>): void;
}

/** The party's own hand, drawn with a finger; kept as a picture among the photographs. */
export function Signature({ signed, drawn, onDrawn, onSigned, during }: Props) {
  const t = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);

  const pen = () => canvas.current?.getContext('2d');
  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = currentTarget.getBoundingClientRect();
    return [
      ((clientX - box.left) * currentTarget.width) / box.width,
      ((clientY - box.top) * currentTarget.height) / box.height,
    ];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = pen();
    if (!context) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    context.lineWidth = 4;
    context.lineCap = 'round';
    context.strokeStyle = '#111';
    context.beginPath();
    context.moveTo(...pointOf(event));
    onDrawn(true);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return;
    const context = pen();
    context?.lineTo(...pointOf(event));
    context?.stroke();
  };
  const clear = () => {
    const own = canvas.current;
    if (own) pen()?.clearRect(0, 0, own.width, own.height);
    onDrawn(false);
    onSigned(null);
  };
  const keep = () => {
    const own = canvas.current;
    if (!own) return;
    const facts = { item: 'signature', takenAt: new Date().toISOString() };
    during(
      pictureOf(own, 'image/png')
        .then((blob) => keepBlob(blob, facts, t('signature')))
        .then(onSigned),
    );
    onDrawn(false);
  };

  return (
    <section className="card" aria-labelledby="signature">
      <h2 id="signature">{t('signature')}</h2>
      {signed ? (
        <p className="state">✓ {t('signed')}</p>
      ) : (
        <canvas
          ref={canvas}
          width={680}
          height={260}
          className="signature"
          aria-label={t('signatureHint')}
          onPointerDown={begin}
          onPointerMove={draw}
        />
      )}
      <div className="line">
        <button type="button" onClick={clear}>
          {t('clearSignature')}
        </button>
        {!signed && (
          <button type="button" disabled={!drawn} onClick={keep}>
            {t('keepSignature')}
          </button>
        )}
      </div>
    </section>
  );
}
