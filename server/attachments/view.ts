import type { z } from 'zod';
import { decideVerbs } from '../http/fields.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo, noRight } from '../identity/rights/ability.ts';
import { attachmentTransitions, stateOf, whyRefused } from './lifecycle.ts';
import type { AttachmentRecord } from './model.ts';
import type { AttachableResource, attachmentSchema } from './schema.ts';

/** Files are served from a path of their own, which a proxy may put on a host of its own. */
export function attachmentView(attachment: AttachmentRecord, caller: Caller): z.input<typeof attachmentSchema> {
  const id = attachment._id.toHexString();
  const { original, facts, file } = attachment;
  return {
    id,
    resource: attachment.resource as AttachableResource,
    record: attachment.recordId,
    purpose: attachment.purpose,
    ...(attachment.name !== undefined && { name: attachment.name }),
    file: { ...file, url: `/files/${id}` },
    ...(original && { original: { ...original, url: `/files/${id}/original` } }),
    ...(facts?.takenAt !== undefined && { takenAt: facts.takenAt }),
    ...(facts?.place && { place: facts.place }),
    createdAt: attachment.createdAt.toISOString(),
    state: stateOf(attachment),
    removals: (attachment.removals ?? []).map(({ to, at, by, reason }) => ({ to, at: at.toISOString(), by, reason })),
    createdBy: attachment.createdBy,
    ...decideVerbs(attachmentTransitions, ({ verb, permission }) =>
      mayDo(caller, permission, attachment) ? whyRefused(attachment, verb) : noRight,
    ),
  };
}
