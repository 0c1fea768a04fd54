import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, laboratory, name, recordId, verbs } from '../../http/fields.ts';
import { objectionStates } from './lifecycle.ts';

export const departments = ['sampling-department', 'next-higher'] as const;
/** Whether the re-test comes to the same conclusion as the first result. */
export const conclusions = ['same', 'other'] as const;

const reason = z.string().trim().min(1, 'must not be empty').max(500);

export const raiseBody = z.strictObject({
  sampleId: recordId.optional(),
  rapidTestId: recordId.optional(),
  resultReceivedAt: instant.meta({
    description: 'When whoever was tested received the result: the term runs from then',
  }),
  addressedTo: z.enum(departments).default('sampling-department'),
  reason,
});

export const appointBody = z.strictObject({ laboratory, method: name });

export const retestSampleBody = z.strictObject({
  sealNumber: z.string().min(1).max(40).optional(),
  intact: z.boolean(),
  receivedAt: instant.optional(),
});

export const decideBody = z.strictObject({
  reportNumber: z.string().min(1).max(40),
  conclusion: z.enum(conclusions),
  note: reason.optional(),
});

const termSchema = z
  .object({
    term: z.string(),
    clause: z.string(),
    due: instant.meta({ description: 'The first moment that is too late' }),
    lastDay: z.string(),
    provisional: z.boolean().meta({ description: 'It reaches into a year whose working days are not published yet' }),
  })
  .meta({ id: 'StatutoryTerm' });

export const objectionSchema = z
  .object({
    id: recordId,
    divisionCode,
    batchCode: z.string(),
    sampleId: recordId.optional(),
    rapidTestId: recordId.optional(),
    firstLaboratory: z.string().optional(),
    laboratory: z.string().optional(),
    method: z.string().optional(),
    addressedTo: z.enum(departments),
    state: z.enum(objectionStates),
    reason: z.string(),
    resultReceivedAt: instant,
    raisedAt: instant,
    raisedBy: z.string(),
    term: termSchema,
    inTime: z.boolean(),
    sealNumber: z.string().optional(),
    sampleReceivedAt: instant.optional(),
    reportTerm: termSchema.optional(),
    reportNumber: z.string().optional(),
    conclusion: z.enum(conclusions).optional(),
    decidedAt: instant.optional(),
    overdue: z.boolean().meta({ description: "The re-test's report is, or was, later than the law lets it be" }),
    costs: z.string().optional(),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, reason: z.string().optional() })),
    ...verbs,
  })
  .meta({ id: 'Objection', description: '异议与复检 (农产品质量安全法 51)' });

export const listObjectionsQuery = pageQuery.extend({
  state: z.enum(objectionStates).optional(),
  sample: recordId.optional(),
});
