import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { factKinds } from '../../facts/index.ts';
import { bilingual, divisionCode, instant } from '../../http/fields.ts';
import { asOfQuery } from '../pass-rates/schema.ts';
import { knowledges } from '../rules/knowledge.ts';

const period = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/, 'must be a month (2026-05), a quarter (2026-Q2) or a year (2026)')
  .meta({ description: '`2026-05`, `2026-Q2` or `2026`' });

const ofPeriod = period.optional().meta({ description: '`2026-05`, `2026-Q2` or `2026`; absent: this month' });
const indicatorCode = z.string().min(1).max(60);

export const leagueQuery = asOfQuery.extend({
  period: ofPeriod,
  division: divisionCode.optional().meta({ description: 'This division and all below it' }),
  level: z
    .enum(['city', 'county', 'town'])
    .default('county')
    .meta({ description: 'Of the divisions that are compared' }),
});

export const trendQuery = asOfQuery.extend({
  division: divisionCode,
  period: ofPeriod,
  periods: z.coerce
    .number()
    .int()
    .min(1)
    .max(36)
    .default(12)
    .meta({ description: 'How many, the asked one and those before it' }),
});

const parts = ['numerator', 'denominator', 'missed'] as const;

export const performanceRecordsQuery = asOfQuery.extend({
  ...pageQuery.shape,
  indicator: indicatorCode,
  division: divisionCode.optional().meta({ description: 'This division and all below it' }),
  period: ofPeriod,
  part: z
    .enum(parts)
    .default('denominator')
    .meta({ description: '`missed`: what is counted below the line and not above it' }),
});

const asked = {
  asOf: instant,
  knowledge: z.enum(knowledges),
  period: z.string(),
  schemeVersion: z.number().int(),
};

const indicatorFigure = z
  .object({
    indicator: z.string(),
    numerator: z.number().int(),
    denominator: z.number().int(),
    value: z.number().min(0).max(1).nullable().meta({ description: 'null of nothing: it is in no score' }),
    points: z.number().nullable().meta({ description: 'Of the value, out of the weight of the indicator' }),
    records: z.string().meta({ description: 'Where the records behind the figure are listed' }),
  })
  .meta({ id: 'IndicatorFigure' });

const divisionFigures = z
  .object({
    division: divisionCode,
    divisionName: z.string(),
    rank: z.number().int().nullable().meta({ description: 'Equal scores share a rank; without a score there is none' }),
    score: z
      .number()
      .nullable()
      .meta({ description: 'Out of 100, over the indicators that there is something to say of' }),
    weighed: z.number().min(0).max(1).meta({ description: 'The share of the weights that the score rests on' }),
    figures: z.array(indicatorFigure),
  })
  .meta({ id: 'DivisionFigures' });

export const leagueAnswer = z
  .object({
    ...asked,
    level: z.enum(['city', 'county', 'town']),
    items: z.array(divisionFigures),
    nextCursor: z.null(),
  })
  .meta({ id: 'LeagueTable' });

export const trendAnswer = z
  .object({
    ...asked,
    division: divisionCode,
    divisionName: z.string(),
    items: z.array(
      z
        .object({
          period: z.string(),
          score: z.number().nullable(),
          weighed: z.number(),
          figures: z.array(indicatorFigure),
        })
        .meta({ id: 'TrendPoint' }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'PerformanceTrend' });

export const performanceRecordsAnswer = z
  .object({
    ...asked,
    items: z.array(
      z
        .object({
          resource: z.string(),
          id: z.string(),
          label: z.string(),
          record: z.string().meta({ description: 'Where the record itself is read' }),
          kind: z.enum(factKinds),
          word: z.string().meta({ description: 'What it is counted as' }),
          divisionCode,
          divisionName: z.string(),
          happenedAt: instant,
          knownFrom: instant,
          knownTo: instant.optional(),
        })
        .meta({ id: 'CountedRecord' }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'CountedRecords' });

const counted = z.object({ kind: z.enum(factKinds), words: z.array(z.string()) });

export const performanceSchemesAnswer = z
  .object({
    items: z.array(
      z
        .object({
          version: z.number().int(),
          effectiveFrom: z.string(),
          source: z.string(),
          indicators: z.array(
            z.object({
              code: z.string(),
              title: bilingual,
              weight: z.number(),
              numerator: counted,
              denominator: counted,
              formula: bilingual,
            }),
          ),
        })
        .meta({ id: 'PerformanceScheme' }),
    ),
  })
  .meta({ id: 'PerformanceSchemes' });
