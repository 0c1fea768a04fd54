import { z } from 'zod';
import { bilingual, instant } from '../http/fields.ts';
import { noLimitReasons, residueSchema } from '../standards/index.ts';

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
  ...noLimitReasons,
] as const;

/** What a verdict follows from, beside the law. */
export const verdictInputSchema = z
  .object({
    analyte: z.string(),
    value: z.string(),
    unit: z.string(),
    lod: z.string().optional(),
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
