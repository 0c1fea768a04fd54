import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, name, recordId, verbs } from '../../http/fields.ts';
import { method, note } from '../result-schema.ts';
import { controlKinds, controlStates } from '../rules/control-judgement.ts';
import { westgardRules } from '../rules/westgard.ts';

/** `out-of-control` until a corrective action was taken by somebody else; `corrected` until the control is good again and the run is released. */
export const runStates = ['open', 'out-of-control', 'corrected', 'released', 'rejected'] as const;

const decimal = z
  .string()
  .max(40)
  .regex(/^\d+(\.\d+)?$/, 'must be a decimal number');
const aboveZero = decimal.refine((text) => Number(text) > 0, 'must be above 0');
const unit = z.string().min(1, 'must name the unit, e.g. mg/kg').max(20);
const instrument = z.string().min(1).max(64).meta({ description: 'The device that measures' });
const whose = {
  laboratory: name.optional().meta({ description: 'Absent: of whoever asks' }),
  divisionCode: divisionCode.optional().meta({ description: 'Absent: of whoever asks' }),
};

const reach = {
  ...whose,
  method,
  analyte: name.optional().meta({ description: 'Absent: every analyte of the method' }),
  instrument: instrument.optional().meta({ description: 'Absent: every instrument' }),
  source: note.meta({
    description: 'The certificate, the clause of the method, or the runs that the numbers come from',
  }),
  validFrom: instant.optional().meta({ description: 'Absent: from now on; never in the past' }),
};

export const criterionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('blank'), ...reach, unit, atMost: decimal }),
  z.strictObject({
    kind: z.literal('duplicate'),
    ...reach,
    differenceAtMost: aboveZero.meta({
      description: 'Largest difference of two determinations, in percent of their mean',
    }),
  }),
  z
    .strictObject({ kind: z.literal('spike'), ...reach, recoveryFrom: decimal, recoveryTo: decimal })
    .refine(({ recoveryFrom, recoveryTo }) => Number(recoveryFrom) < Number(recoveryTo), {
      path: ['recoveryTo'],
      message: 'must be above recoveryFrom',
    }),
  z.strictObject({
    kind: z.literal('material'),
    ...reach,
    analyte: name,
    material: name.meta({ description: 'The control material or certified reference material' }),
    lot: name,
    unit,
    mean: decimal,
    sd: aboveZero.meta({ description: 'Standard deviation, in the unit of the mean' }),
  }),
]);

const limits = {
  atMost: z.string().optional(),
  differenceAtMost: z.string().optional(),
  recoveryFrom: z.string().optional(),
  recoveryTo: z.string().optional(),
  mean: z.string().optional(),
  sd: z.string().optional(),
};

export const criterionSchema = z
  .object({
    id: recordId,
    divisionCode,
    laboratory: z.string(),
    kind: z.enum(controlKinds),
    method: z.string(),
    analyte: z.string().optional(),
    instrument: z.string().optional(),
    material: z.string().optional(),
    lot: z.string().optional(),
    unit: z.string().optional(),
    ...limits,
    source: z.string(),
    validFrom: instant,
    setBy: z.string(),
    setAt: instant,
  })
  .meta({
    id: 'ControlCriterion',
    description: 'What a laboratory holds a kind of quality control sample to, from when on and by whose word',
  });

export const defaultCriterionSchema = z
  .object({
    kind: z.enum(controlKinds),
    substances: z.string().meta({ description: 'The kind of substances that the source speaks of' }),
    ...limits,
    source: z.string(),
  })
  .meta({ id: 'DefaultCriterion', description: 'What a control is held against until its laboratory sets its own' });

export const listCriteriaQuery = pageQuery.extend({
  laboratory: name.optional(),
  method: method.optional(),
  kind: z.enum(controlKinds).optional(),
  analyte: name.optional(),
});

export const runBody = z.strictObject({ ...whose, name, method, instrument: instrument.optional() });

const found = {
  analyte: name,
  unit,
  at: instant.optional().meta({ description: 'When it was measured; absent: now' }),
  note: note.optional(),
};

