import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual, divisionCode, instant, laboratory, name, quantity, recordId, verbs } from '../http/fields.ts';
import { formerResultSchema, method, note, resultSchema, testSchema } from './result-schema.ts';
/** 抽样类别 */
import { isSampleNumber } from './rules/sample-number.ts';
import { decisionRules, verdicts } from './verdict-schema.ts';

export const planKinds = [
  'routine-monitoring',
  'supervised-check',
  'risk-monitoring',
  'self-check',
  'commissioned',
] as const;
export type PlanKind = (typeof planKinds)[number];

/** Those that an authority orders. */
export const officialPlanKinds = [
  'routine-monitoring',
  'supervised-check',
  'risk-monitoring',
] as const satisfies readonly (typeof planKinds)[number][];

export const sampleStates = [
  'drawn',
  'received',
  'in-test',
  'reported',
  'published',
  'rejected',
  'invalidated',
] as const;

export const custodyActs = ['draw', 'hand-over', 'receive'] as const;
export const code = z.string().min(1, 'must not be empty').max(40);
const sealNumber = code.meta({ description: 'The number printed on the seal' });
const username = z.string().min(1).max(64);

const seal = z.strictObject({ number: sealNumber, intact: z.boolean() });
const temperature = z.number().min(-273.15).max(1000).meta({ description: 'Degrees Celsius' });

export const handOverBody = z.strictObject({
  to: name.meta({ description: 'Who has the sample from now on' }),
  seals: z.array(seal).max(10).optional().meta({ description: 'Each seal of the form, as it was found' }),
  temperature: temperature.optional(),
  condition: note.optional(),
  note: note.optional(),
});

export const receiveBody = handOverBody.omit({ to: true }).extend({
  deviation: z
    .strictObject({ text: note, agreedBy: name })
    .optional()
    .meta({ description: 'What is taken in although a seal is wrong, and who of the customer agreed' }),
});

export const reasonBody = z.strictObject({ reason: note });

const retained = z.strictObject({ sealNumber, quantity: quantity.optional(), keptAt: name });
export const splitBody = retained;

const askedTest = z.strictObject({ analyte: name, method: method.optional(), analyst: username.optional() });
export const assignBody = z.strictObject({ asked: z.array(askedTest).min(1).max(500) });

export const takeBody = z.strictObject({
  testId: recordId.meta({ description: 'An open test that nobody has, of `GET /api/v1/work-list?unassigned=true`' }),
});

export const resultActBody = z.strictObject({ resultId: recordId, reason: note });
export const testActBody = z.strictObject({ analyte: name, reason: note });

export const createSampleBody = z.strictObject({
  number: z.string().refine(isSampleNumber, 'must be a sample number such as S20261124-7KQ2MX').optional().meta({
    description:
      'Made on the spot by a device without network, and on the seal: sending the same sample again creates no second one',
  }),
  batchCode: code.meta({ description: 'Of `GET /api/v1/batches`' }),
  planKind: z.enum(planKinds).meta({
    description:
      '例行监测, 监督抽查, 风险监测, 自检, 委托: a supervised check needs two samplers, a seal and a retained portion',
  }),
  drawnAt: instant.optional().meta({ description: 'Absent: now; the limit in force on that day in China applies' }),
  place: name.optional(),
  samplers: z.array(name).max(5).optional().meta({ description: 'Names of those who drew it' }),
  sealNumber: sealNumber.optional(),
  retained: retained.optional().meta({ description: 'A second portion, sealed on the spot and kept for a re-test' }),
  confirms: recordId
    .optional()
    .meta({ description: 'The positive rapid test of the batch that the laboratory shall confirm with this sample' }),
  laboratory: laboratory.optional(),
  decisionRule: z
    .enum(decisionRules)
    .optional()
    .meta({ description: 'Of a supervised check simple acceptance alone; absent: the same' }),
});

const custodySchema = z
  .object({
    act: z.enum(custodyActs),
    from: z.string(),
    to: z.string(),
    at: instant,
    seals: z.array(z.object({ number: z.string(), intact: z.boolean() })),
    temperature: z.number().optional(),
    condition: z.string().optional(),
    note: z.string().optional(),
    recordedBy: z.string(),
  })
  .meta({ id: 'Custody', description: 'Who gave the sample to whom, and how its seals and temperature were' });

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
    confirms: recordId.optional().meta({ description: 'The positive rapid test that it was drawn to confirm' }),
    samplers: z.array(z.string()),
    sealNumber: z.string().optional(),
    retained: z
      .object({
        sealNumber: z.string(),
        quantity: quantity.optional(),
        keptAt: z.string(),
        by: z.string(),
        at: instant,
      })
      .optional(),
    custody: z.array(custodySchema),
    decisionRule: z.enum(decisionRules),
    deviation: z.object({ text: z.string(), agreedBy: z.string() }).optional(),
    lacking: z
      .array(z.object({ demand: z.string(), clause: z.string(), text: bilingual }))
      .meta({ description: 'What the law asks of such a sample and this one lacks: it may not stand as evidence' }),
    tests: z.array(testSchema),
    results: z.array(resultSchema),
    formerResults: z.array(formerResultSchema),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, reason: z.string().optional() })),
    ...verbs,
  })
  .meta({ id: 'Sample' });

export const listSamplesQuery = pageQuery.extend({
  batch: code.optional(),
  state: z.enum(sampleStates).optional(),
  verdict: z.enum(verdicts).optional(),
});

export const workListQuery = z.object({
  analyst: username.optional().meta({ description: 'Absent: whoever asks' }),
  unassigned: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'What waits for an analyst: nobody has it, and whoever asks is authorized for its method' }),
});

export const workItemSchema = z
  .object({
    sampleId: recordId,
    sampleNumber: z.string(),
    batchCode: z.string(),
    productName: z.string(),
    state: z.enum(sampleStates),
    test: testSchema,
  })
  .meta({ id: 'WorkItem' });

export const workListSchema = z
  .object({
    items: z.array(workItemSchema),
    waitingForAnalyst: z
      .number()
      .int()
      .meta({ description: 'How many tests nobody has that whoever asks may take: `?unassigned=true` lists them' }),
  })
  .meta({ id: 'WorkList' });
