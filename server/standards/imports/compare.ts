import { decimal } from '../rules/decimal.ts';
import type { PrintedLimit } from '../rules/match-limit.ts';
import { limitKey } from './limit-row.ts';

type Compared = Pick<
  PrintedLimit,
  'substance' | 'foodCode' | 'maximum' | 'unit' | 'temporary' | 'excluding' | 'comparison'
>;

export interface LimitChange {
  substance: string;
  foodCode: string;
  foodName: string;
  before?: string;
  after?: string;
}

export interface Comparison {
  added: LimitChange[];
  removed: LimitChange[];
  changed: LimitChange[];
  same: number;
}

/**
 * What another edition of a standard says otherwise; 0.5 and 0.50 say the same, unless the value is rounded to the digits of the limit.
 * @param nameOf the name of a food by its code
 */
export function compareLimits(
  before: readonly Compared[],
  after: readonly Compared[],
  nameOf: (code: string) => string,
): Comparison {
  const old = new Map(before.map((limit) => [limitKey(limit), limit]));
  const now = new Set(after.map(limitKey));
  const result: Comparison = { added: [], removed: [], changed: [], same: 0 };
  const about = ({ substance, foodCode }: Compared) => ({ substance, foodCode, foodName: nameOf(foodCode) });
  const said = (limit: Compared) => inWords(limit, nameOf);
  for (const limit of after) {
    const earlier = old.get(limitKey(limit));
    if (!earlier) result.added.push({ ...about(limit), after: said(limit) });
    else if (isSame(earlier, limit)) result.same += 1;
    else result.changed.push({ ...about(limit), before: said(earlier), after: said(limit) });
  }
  for (const limit of before)
    if (!now.has(limitKey(limit))) result.removed.push({ ...about(limit), before: said(limit) });
  return result;
}

function isSame(a: Compared, b: Compared): boolean {
  const isRounded = a.comparison === 'rounded-value';
  return (
    isRounded === (b.comparison === 'rounded-value') &&
    (isRounded ? a.maximum === b.maximum : (decimal(a.maximum)?.eq(decimal(b.maximum) ?? Number.NaN) ?? false)) &&
    a.unit === b.unit &&
    a.temporary === b.temporary &&
    a.excluding.toSorted().join() === b.excluding.toSorted().join()
  );
}

/** In the notation of the standards: an asterisk for a temporary limit, what is left out before 除外. */
function inWords(
  { maximum, unit, temporary, excluding, comparison }: Compared,
  nameOf: (code: string) => string,
): string {
  const left = excluding.length ? `（${excluding.map(nameOf).join('、')}除外）` : '';
  return `${maximum}${temporary ? '*' : ''} ${unit}${left}${comparison === 'rounded-value' ? '（修约值比较）' : ''}`;
}
