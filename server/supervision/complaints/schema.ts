import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, name, reason, recordId, verbs } from '../../http/fields.ts';
import { complaintStates } from './lifecycle.ts';

/** 投诉 (a dispute of the complainant's own) and 举报 (a report of a breach): two things by law. */
export const complaintKinds = ['dispute', 'report'] as const;
export const channels = ['online', '12316', '12345', 'visit', 'letter'] as const;

const words = z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2000 characters');

const given = {
  kind: z
    .enum(complaintKinds)
    .meta({ description: 'dispute 投诉: about a loss of your own; report 举报: of a breach' }),
  text: words,
  batchCode: z.string().min(1).max(40).optional().meta({ description: 'As the QR code names it' }),
  divisionCode: divisionCode.optional().meta({ description: 'Where it happened; absent: of the batch, or the city' }),
  complainantName: name.optional().meta({ description: 'Absent: anonymous' }),
  complainantPhone: z
    .string()
    .regex(/^\+?[\d -]{5,20}$/, 'must be a telephone number')
    .optional(),
};

export const submitComplaintBody = z.strictObject(given);
export const recordComplaintBody = z.strictObject({ ...given, channel: z.enum(channels).exclude(['online']) });

export const queryCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-F]{4}(-[0-9A-F]{4}){4}$/, 'must be a query code such as 1A2B-3C4D-5E6F-7081-92A3');
export const statusBody = z.strictObject({ queryCode });

export const assignBody = z.strictObject({ divisionCode, note: words.optional() });
export const acceptBody = z.strictObject({ note: words.optional() });
export const answerBody = z.strictObject({
  text: words.meta({ description: 'What the complainant reads' }),
  justified: z
    .boolean()
    .default(false)
    .meta({ description: 'What was complained of is true 查证属实: a clue for a case opens with the answer' }),
});
export const transferBody = z.strictObject({
  text: words.meta({ description: 'Who is competent and why, as the complainant reads it (农产品质量安全法 56)' }),
});
export const closeBody = z.strictObject({ note: words.optional() });
export const revealBody = z.strictObject({ reason });

export const receivedSchema = z
  .object({ id: recordId, queryCode: z.string(), receivedAt: instant })
  .meta({ id: 'ReceivedComplaint', description: 'The query code is shown this once' });

export const statusSchema = z
  .object({
    kind: z.enum(complaintKinds),
    state: z.enum(complaintStates),
    receivedAt: instant,
    divisionName: z.string().meta({ description: 'Who deals with it' }),
    dueBy: z.string().optional().meta({ description: 'The last day of the deadline that runs' }),
    answer: z.object({ text: z.string(), at: instant }).optional(),
  })
  .meta({ id: 'ComplaintStatus', description: 'What a complainant reads by the query code' });

export const listComplaintsQuery = pageQuery.extend({
  state: z.enum(complaintStates).optional(),
  kind: z.enum(complaintKinds).optional(),
  batch: z.string().max(40).optional(),
  division: divisionCode.optional().meta({ description: 'Those in charge of this division and the ones below it' }),
});

export const complaintSchema = z
  .object({
    id: recordId,
    divisionCode,
    kind: z.enum(complaintKinds),
    channel: z.enum(channels),
    text: z.string(),
    batchCode: z.string().optional(),
    producerId: recordId.optional(),
    anonymous: z.boolean(),
    complainantName: z.string().optional().meta({ description: 'Masked' }),
    complainantPhone: z.string().optional().meta({ description: 'Masked' }),
    state: z.enum(complaintStates),
    receivedAt: instant,
    receivedBy: z.string(),
    answer: z.object({ text: z.string(), at: instant, justified: z.boolean().optional() }).optional(),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, note: z.string().optional() })),
    ...verbs,
  })
  .meta({ id: 'Complaint', description: '投诉举报' });
