import { z } from 'zod';
import usual from './data/retention.json' with { type: 'json' };
import { dayMilliseconds, dayOf } from './periods.ts';

const days = z.int().min(2).max(36_525);

/** How long readings and their roll-ups are kept, in days; roll-ups no shorter than what they are made of. */
export const retentionPolicy = z
  .object({ readingsDays: days, hoursDays: days, daysDays: days, source: z.string().optional() })
  .strict()
  .refine(({ readingsDays, hoursDays, daysDays }) => readingsDays <= hoursDays && hoursDays <= daysDays, {
    path: ['hoursDays'],
    message: 'must not be less than readingsDays nor more than daysDays',
  });

export type RetentionPolicy = z.output<typeof retentionPolicy>;

export const usualRetention: RetentionPolicy = retentionPolicy.parse(usual);

/** Midnight in China before which a record may go. */
export function endOfKeeping(now: Date, daysKept: number): number {
  return dayOf(now.getTime() - daysKept * dayMilliseconds);
}

/**
 * Before this nothing new is taken in: its neighbors may be gone, and a roll-up could not be computed anew. A day later
 * than what is removed, so that no hour is written while it is being removed.
 */
export function oldestTakenIn(now: Date, policy: RetentionPolicy): Date {
  return new Date(endOfKeeping(now, policy.readingsDays - 1));
}