export const controlBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('blank'),
    ...found,
    value: z
      .string()
      .trim()
      .max(40)
      .regex(/^(<\s*)?\d+(\.\d+)?$/, 'must be a number, or < and a number'),
  }),
  z.strictObject({ kind: z.literal('duplicate'), ...found, value: decimal, second: decimal }),
  z.strictObject({
    kind: z.literal('spike'),
    ...found,
    value: decimal.meta({ description: 'What was found in the spiked sample' }),
    added: aboveZero,
    native: decimal.optional().meta({ description: 'What the sample held before; absent: nothing' }),
  }),
  z.strictObject({ kind: z.literal('material'), ...found, value: decimal, material: name, lot: name }),
]);

export const controlSchema = z
  .object({
    id: recordId,
    divisionCode,
    laboratory: z.string(),
    runId: recordId,
    runName: z.string(),
    kind: z.enum(controlKinds),
    instrument: z.string().optional(),
    analyte: z.string(),
    value: z.string(),
    second: z.string().optional(),
    added: z.string().optional(),
    native: z.string().optional(),
    unit: z.string(),
    material: z.string().optional(),
    lot: z.string().optional(),
    criterionId: recordId.optional().meta({ description: 'What it was held against' }),
    defaultSource: z
      .string()
      .optional()
      .meta({ description: 'The laboratory had set nothing: the source of the default that it was held against' }),
    state: z.enum(controlStates).meta({
      description: 'in-control and warning are good; undecided: nothing says what is good, or the units differ',
    }),
    measure: z.string().optional().meta({
      description:
        'Recovery or relative difference in percent; of a material its distance from the mean in standard deviations',
    }),
    rules: z.array(z.enum(westgardRules)).meta({ description: 'The Westgard rules that are broken' }),
    reason: bilingual,
    note: z.string().optional(),
    enteredBy: z.string(),
    at: instant,
    enteredAt: instant,
  })
  .meta({ id: 'Control', description: 'A quality control sample: blank, duplicate, spike or control material' });

export const listControlsQuery = pageQuery.extend({
  run: recordId.optional(),
  laboratory: name.optional(),
  analyte: name.optional(),
  kind: z.enum(controlKinds).optional(),
  state: z.enum(controlStates).optional(),
});

export const runSchema = z
  .object({
    id: recordId,
    divisionCode,
    laboratory: z.string(),
    name: z.string(),
    method: z.string(),
    instrument: z.string().optional(),
    state: z.enum(runStates),
    startedBy: z.string(),
    startedAt: instant,
    controlCount: z.number().int(),
    outstanding: z
      .array(
        z.object({
          controlId: recordId,
          kind: z.enum(controlKinds),
          analyte: z.string(),
          material: z.string().optional(),
          lot: z.string().optional(),
          state: z.enum(controlStates),
          enteredBy: z.string(),
          corrected: z.boolean(),
        }),
      )
      .meta({ description: 'Controls that are not good, and that no good one of the same kind has followed yet' }),
    corrections: z.array(z.object({ cause: z.string(), action: z.string(), by: z.string(), at: instant })),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, reason: z.string().optional() })),
    ...verbs,
  })
  .meta({ id: 'TestRun', description: 'What one method measured on one instrument in one go, with its controls' });

export const listRunsQuery = pageQuery.extend({
  laboratory: name.optional(),
  method: method.optional(),
  instrument: instrument.optional(),
  state: z.enum(runStates).optional(),
});

export const correctBody = z.strictObject({
  cause: note.meta({ description: 'Why the control failed' }),
  action: note.meta({ description: 'What was done about it' }),
});

export const chartQuery = z.object({
  from: instant.optional(),
  to: instant.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'The newest so many points' }),
});

export const chartSchema = z
  .object({
    criterion: criterionSchema,
    points: z.array(
      controlSchema.pick({
        id: true,
        runId: true,
        runName: true,
        value: true,
        measure: true,
        state: true,
        rules: true,
        at: true,
      }),
    ),
  })
  .meta({
    id: 'ControlChart',
    description: 'The controls held against one criterion, the oldest first (Levey-Jennings)',
  });
