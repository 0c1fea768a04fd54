import { useMay } from '../identity/session.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { AddAttachment } from './AddAttachment.tsx';
import { AttachmentCard } from './AttachmentCard.tsx';
import { type Owner, useAttachments } from './queries.ts';
import { useAttachmentsTexts } from './texts.ts';

/** The files of a record, and a way to add some; nothing for whoever may not look at files. */
export function Attachments({ resource, record }: Owner) {
  const t = useAttachmentsTexts();
  const may = useMay();
  const list = useAttachments({ resource, record }, may('attachments:read'));
  if (!may('attachments:read')) return null;
  return (
    <Section title={t('title')}>
      {list.error && <ProblemNote error={list.error} retry={() => list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <p>{t('nothing')}</p>}
      {list.items.length > 0 && (
        <ul className="attachments">
          {list.items.map((attachment) => (
            <li key={attachment.id}>
              <AttachmentCard attachment={attachment} />
            </li>
          ))}
        </ul>
      )}
      {may('attachments:create') && <AddAttachment owner={{ resource, record }} />}
    </Section>
  );
}
