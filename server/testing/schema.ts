import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { calibrationStanding } from '../devices/index.ts';
import { bilingual, divisionCode, instant, laboratory, name, recordId, verbs } from '../http/fields.ts';

/** 抽样类别 */
export const planKinds = [
  'routine-monitoring',
  'supervised-check',
  'risk-monitoring',
  'self-check',
  'commissioned',
] as const;

/** Only `pass` says that the food keeps a limit; every other word says why not, or why nobody can tell. */
export const verdicts = ['pass', 'fail', 'no-limit', 'not-comparable', 'pending'] as const;

export const sampleStates = ['drawn', 'received', 'in-test', 'reported', 'published'] as const;

const code = z.string().min(1, 'must not be empty').max(40);

export const createSampleBody = z.strictObject({
  batchCode: code,
  planKind: z.enum(planKinds),
  drawnAt: instant.optional(),
  place: name.optional(),
  samplers: z.array(name).max(5).optional(),
  sealNumber: z.string().max(40).optional(),
  laboratory: laboratory.optional(),
});

export const resultValue = z.union(
  [
    z.number().nonnegative('must not be negative'),
    z
      .string()
      .trim()
      .max(40)
      .regex(/^(<\s*(LOQ|LOD|\d+(\.\d+)?)|\d+(\.\d+)?)$/i, 'must be a number, or <LOQ, <LOD or < and a number'),
  ],
  'must be a number, or <LOQ, <LOD or < and a number',
);

export const addResultBody = z.strictObject({
  analyte: name,
  value: resultValue,
  unit: z.string().min(1, 'must name the unit, e.g. mg/kg').max(20),
  method: z.string().max(80).optional(),
  loq: z
    .string()
    .max(40)
    .regex(/^\d+(\.\d+)?$/, 'must be a decimal number')
    .optional(),
});

export const verdictSchema = z
  .object({
    verdict: z.enum(verdicts),
    limit: z.string().optional(),
    unit: z.string().optional(),
    standard: z.string().optional(),
    /** Which version of the standard's data was asked; 0 is the set that comes with the platform. */
    standardVersion: z.number().int().optional(),
    clause: z.string().optional(),
    /** The food of the limit that was applied: the commodity itself or a category above it. */
    food: z.string().optional(),
    banned: z.boolean().optional(),
    decisionRule: z.literal('simple-acceptance').optional(),
    explanation: bilingual,
  })
  .meta({
    id: 'Verdict',
    description: 'Why this result is, or is not, within the limit in force on the day of sampling',
  });

export const resultSchema = z
  .object({
    id: recordId,
    analyte: z.string(),
    value: z.string(),
    unit: z.string(),
    method: z.string().optional(),
    loq: z.string().optional(),
    verdict: verdictSchema,
    enteredBy: z.string(),
    enteredAt: instant,
  })
  .meta({ id: 'Result' });

export const sampleSchema = z
  .object({
    id: recordId,
    number: z.string(),
    batchCode: z.string(),
    productName: z.string(),
    producerName: z.string(),
    divisionCode,
    planKind: z.enum(planKinds),
    laboratory: laboratory.optional(),
    state: z.enum(sampleStates),
    verdict: z.enum(verdicts),
    drawnAt: instant,
    place: z.string().optional(),
    samplers: z.array(z.string()),
    sealNumber: z.string().optional(),
    results: z.array(resultSchema),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant })),
    ...verbs,
  })
  .meta({ id: 'Sample' });

export const listSamplesQuery = pageQuery.extend({
  batch: code.optional(),
  state: z.enum(sampleStates).optional(),
  verdict: z.enum(verdicts).optional(),
});

export const rapidTestSchema = z
  .object({
    id: recordId,
    device: z.string(),
    batchCode: z.string(),
    analyte: z.string(),
    value: z.string(),
    unit: z.string(),
    method: z.string().optional(),
    positive: z.boolean().nullable().meta({ description: 'null: no rule for this method, so nobody can tell' }),
    calibration: calibrationStanding.optional(),
    at: instant,
    receivedAt: instant,
  })
  .meta({ id: 'RapidTest' });

export const listRapidTestsQuery = pageQuery.extend({ batch: code.optional(), device: z.string().max(64).optional() });
