import type { Point } from '../thin.ts';
import type { RollUpRecord } from './model.ts';

/** An hour or a day as a point of a series; its value is the mean. */
export function pointOf(record: RollUpRecord) {
  const { from, count, sum, minimum, maximum, secondsKnown, secondsAbove, secondsBelow, bounds } = record;
  return {
    at: from.toISOString(),
    ...(count > 0 && { value: sum / count, minimum, maximum }),
    count,
    secondsKnown,
    secondsAbove,
    secondsBelow,
    bounds,
  };
}

/** The lowest and the highest value of an hour or a day, as points of a curve. */
export function extremesOf({ from, minimum, maximum }: RollUpRecord): Point[] {
  if (minimum === undefined || maximum === undefined) return [];
  return minimum === maximum
    ? [{ at: from, value: minimum }]
    : [
        { at: from, value: minimum },
        { at: from, value: maximum },
      ];
}
