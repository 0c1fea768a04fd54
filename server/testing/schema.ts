import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { calibrationStanding } from '../devices/index.ts';
import { bilingual, divisionCode, instant, laboratory, name, quantity, recordId, verbs } from '../http/fields.ts';
import { residueSchema } from '../standards/index.ts';

/** 抽样类别 */
export const planKinds = [
  'routine-monitoring',
  'supervised-check',
  'risk-monitoring',
  'self-check',
  'commissioned',
] as const;

/** Those that an authority orders. */
export const officialPlanKinds = [
  'routine-monitoring',
  'supervised-check',
  'risk-monitoring',
] as const satisfies readonly (typeof planKinds)[number][];

/** Only `pass` says that the food keeps a limit; every other word says why not, or why nobody can tell. */
export const verdicts = ['pass', 'fail', 'no-limit', 'not-comparable', 'pending'] as const;

/** How the uncertainty counts: `data/decision-rules.json` says what each means. */
export const decisionRules = ['simple-acceptance', 'guard-band', 'beyond-doubt'] as const;
export const outcomes = ['pass', 'conditional-pass', 'conditional-fail', 'fail', 'inconclusive'] as const;

/** Why nobody can tell, or why there is no limit. */
export const openReasons = [
  'text',
  'bound-unknown',
  'bound-above-limit',
  'units-differ',
  'censored-sum',
  'uncertainty-missing',
  'within-uncertainty',
  'none-set',
  'excluded',
  'not-in-force',
  'substance-unknown',
  'food-not-specific',
] as const;

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
export const testStates = ['open', 'done', 'rejected'] as const;
/** Asked for by somebody, or because a result was retracted or wants confirmation. */
export const testCauses = ['asked', 'retracted', 'retest'] as const;

const code = z.string().min(1, 'must not be empty').max(40);
const sealNumber = code.meta({ description: 'The number printed on the seal' });
const note = z.string().trim().min(1, 'must not be empty').max(500);
const method = z.string().trim().min(1, 'must not be empty').max(80);
const username = z.string().min(1).max(64);

const seal = z.strictObject({ number: sealNumber, intact: z.boolean() });
const temperature = z.number().min(-273.15).max(1000).meta({ description: 'Degrees Celsius' });

export const handOverBody = z.strictObject({
  to: name.meta({ description: 'Who has the sample from now on' }),
  seals: z.array(seal).max(10).optional(),
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

export const resultActBody = z.strictObject({ resultId: recordId, reason: note });
export const testActBody = z.strictObject({ analyte: name, reason: note });

export const createSampleBody = z.strictObject({
  batchCode: code,
  planKind: z.enum(planKinds),
  drawnAt: instant.optional(),
  place: name.optional(),
  samplers: z.array(name).max(5).optional(),
  sealNumber: sealNumber.optional(),
  retained: retained.optional().meta({ description: 'A second portion, sealed on the spot and kept for a re-test' }),
  laboratory: laboratory.optional(),
  decisionRule: z
    .enum(decisionRules)
    .optional()
    .meta({ description: 'Of a supervised check simple acceptance alone; absent: the same' }),
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

const decimal = z
  .string()
  .max(40)
  .regex(/^\d+(\.\d+)?$/, 'must be a decimal number');

export const addResultBody = z.strictObject({
  analyte: name,
  value: resultValue.optional(),
  text: note.optional().meta({ description: 'A finding in words, in place of a value: it is never a pass' }),
  unit: z.string().min(1, 'must name the unit, e.g. mg/kg').max(20),
  method: z.string().max(80).optional(),
  lod: decimal.optional(),
  loq: decimal.optional(),
  uncertainty: decimal.optional().meta({ description: 'Expanded, 95 %, k = 2, in the unit of the value' }),
  instrument: z.string().min(1).max(64).optional().meta({ description: 'The device that measured' }),
});

/** What a verdict follows from, beside the law. */
export const verdictInputSchema = z
  .object({
    analyte: z.string(),
    value: z.string(),
    unit: z.string(),
    loq: z.string().optional(),
    uncertainty: z.string().optional(),
    decisionRule: z.enum(decisionRules),
    categoryCode: z.string(),
    sampledAt: instant,
  })
  .meta({ id: 'VerdictInput' });

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
    residue: residueSchema.optional(),
    /** Why nobody can tell, or why there is no limit. */
    reason: z.enum(openReasons).optional(),
    decisionRule: z.enum(decisionRules).optional(),
    /** What the decision rule says, more finely than the verdict. */
    outcome: z.enum(outcomes).optional(),
    nearLimit: z.boolean().optional().meta({ description: 'The limit lies within the uncertainty' }),
    conformance: z.string().optional().meta({ description: 'Probability that the true value keeps the limit' }),
    basis: z
      .object({ ruleVersion: z.number().int(), input: verdictInputSchema })
      .optional()
      .meta({ description: 'Everything that the verdict follows from: it can be computed again' }),
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
    lod: z.string().optional(),
    loq: z.string().optional(),
    uncertainty: z.string().optional(),
    instrument: z.string().optional(),
    verdict: verdictSchema,
    enteredBy: z.string(),
    enteredAt: instant,
  })
  .meta({ id: 'Result' });

const formerResultSchema = resultSchema
  .extend({ act: z.enum(['retract', 'reject-test']), reason: z.string(), by: z.string(), at: instant })
  .meta({
    id: 'FormerResult',
    description: 'A result that counts no more: retracted as wrong, or its test was given up',
  });

export const testSchema = z
  .object({
    id: recordId,
    analyte: z.string(),
    method: z.string().optional(),
    assignedTo: z.string().optional(),
    state: z.enum(testStates),
    cause: z.enum(testCauses),
    askedBy: z.string(),
    askedAt: instant,
    reason: z.string().optional(),
  })
  .meta({ id: 'AskedTest' });

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

export const workListQuery = z.object({
  analyst: username.optional().meta({ description: 'Absent: whoever asks' }),
  unassigned: z.enum(['true', 'false']).optional().meta({ description: 'What nobody has been asked to do' }),
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
