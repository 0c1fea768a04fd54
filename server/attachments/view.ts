import type { z } from 'zod';
import type { AttachmentRecord } from './model.ts';
import type { AttachableResource, attachmentSchema } from './schema.ts';

/** Files are served from a path of their own, which a proxy may put on a host of its own. */
export function attachmentView(attachment: AttachmentRecord): z.input<typeof attachmentSchema> {
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
    createdBy: attachment.createdBy,
  };
}
