import type { Attachment } from '../api/types.ts';
import { useNamesOfPeople } from '../shared/People.tsx';
import { Time } from '../shared/Time.tsx';
import { AttachmentVerbs } from './AttachmentVerbs.tsx';
import { useAttachmentsTexts } from './texts.ts';

export function AttachmentCard({ attachment }: { attachment: Attachment }) {
  const t = useAttachmentsTexts();
  const { file, original, name, createdBy, takenAt, createdAt, purpose, state } = attachment;
  const [by = createdBy] = useNamesOfPeople([createdBy]);
  const isImage = file.type.startsWith('image/');
  return (
    <figure>
      {state === 'shown' ? (
        <a href={file.url} target="_blank" rel="noreferrer">
          {isImage ? (
            <img src={file.url} alt={name ?? t('image', { by })} loading="lazy" />
          ) : (
            <span className="attachment-document">{name ?? t('document')}</span>
          )}
        </a>
      ) : (
        <Removed attachment={attachment} />
      )}
      <figcaption>
        {name && isImage && <div>{name}</div>}
        <div>
          {purpose === 'evidence' && `${t('asEvidence')} · `}
          {t('by', { by })} <Time at={createdAt} />
        </div>
        {takenAt && <div>{t('takenAt', { time: takenAt.replace('T', ' ') })}</div>}
        {original && state === 'shown' && (
          <a href={original.url} download>
            {t('original')}
          </a>
        )}
        <AttachmentVerbs attachment={attachment} />
      </figcaption>
    </figure>
  );
}

/** Stands where the file was: who took it away, when and why. */
function Removed({ attachment: { state, removals, file, allowed } }: { attachment: Attachment }) {
  const t = useAttachmentsTexts();
  const last = removals.at(-1);
  const [by = ''] = useNamesOfPeople(last ? [last.by] : []);
  return (
    <div className="attachment-document">
      <strong>{t(state === 'erased' ? 'erased' : 'withdrawn')}</strong>
      {last && (
        <div>
          {t('removed', { by, reason: last.reason })} <Time at={last.at} />
        </div>
      )}
      {allowed.includes('restore') && (
        <a href={file.url} target="_blank" rel="noreferrer">
          {t('open')}
        </a>
      )}
    </div>
  );
}
