import { hourMilliseconds } from './periods.ts';

export type Resolution = 'reading' | 'hour' | 'day';

/** Below so many hours a curve of hours shows less than a thinned one of readings does. */
const fewestHours = 12;

/**
 * The finest resolution that fits into the points asked for.
 * @param readings how many there are, counted no further than `points + 1`; 0 when they are kept no longer
 */
export function resolutionFor(period: { from: number; to: number }, points: number, readings: number): Resolution {
  const hours = (period.to - period.from) / hourMilliseconds;
  if (readings > 0 && (readings <= points || hours < fewestHours)) return 'reading';
  return hours <= points ? 'hour' : 'day';
}
