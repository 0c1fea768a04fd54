import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { calibrationStanding } from '../../devices/index.ts';
import { bilingual, instant, name, recordId } from '../../http/fields.ts';
import { method, note } from '../result-schema.ts';
import { confirmations } from '../rules/confirmation.ts';
import { code, planKinds } from '../schema.ts';

const evidenceSchema = z
  .object({
    mayServe: z.boolean(),
    clause: z.string(),
    lacking: z.array(bilingual).meta({ description: 'What the clause asks for and this test has not' }),
  })
  .meta({ id: 'RapidTestEvidence', description: 'Whether it may serve as evidence for a penalty by itself' });

export const rapidTestSchema = z
  .object({
    id: recordId,
    device: z.string().optional().meta({ description: 'Absent: entered by hand' }),
    enteredBy: z.string().optional().meta({ description: 'Absent: its device sent it' }),
    sample: z.string().meta({ description: 'What was tested: a batch code or a sample number' }),
    planKind: z.enum(planKinds).optional().meta({ description: 'Of the sample: what it was drawn for' }),
    batchCode: z.string(),
    analyte: z.string(),
    value: z.string(),
    unit: z.string(),
    method: z.string().optional(),
    valid: z.boolean(),
    invalid: z.string().optional().meta({ description: 'Why it says nothing: its blank or control line failed' }),
    positive: z
      .boolean()
      .nullable()
      .meta({ description: 'null: it is not valid, or there is no rule for this method, so nobody can tell' }),
    evidence: evidenceSchema,
    confirmation: z.enum(confirmations).optional().meta({
      description: 'Of a positive one: whether a laboratory has confirmed it. A hold is lifted by a person alone',
    }),
    confirmedBy: z
      .array(z.object({ id: recordId, number: z.string() }))
      .optional()
      .meta({ description: 'The samples that answer for it: drawn for it, or later and tested for its analyte' }),
    calibration: calibrationStanding.optional(),
    at: instant,
    receivedAt: instant,
    setAside: z
      .object({ by: z.string(), at: instant, reason: z.string() })
      .optional()
      .meta({ description: 'The device was not in order: it counts no more (nonconforming work)' }),
  })
  .meta({ id: 'RapidTest' });

export const createRapidTestBody = z.strictObject({
  sample: code.meta({ description: 'A batch code or a sample number' }),
  analyte: name,
  value: z
    .union([z.number(), z.string().trim().max(40)], 'must be a decimal number')
    .transform(String)
    .refine((text) => /^-?\d+(\.\d+)?$/.test(text), 'must be a decimal number')
    .meta({ description: 'As the method tells it, e.g. an inhibition in %: it is never read as a concentration' }),
  unit: z.string().min(1, 'must name the unit, e.g. %').max(20),
  method: method.meta({ description: 'E.g. GB/T 5009.199-2003' }),
  invalid: note.max(200).optional().meta({
    description:
      'Why the test says nothing, e.g. 质控线未显色 (its blank or control line failed): it is neither positive nor negative',
  }),
  device: z.string().min(1).max(64).optional().meta({ description: 'The rapid tester, when it has an id here' }),
  at: instant.optional().meta({ description: 'When it was measured; absent: now' }),
});

export const listRapidTestsQuery = pageQuery.extend({
  batch: code.optional(),
  device: z.string().max(64).optional(),
  confirmation: z.enum(confirmations).optional().meta({ description: '`wanted`: what nobody has drawn a sample for' }),
});
