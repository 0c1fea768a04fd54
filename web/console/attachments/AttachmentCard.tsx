import type { Attachment } from '../api/types.ts';
import { Time } from '../shared/Time.tsx';
import { useAttachmentsTexts } from './texts.ts';

export function AttachmentCard({ attachment }: { attachment: Attachment }) {
  const t = useAttachmentsTexts();
  const { file, original, name, createdBy, takenAt, createdAt, purpose } = attachment;
  const isImage = file.type.startsWith('image/');
  return (
    <figure>
      <a href={file.url} target="_blank" rel="noreferrer">
        {isImage ? (
          <img src={file.url} alt={name ?? t('image', { by: createdBy })} loading="lazy" />
        ) : (
          <span className="attachment-document">{name ?? t('document')}</span>
        )}
      </a>
      <figcaption>
        {name && isImage && <div>{name}</div>}
        <div>
          {purpose === 'evidence' && `${t('asEvidence')} · `}
          {t('by', { by: createdBy })} <Time at={createdAt} />
        </div>
        {takenAt && <div>{t('takenAt', { time: takenAt.replace('T', ' ') })}</div>}
        {original && (
          <a href={original.url} download>
            {t('original')}
          </a>
        )}
      </figcaption>
    </figure>
  );
}
