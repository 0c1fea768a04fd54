import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { calibrationStanding } from '../devices/index.ts';
import { instant, name, recordId } from '../http/fields.ts';
import { verdictSchema } from './verdict-schema.ts';

export const testStates = ['open', 'done', 'rejected'] as const;
/** Asked for by somebody, or because a result was retracted or wants confirmation. */
export const testCauses = ['asked', 'retracted', 'retest'] as const;

export const note = z.string().trim().min(1, 'must not be empty').max(500);
export const method = z.string().trim().min(1, 'must not be empty').max(80);

/** Full-width letters and digits as half-width ones, and 1e-3, which instruments write, as 0.001. */
function asWritten(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return /^\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(plain) ? new Decimal(plain).toFixed() : plain;
}

export const resultValue = z.union(
  [
    z.number().nonnegative('must not be negative'),
    z
      .string()
      .overwrite(asWritten)
      .max(40)
      .regex(/^(<\s*(LOQ|LOD|\d+(\.\d+)?)|\d+(\.\d+)?)$/i, 'must be a number, or <LOQ, <LOD or < and a number')
      .refine((text) => !/^<\s*0+(\.0+)?$/.test(text), 'must name a bound above 0'),
  ],
  'must be a number, or <LOQ, <LOD or < and a number',
);

const decimal = z
  .string()
  .overwrite(asWritten)
  .max(40)
  .regex(/^\d+(\.\d+)?$/, 'must be a decimal number');

const detectionLimit = decimal.refine((text) => Number(text) > 0, 'must be above 0');

export const addResultBody = z.strictObject({
  analyte: name.meta({
    description: 'Chinese or English name or CAS number, as `GET /api/v1/limits?substance=` finds it',
  }),
  value: resultValue.optional().meta({
    description: 'A number, `<LOQ`, `<LOD` or `<` and a number, e.g. `0.05`, `<0.01`; this or `text`',
  }),
  text: note.optional().meta({ description: 'A finding in words, in place of a value: it is never a pass' }),
  unit: z.string().min(1, 'must name the unit, e.g. mg/kg').max(20).meta({
    description: 'mg/kg, μg/kg, mg/100g, % …: converted to the unit of the limit where that is known, never assumed',
  }),
  method: z.string().max(80).optional().meta({ description: 'E.g. GB 23200.121-2021' }),
  lod: detectionLimit.optional().meta({ description: 'Limit of detection, in the unit of the value' }),
  loq: detectionLimit.optional().meta({ description: 'Limit of quantification, in the unit of the value' }),
  uncertainty: decimal.optional().meta({ description: 'Expanded, 95 %, k = 2, in the unit of the value' }),
  instrument: z.string().min(1).max(64).optional().meta({ description: 'The device that measured' }),
  measuredAt: instant
    .optional()
    .meta({ description: 'When it was measured, as the report prints it; absent: only its entry is known' }),
  run: recordId.optional().meta({ description: 'The run that it was measured in, whose method and instrument it has' }),
});

const analyteEn = z
  .string()
  .optional()
  .meta({ description: 'What the standards call it, where it was written otherwise' });

export const resultSchema = z
  .object({
    id: recordId,
    analyte: z.string(),
    analyteEn,
    value: z.string(),
    unit: z.string(),
    method: z.string().optional(),
    lod: z.string().optional(),
    loq: z.string().optional(),
    uncertainty: z.string().optional(),
    instrument: z.string().optional(),
    calibration: calibrationStanding.optional(),
    run: z
      .object({ id: recordId, name: z.string(), released: z.boolean() })
      .optional()
      .meta({ description: 'The run that it was measured in; until its release the sample is not verified' }),
    measuredAt: instant.optional().meta({ description: 'Absent: only its entry is known' }),
    verdict: verdictSchema,
    enteredBy: z.string(),
    enteredAt: instant,
  })
  .meta({ id: 'Result' });

export const formerResultSchema = resultSchema
  .extend({ act: z.enum(['retract', 'reject-test']), reason: z.string(), by: z.string(), at: instant })
  .meta({
    id: 'FormerResult',
    description: 'A result that counts no more: retracted as wrong, or its test was given up',
  });

export const testSchema = z
  .object({
    id: recordId,
    analyte: z.string(),
    analyteEn,
    method: z.string().optional(),
    assignedTo: z.string().optional(),
    state: z.enum(testStates),
    cause: z.enum(testCauses),
    askedBy: z.string(),
    askedAt: instant,
    reason: z.string().optional(),
  })
  .meta({ id: 'AskedTest' });
