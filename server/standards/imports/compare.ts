import { decimal } from '../rules/decimal.ts';
import type { PrintedLimit } from '../rules/match-limit.ts';
import { limitKey } from './limit-row.ts';

type Compared = Pick<PrintedLimit, 'substance' | 'foodCode' | 'maximum' | 'unit' | 'temporary' | 'excluding'>;

export interface LimitChange {
  substance: string;
  foodCode: string;
  before?: string;
  after?: string;
}

export interface Comparison {
  added: LimitChange[];
  removed: LimitChange[];
  changed: LimitChange[];
  same: number;
}

/** What another edition of a standard says otherwise; 0.5 and 0.50 say the same. */
export function compareLimits(before: readonly Compared[], after: readonly Compared[]): Comparison {
  const old = new Map(before.map((limit) => [limitKey(limit), limit]));
  const now = new Set(after.map(limitKey));
  const result: Comparison = { added: [], removed: [], changed: [], same: 0 };
  for (const limit of after) {
    const earlier = old.get(limitKey(limit));
    const { substance, foodCode } = limit;
    if (!earlier) result.added.push({ substance, foodCode, after: inWords(limit) });
    else if (isSame(earlier, limit)) result.same += 1;
    else result.changed.push({ substance, foodCode, before: inWords(earlier), after: inWords(limit) });
  }
  for (const limit of before)
    if (!now.has(limitKey(limit)))
      result.removed.push({ substance: limit.substance, foodCode: limit.foodCode, before: inWords(limit) });
  return result;
}

function isSame(a: Compared, b: Compared): boolean {
  return (
    (decimal(a.maximum)?.eq(decimal(b.maximum) ?? Number.NaN) ?? false) &&
    a.unit === b.unit &&
    a.temporary === b.temporary &&
    a.excluding.toSorted().join() === b.excluding.toSorted().join()
  );
}

function inWords({ maximum, unit, temporary, excluding }: Compared): string {
  return `${maximum}${temporary ? '*' : ''} ${unit}${excluding.length ? ` (excluding ${excluding.join(', ')})` : ''}`;
}
