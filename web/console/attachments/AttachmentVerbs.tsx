import { Button } from 'antd';
import { useState } from 'react';
import type { Attachment } from '../api/types.ts';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { type AttachmentVerb, useMoveAttachment } from './queries.ts';
import { useAttachmentsTexts } from './texts.ts';

const verbs: readonly AttachmentVerb[] = ['withdraw', 'restore', 'erase'];

/** What may be done with a file now, each with a typed reason. */
export function AttachmentVerbs({ attachment }: { attachment: Attachment }) {
  const t = useAttachmentsTexts();
  const move = useMoveAttachment(attachment);
  const [asked, setAsked] = useState<AttachmentVerb>();
  const open = verbs.filter((verb) => attachment.allowed.includes(verb));
  return (
    <>
      {open.map((verb) => (
        <Button key={verb} size="small" danger={verb === 'erase'} onClick={() => setAsked(verb)}>
          {t(verb)}
        </Button>
      ))}
      {asked && (
        <ReasonDialog
          title={t(asked)}
          onClose={() => setAsked(undefined)}
          onReason={({ reason }) => move.mutateAsync({ verb: asked, reason })}
        />
      )}
    </>
  );
}
