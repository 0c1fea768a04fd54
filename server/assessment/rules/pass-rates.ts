import { levelOf, selfAndAbove } from '../../divisions/rules.ts';
import type { PublishedVerdict } from '../../testing/index.ts';
import { type Period, periodOf } from './period.ts';
import { type Interval, wilson } from './wilson.ts';

/** What a published report may say of a sample. */
export const verdictWords = [
  'pass',
  'fail',
  'no-limit',
  'not-comparable',
  'pending',
] as const satisfies readonly PublishedVerdict['verdict'][];

export const dimensions = ['division', 'product', 'period', 'plan-kind'] as const;
export type Dimension = (typeof dimensions)[number];

export interface Grouping {
  by: readonly Dimension[];
  level: 'city' | 'county' | 'town';
  period: Period;
}

export type Judged = Pick<PublishedVerdict, 'divisionCode' | 'productName' | 'planKind' | 'happenedAt' | 'verdict'>;

/** What a group is of; only the dimensions that were asked for. */
export interface GroupKey {
  division?: string;
  product?: string;
  period?: string;
  planKind?: string;
}

/** Counts that are added up and taken away, in any order: what a figure is made of. */
export interface Tally {
  key: GroupKey;
  passes: number;
  fails: number;
  noLimit: number;
  notComparable: number;
  pending: number;
  /** How many verdicts of each kind of plan. */
  planKinds: Map<string, number>;
}

export interface PassRate {
  key: GroupKey;
  /** Verdicts that are either: the share is of these. */
  n: number;
  passes: number;
  fails: number;
  neither: { noLimit: number; notComparable: number; pending: number };
  share: number | null;
  interval: Interval | null;
  /** Samples drawn at random and samples aimed at a suspicion are in one figure: it estimates neither. */
  mixedPlanKinds: boolean;
}

export function rollUp(divisionCode: string, level: Grouping['level']): string {
  return selfAndAbove(divisionCode).find((code) => levelOf(code) === level) ?? divisionCode;
}

function keyOf({ divisionCode, productName, planKind, happenedAt }: Judged, { by, level, period }: Grouping): GroupKey {
  return {
    ...(by.includes('division') && { division: rollUp(divisionCode, level) }),
    ...(by.includes('product') && { product: productName }),
    ...(by.includes('period') && { period: periodOf(happenedAt, period) }),
    ...(by.includes('plan-kind') && { planKind }),
  };
}

const textOfKey = ({ division, product, period, planKind }: GroupKey): string =>
  JSON.stringify([division, product, period, planKind]);

const counted = {
  pass: 'passes',
  fail: 'fails',
  'no-limit': 'noLimit',
  'not-comparable': 'notComparable',
  pending: 'pending',
} as const satisfies Record<PublishedVerdict['verdict'], keyof Tally>;

/** Pass rates 合格率 kept by increments: a verdict that came late is added, one that was invalidated is taken away. */
export function passRateTallies(grouping: Grouping) {
  const tallies = new Map<string, Tally>();
  const change = (verdict: Judged, by: number): void => {
    const key = keyOf(verdict, grouping);
    const text = textOfKey(key);
    const tally = tallies.get(text) ?? emptyTally(key);
    tally[counted[verdict.verdict]] += by;
    const ofKind = (tally.planKinds.get(verdict.planKind) ?? 0) + by;
    if (ofKind === 0) tally.planKinds.delete(verdict.planKind);
    else tally.planKinds.set(verdict.planKind, ofKind);
    if (tally.planKinds.size === 0) tallies.delete(text);
    else tallies.set(text, tally);
  };
  return {
    add: (verdict: Judged, count = 1) => change(verdict, count),
    remove: (verdict: Judged) => change(verdict, -1),
    /** In the order of their keys. */
    rates: (): PassRate[] =>
      [...tallies.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => passRateOf(tally)),
  };
}

function emptyTally(key: GroupKey): Tally {
  return { key, passes: 0, fails: 0, noLimit: 0, notComparable: 0, pending: 0, planKinds: new Map() };
}

function passRateOf({ key, passes, fails, planKinds, ...neither }: Tally): PassRate {
  const n = passes + fails;
  return {
    key,
    n,
    passes,
    fails,
    neither,
    share: n === 0 ? null : passes / n,
    interval: wilson(passes, n),
    mixedPlanKinds: planKinds.size > 1,
  };
}
