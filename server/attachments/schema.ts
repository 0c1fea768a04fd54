import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { instant, name, point, reason, recordId, verbs } from '../http/fields.ts';

/** The resources whose records may have files. */
export const attachableResources = [
  'samples',
  'batches',
  'events',
  'producers',
  'warnings',
  'certification-applications',
  'cases',
  'inspections',
  'complaints',
] as const;
export type AttachableResource = (typeof attachableResources)[number];

export const purposes = ['evidence', 'illustration'] as const;

const target = {
  resource: z.enum(attachableResources),
  record: z
    .string()
    .min(1, 'must not be empty')
    .max(64)
    .meta({ description: 'The id of the record; of a batch, its code' }),
};

/** Shown; withdrawn: kept, and shown to nobody who only reads; erased: its bytes are gone. */
export const attachmentStates = ['shown', 'withdrawn', 'erased'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

export const removeAttachmentBody = z.strictObject({ reason });

export const createAttachmentQuery = z.strictObject({
  ...target,
  id: recordId.optional().meta({
    description: 'Made up by a device without network: sending the same file again adds no second one',
  }),
  purpose: z.enum(purposes).meta({ description: 'Of evidence, the original is kept beside what is shown' }),
  name: name.optional().meta({ description: 'What it shows; never used as the name of a file' }),
});

export const listAttachmentsQuery = pageQuery.extend(target);

const storedFile = z.object({
  type: z.string(),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is in a file's pieces must have this size and this SHA-256 (hexadecimal). */
export type StoredFile = z.infer<typeof storedFile>;

export const attachmentSchema = z
  .object({
    id: recordId,
    resource: z.enum(attachableResources),
    record: z.string(),
    purpose: z.enum(purposes),
    name: z.string().optional(),
    file: storedFile.extend({
      width: z.int().optional(),
      height: z.int().optional(),
      url: z.string().meta({ description: 'Where it is served, with the same session' }),
    }),
    original: storedFile.extend({ url: z.string() }).optional(),
    takenAt: z.string().optional().meta({ description: "The camera's own time, with its offset where it wrote one" }),
    place: point.optional().meta({ description: 'Where the camera says it was' }),
    state: z.enum(attachmentStates),
    removals: z
      .array(z.object({ to: z.enum(attachmentStates), at: instant, by: z.string(), reason: z.string() }))
      .meta({ description: 'Who withdrew it, brought it back or erased it, when and why; the newest last' }),
    createdAt: instant,
    createdBy: z.string(),
    ...verbs,
  })
  .meta({ id: 'Attachment' });
