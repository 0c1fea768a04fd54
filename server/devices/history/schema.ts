import { z } from 'zod';
import { instant } from '../../http/fields.ts';

const metric = z.string().min(1).max(64);
const resolution = z.enum(['reading', 'hour', 'day']);

export const seriesQuery = z.object({
  metric,
  from: instant.optional().meta({ description: 'Absent: 24 hours before `to`' }),
  to: instant.optional().meta({ description: 'Not part of it; absent: now' }),
  points: z.coerce.number().int().min(10).max(5000).default(1000),
  resolution: resolution.optional().meta({ description: 'Absent: the finest that fits into `points`' }),
});

export const exportQuery = z.object({
  metric,
  from: instant,
  to: instant,
  resolution: resolution.default('reading'),
});

const seconds = z.number().meta({ description: 'Seconds; a reading stands for an hour at most' });

const boundsSchema = z.object({
  upper: z.number().optional(),
  lower: z.number().optional(),
});

export const seriesPointSchema = z
  .object({
    at: instant.meta({ description: 'Of a reading its time, of an hour or a day its beginning' }),
    value: z.number().optional().meta({ description: 'The reading, or the mean; absent where none was taken' }),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    count: z.number().int().optional(),
    secondsKnown: seconds.optional(),
    secondsAbove: seconds.optional(),
    secondsBelow: seconds.optional(),
    bounds: boundsSchema.optional().meta({ description: 'What the seconds above and below were counted against' }),
  })
  .meta({ id: 'SeriesPoint' });

export const seriesSchema = z
  .object({
    device: z.string(),
    metric: z.string(),
    unit: z.string(),
    from: instant,
    to: instant,
    resolution,
    count: z.number().int().meta({ description: 'Readings in the period' }),
    items: z.array(seriesPointSchema),
  })
  .meta({ id: 'Series' });
