import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { instant, name, quantity, reason, recordId, verbs } from '../../http/fields.ts';
import { day } from '../law/schema.ts';

/** The eight kinds of evidence. Source: 行政处罚法 46. */
export const evidenceKinds = [
  'documentary',
  'physical',
  'audio-visual',
  'electronic',
  'witness',
  'party-statement',
  'expert-opinion',
  'site-record',
] as const;

export const holdKinds = ['preservation', 'sealing', 'seizure'] as const;
export const custodyActs = ['collected', 'handed-over', 'returned', 'destroyed'] as const;
export const disposals = ['returned', 'confiscated', 'destroyed', 'seized', 'transferred'] as const;

const text = z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2000 characters');
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits');

export const createEvidenceBody = z.strictObject({
  caseId: recordId,
  kind: z.enum(evidenceKinds),
  name,
  description: text,
  obtainedOn: day.optional().meta({ description: 'Absent: today' }),
  place: z.string().trim().min(1).max(200).optional(),
  quantity: quantity.optional(),
  sampleId: recordId.optional().meta({ description: "The laboratory's sample that it is, or that was taken of it" }),
  attachmentId: recordId
    .optional()
    .meta({ description: 'A file of the case; its SHA-256 becomes part of the evidence' }),
  sha256: digest.optional().meta({ description: 'Of a file that is kept elsewhere' }),
  keeper: name.meta({ description: 'Who keeps it' }),
});

export const handOverBody = z.strictObject({
  to: name,
  condition: z.string().trim().min(1).max(200).optional(),
});

export const holdBody = z.strictObject({
  kind: z.enum(holdKinds),
  keeper: name,
  place: z.string().trim().min(1).max(200),
});
export const releaseBody = z.strictObject({ disposal: z.enum(disposals), reason });
export const reasonBody = z.strictObject({ reason });
export const emptyBody = z.strictObject({});

export const listEvidenceQuery = pageQuery.extend({ case: recordId.optional(), held: z.stringbool().optional() });

export const evidenceSchema = z
  .object({
    id: recordId,
    caseId: recordId,
    number: z.int().meta({ description: 'Counted from 1 in its case' }),
    kind: z.enum(evidenceKinds),
    name: z.string(),
    description: z.string(),
    obtainedOn: day,
    place: z.string().optional(),
    quantity: quantity.optional(),
    sampleId: recordId.optional(),
    attachmentId: recordId.optional(),
    sha256: digest.optional(),
    digest: digest.meta({ description: 'SHA-256 over all that was recorded when it was taken up' }),
    custody: z
      .array(
        z.object({
          act: z.enum(custodyActs),
          from: z.string().optional(),
          to: z.string(),
          at: instant,
          by: z.string(),
          condition: z.string().optional(),
        }),
      )
      .meta({ description: 'The chain of custody, oldest first' }),
    hold: z
      .object({
        kind: z.enum(holdKinds),
        from: instant,
        approvedBy: z.string(),
        keeper: z.string(),
        place: z.string(),
        lastDay: day.optional().meta({ description: 'Absent while it is tested: that time does not count' }),
        overdue: z.boolean(),
        extended: z.object({ by: z.string(), at: instant, reason: z.string() }).optional(),
        pauses: z.array(z.object({ from: instant, to: instant.optional(), reason: z.string() })),
        released: z.object({ by: z.string(), at: instant, disposal: z.enum(disposals), reason: z.string() }).optional(),
      })
      .optional(),
    ...verbs,
  })
  .meta({ id: 'CaseEvidence' });
