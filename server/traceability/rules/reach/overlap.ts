import type { Stay } from './stays.ts';

export type Time = Pick<Stay, 'from' | 'until'>;

export const always: Time = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** Both ends belong to the time; clocks may differ by the tolerance. */
export function isWithin({ from, until }: Time, at: number, tolerance: number): boolean {
  return from - tolerance <= at && at <= until + tolerance;
}

/** The time that both have in common. */
export function overlap(one: Time, other: Time, tolerance: number): Time | undefined {
  const [from, until] = [Math.max(one.from, other.from), Math.min(one.until, other.until)];
  return from <= until + tolerance ? { from: Math.min(from, until), until } : undefined;
}
