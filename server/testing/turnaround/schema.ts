import { z } from 'zod';
import { instant, name } from '../../http/fields.ts';
import { method } from '../result-schema.ts';

export const turnaroundQuery = z
  .object({
    from: instant.meta({ description: 'Reports issued from then on' }),
    to: instant.optional().meta({ description: 'and before then; absent: now' }),
    laboratory: name.optional(),
    method: method.optional(),
    withinHours: z.coerce
      .number()
      .int()
      .min(1)
      .max(8784)
      .default(120)
      .meta({ description: 'The share issued within so many hours is told as well' }),
  })
  .refine(({ from, to }) => to === undefined || from < to, { path: ['to'], message: 'must be after from' });

const spread = z
  .object({ median: z.number(), p90: z.number(), longest: z.number() })
  .meta({ id: 'TurnaroundSpread', description: 'Hours; nine of ten took no longer than p90 (nearest rank)' });

export const turnaroundSchema = z
  .object({
    withinHours: z.number().int(),
    items: z.array(
      z.object({
        laboratory: z.string().optional(),
        method: z.string().optional(),
        month: z.string().meta({ description: 'Of the issue, in China: 2026-11' }),
        reports: z.number().int(),
        shareWithin: z.number().meta({ description: '%' }),
        whole: spread.meta({ description: 'From the receipt of the sample to the issue of its report' }),
        waiting: spread.optional().meta({ description: 'From the receipt to the first result' }),
        testing: spread.optional().meta({ description: 'From the first result to the last' }),
        verification: spread.optional().meta({ description: 'From the last result to the issue' }),
      }),
    ),
  })
  .meta({
    id: 'Turnaround',
    description:
      'By laboratory, method and month. A report with several methods counts for each; one that takes the place of another does not count.',
  });
