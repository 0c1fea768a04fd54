import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import type { AttachmentRecord } from './model.ts';
import type { AttachmentState } from './schema.ts';

export type AttachmentVerb = 'withdraw' | 'restore' | 'erase';

interface Transition {
  verb: AttachmentVerb;
  from: AttachmentState;
  to: AttachmentState;
  permission: Permission;
  otherwise: Bilingual;
}

/** The life of a file: shown, then withdrawn with a reason, then perhaps erased. That it was there stays on record. */
export const attachmentTransitions: readonly Transition[] = [
  {
    verb: 'withdraw',
    from: 'shown',
    to: 'withdrawn',
    permission: 'attachments:withdraw',
    otherwise: { zh: '附件已撤回', en: 'the attachment has been withdrawn already' },
  },
  {
    verb: 'restore',
    from: 'withdrawn',
    to: 'shown',
    permission: 'attachments:withdraw',
    otherwise: { zh: '附件不在撤回状态', en: 'the attachment is not one that is withdrawn' },
  },
  {
    verb: 'erase',
    from: 'withdrawn',
    to: 'erased',
    permission: 'attachments:erase',
    otherwise: { zh: '只能删除已撤回的附件内容', en: 'only the content of a withdrawn attachment is erased' },
  },
];

export function transitionOf(verb: AttachmentVerb): Transition {
  const found = attachmentTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`there is no ${verb} of attachments`);
  return found;
}

export function stateOf({ removals = [] }: Pick<AttachmentRecord, 'removals'>): AttachmentState {
  return removals.at(-1)?.to ?? 'shown';
}

/** `null` when the verb is allowed, else why not. */
export function whyRefused(attachment: Pick<AttachmentRecord, 'removals'>, verb: AttachmentVerb): Bilingual | null {
  const { from, otherwise } = transitionOf(verb);
  return stateOf(attachment) === from ? null : otherwise;
}
