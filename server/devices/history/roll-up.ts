export interface Measurement {
  /** Milliseconds since 1970. */
  at: number;
  value: number;
}

/** What the operator's rules ask of the values at that time; they lie below `upper` and above `lower`. */
export interface Bounds {
  upper?: number;
  lower?: number;
}

/** What is kept of the readings of a period. Parts of it add up exactly. */
export interface RollUp {
  count: number;
  sum: number;
  /** Absent when no reading was taken. */
  minimum?: number;
  maximum?: number;
  /** Seconds in which the value was known, and those of them beyond the bounds. */
  secondsKnown: number;
  secondsAbove: number;
  secondsBelow: number;
}

/** A reading stands for the time until the next one, and for no longer than this: silence is no evidence. */
export const standsForMilliseconds = 3_600_000;

/**
 * @param series in order of time: all readings of the period, and those of `standsForMilliseconds` before it
 * @param period `from` is included, `to` is not
 */
export function rollUp(series: readonly Measurement[], period: { from: number; to: number }, bounds: Bounds): RollUp {
  const whole: RollUp = { count: 0, sum: 0, secondsKnown: 0, secondsAbove: 0, secondsBelow: 0 };
  series.forEach(({ at, value }, index) => {
    if (at >= period.to) return;
    const next = series[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const until = Math.min(next, at + standsForMilliseconds, period.to);
    const seconds = Math.max(0, until - Math.max(at, period.from)) / 1000;
    whole.secondsKnown += seconds;
    if (bounds.upper !== undefined && value > bounds.upper) whole.secondsAbove += seconds;
    if (bounds.lower !== undefined && value < bounds.lower) whole.secondsBelow += seconds;
    if (at < period.from) return;
    whole.count += 1;
    whole.sum += value;
    whole.minimum = Math.min(whole.minimum ?? value, value);
    whole.maximum = Math.max(whole.maximum ?? value, value);
  });
  return whole;
}

/** The roll-up of a period from those of its parts, in order of time. */
export function combined(parts: readonly RollUp[]): RollUp {
  const known = <Key extends 'minimum' | 'maximum'>(key: Key) => parts.flatMap((part) => part[key] ?? []);
  const total = (key: 'count' | 'sum' | 'secondsKnown' | 'secondsAbove' | 'secondsBelow') =>
    parts.reduce((sum, part) => sum + part[key], 0);
  const count = total('count');
  return {
    count,
    sum: total('sum'),
    ...(count > 0 && { minimum: Math.min(...known('minimum')), maximum: Math.max(...known('maximum')) }),
    secondsKnown: total('secondsKnown'),
    secondsAbove: total('secondsAbove'),
    secondsBelow: total('secondsBelow'),
  };
}
