import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, recordId } from '../../http/fields.ts';
import { planKinds } from '../../testing/schema.ts';
import { knowledges } from '../rules/knowledge.ts';
import { dimensions, verdictWords } from '../rules/pass-rates.ts';
import { periods } from '../rules/period.ts';

const outcomes = ['pass', 'fail', 'neither'] as const;

export const asOfQuery = z.object({
  asOf: instant.optional().meta({ description: 'The figure as of this past time; absent: now' }),
  knowledge: z
    .enum(knowledges)
    .default('now')
    .meta({ description: '`then`: as was known at that time; `now`: with what came to be known since' }),
});

export const verdictFilter = asOfQuery.extend({
  division: divisionCode.optional().meta({ description: 'This division and all below it' }),
  product: z.string().min(1).max(100).optional().meta({ description: 'The name of a product' }),
  planKind: z.enum(planKinds).optional().meta({ description: '抽样类别 kind of plan that the samples were drawn for' }),
  from: instant.optional().meta({ description: 'Samples drawn at or after this time' }),
  to: instant.optional().meta({ description: 'Samples drawn at or before this time' }),
});

const dimension = z.enum(dimensions);

export const passRatesQuery = verdictFilter.extend({
  ...pageQuery.shape,
  by: z
    .string()
    .max(60)
    .default('division,plan-kind')
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(dimension).min(1))
    .meta({ description: `What the figures are told apart by, separated by commas: ${dimensions.join(', ')}` }),
  level: z.enum(['city', 'county', 'town']).default('county').meta({ description: 'Of the divisions' }),
  period: z.enum(periods).default('month').meta({ description: 'Of the dimension `period`' }),
});

export const verdictRecordsQuery = verdictFilter.extend({
  ...pageQuery.shape,
  substance: z.string().min(1).max(100).optional().meta({ description: 'Reports with a result of this analyte' }),
  outcome: z.enum(outcomes).optional(),
});

export const riskRankingQuery = verdictFilter.extend(pageQuery.shape);

const interval = z
  .object({ lower: z.number(), upper: z.number() })
  .nullable()
  .meta({ id: 'WilsonInterval', description: '95 %, score interval of Wilson; null of no verdicts' });

const share = z.number().min(0).max(1).nullable();
const count = z.number().int();
const asked = { asOf: instant, knowledge: z.enum(knowledges), nextCursor: z.string().nullable() };

const passRate = z
  .object({
    division: divisionCode.optional(),
    divisionName: z.string().optional(),
    product: z.string().optional(),
    period: z.string().optional().meta({ description: '`2026-05`, `2026-Q2` or `2026`' }),
    planKind: z.enum(planKinds).optional(),
    n: count.meta({ description: 'Verdicts that are a pass or a fail' }),
    passes: count,
    fails: count,
    neither: z
      .object({ noLimit: count, notComparable: count, pending: count })
      .meta({ description: 'Verdicts that are neither pass nor fail: in no share' }),
    share,
    interval,
    mixedPlanKinds: z.boolean().meta({
      description: 'Samples drawn at random and samples aimed at a suspicion are in one figure: it estimates neither',
    }),
    records: z.string().meta({ description: 'Where the reports behind the figure are listed' }),
  })
  .meta({ id: 'PassRate' });

export const passRatesAnswer = z.object({ ...asked, items: z.array(passRate) }).meta({ id: 'PassRates' });

const risk = z
  .object({
    product: z.string(),
    substance: z.string(),
    judged: count.meta({ description: 'Results that could be held against a limit' }),
    aboveLimit: count,
    shareAboveLimit: share,
    interval,
    results: count,
    quantified: count.meta({ description: 'Results with a number instead of `<LOQ`' }),
    shareQuantified: z.number(),
    hazardQuotient: z.string().optional().meta({ description: 'Absent without intake data that have a source' }),
    intakeSource: z.string().optional(),
    records: z.string(),
  })
  .meta({ id: 'Risk' });

export const riskRankingAnswer = z.object({ ...asked, items: z.array(risk) }).meta({ id: 'RiskRanking' });

export const verdictRecordsAnswer = z
  .object({
    ...asked,
    items: z.array(
      z
        .object({
          reportId: recordId,
          reportNumber: z.string(),
          sampleId: recordId,
          sampleNumber: z.string(),
          producerId: recordId,
          divisionCode,
          divisionName: z.string(),
          product: z.string(),
          planKind: z.enum(planKinds),
          verdict: z.enum(verdictWords),
          drawnAt: instant,
          knownFrom: instant.meta({ description: 'When the report was issued' }),
          knownTo: instant.optional().meta({ description: 'When it was invalidated or superseded' }),
        })
        .meta({ id: 'PublishedVerdict' }),
    ),
  })
  .meta({ id: 'PublishedVerdicts' });
