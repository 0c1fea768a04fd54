import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { instant, name, recordId } from '../../http/fields.ts';
import { method } from '../result-schema.ts';
import { waitingFor, waitingStates } from '../rules/waiting.ts';
import { sampleStates } from '../schema.ts';

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

export const waitingQuery = pageQuery.extend({
  state: z.enum(waitingStates).optional(),
  laboratory: name.optional(),
});

export const waitingSampleSchema = z
  .object({
    id: recordId,
    number: z.string(),
    batchCode: z.string(),
    productName: z.string(),
    laboratory: z.string().optional().meta({ description: 'Absent: it was drawn for none in particular' }),
    state: z.enum(sampleStates),
    drawnAt: instant,
    waitsFor: z.enum(waitingFor),
    by: z.array(z.string()).meta({
      description: 'Who has it: usernames, before its receipt whoever holds it. Empty: nobody in particular yet',
    }),
    since: instant,
  })
  .meta({ id: 'WaitingSample', description: 'A sample that is not reported on yet: what it waits for, and with whom' });

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
