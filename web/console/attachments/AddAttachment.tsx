import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { Choice } from '../shared/Choice.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { type Owner, type Purpose, useAttach } from './queries.ts';
import { useAttachmentsTexts } from './texts.ts';

const images = 'image/jpeg,image/png,image/webp';
const purposes: Purpose[] = ['evidence', 'illustration'];

/** Files from the disk, or on a phone straight from its camera. */
export function AddAttachment({ owner }: { owner: Owner }) {
  const t = useAttachmentsTexts();
  const { message } = App.useApp();
  const attach = useAttach(owner);
  const [purpose, setPurpose] = useState<Purpose>('evidence');
  const disk = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  const send = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    attach.mutate({ file, purpose }, { onSuccess: () => message.success(t('attached')) });
    // Else the same file could not be chosen a second time.
    input.value = '';
  };

  return (
    <div className="attach">
      <Choice
        label={t('purpose')}
        value={purpose}
        all={null}
        options={purposes.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => setPurpose(value === 'illustration' ? 'illustration' : 'evidence')}
      />
      <Button className="attach-camera" loading={attach.isPending} onClick={() => camera.current?.click()}>
        {t('photograph')}
      </Button>
      <Button loading={attach.isPending} onClick={() => disk.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={camera}
        type="file"
        accept={images}
        capture="environment"
        hidden
        aria-label={t('photograph')}
        onChange={(event) => send(event.currentTarget)}
      />
      <input
        ref={disk}
        type="file"
        accept={`${images},application/pdf`}
        hidden
        aria-label={t('choose')}
        onChange={(event) => send(event.currentTarget)}
      />
      <p className="under">{t('kinds')}</p>
      {attach.error && <ProblemNote error={attach.error} />}
    </div>
  );
}
