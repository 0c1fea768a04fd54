import { selfAndAbove } from '../../divisions/rules.ts';
import type { Fact, FactKind } from '../../facts/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { Cell } from './cells.ts';
import { boundsOf, periodOf } from './period.ts';

/** Which facts are counted: of one kind, told by one of these words. */
export interface Counted {
  kind: FactKind;
  words: string[];
}

export interface PerformanceIndicator {
  code: string;
  title: Bilingual;
  weight: number;
  numerator: Counted;
  denominator: Counted;
  formula: Bilingual;
}

/** 考核办法: what counties and towns are measured by, as data. */
export interface PerformanceScheme {
  version: number;
  /** The first day in China on which it holds. */
  effectiveFrom: string;
  source: string;
  indicators: PerformanceIndicator[];
}

export interface IndicatorFigure {
  indicator: string;
  numerator: number;
  denominator: number;
  /** `null` of nothing: it is in no score. */
  value: number | null;
  /** Of the value, out of the indicator's weight. */
  points: number | null;
}

export interface DivisionFigures {
  division: string;
  /** Out of 100, over the indicators that there is something to say of; `null` where there is none. */
  score: number | null;
  /** The share of the weights that the score rests on. */
  weighed: number;
  /** Equal scores share a rank; without a score there is none. */
  rank: number | null;
  figures: IndicatorFigure[];
}

const counts = ({ kind, words }: Counted, fact: Pick<Fact, 'kind' | 'word'>): boolean =>
  fact.kind === kind && words.includes(fact.word);

/** What a fact is in an indicator: in its numerator, `missed` in its denominator alone, or nothing. */
export function partIn(
  { numerator, denominator }: PerformanceIndicator,
  fact: Pick<Fact, 'kind' | 'word'>,
): { numerator: boolean; denominator: boolean } {
  return { numerator: counts(numerator, fact), denominator: counts(denominator, fact) };
}

export const monthsOf = (period: string): { from: string; to: string } => {
  const { from, to } = boundsOf(period);
  return { from: periodOf(from, 'month'), to: periodOf(to, 'month') };
};

/** 排名: each of these divisions with its figures of a period, the best first. */
export function leagueTable(
  cells: Iterable<Cell>,
  scheme: PerformanceScheme,
  { divisions, period }: { divisions: readonly string[]; period: string },
): DivisionFigures[] {
  const { from, to } = monthsOf(period);
  const sums = new Map<string, number>();
  for (const { kind, word, divisionCode, month, count } of cells) {
    if (month < from || month > to) continue;
    for (const code of selfAndAbove(divisionCode)) {
      const key = `${code}|${kind}|${word}`;
      sums.set(key, (sums.get(key) ?? 0) + count);
    }
  }
  const sumOf = (division: string, { kind, words }: Counted) =>
    words.reduce((total, word) => total + (sums.get(`${division}|${kind}|${word}`) ?? 0), 0);
  return ranked(divisions.map((division) => figuresOf(division, scheme, sumOf)));
}

function figuresOf(
  division: string,
  { indicators }: PerformanceScheme,
  sumOf: (division: string, counted: Counted) => number,
): Omit<DivisionFigures, 'rank'> {
  const figures = indicators.map(({ code, weight, numerator, denominator }): IndicatorFigure => {
    const [above, below] = [sumOf(division, numerator), sumOf(division, denominator)];
    const value = below === 0 ? null : Math.min(1, above / below);
    const points = value === null ? null : weight * value;
    return { indicator: code, numerator: above, denominator: below, value, points };
  });
  const all = indicators.reduce((total, { weight }) => total + weight, 0);
  const told = indicators.filter((_, index) => figures[index]?.value !== null);
  const weights = told.reduce((total, { weight }) => total + weight, 0);
  const points = figures.reduce((total, figure) => total + (figure.points ?? 0), 0);
  return {
    division,
    score: weights === 0 ? null : (100 * points) / weights,
    weighed: weights / all,
    figures,
  };
}

function ranked(rows: readonly Omit<DivisionFigures, 'rank'>[]): DivisionFigures[] {
  const sorted = rows.toSorted(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.division < b.division ? -1 : a.division > b.division ? 1 : 0),
  );
  return sorted.map((row) => ({
    ...row,
    rank: row.score === null ? null : 1 + sorted.filter(({ score }) => (score ?? -1) > (row.score ?? 0)).length,
  }));
}

/** The period itself and those before it, the oldest first. */
export function periodsUntil(period: string, count: number): string[] {
  const kind = period.includes('Q') ? 'quarter' : period.length === 4 ? 'year' : 'month';
  const all = [period];
  while (all.length < count) {
    const [earliest = period] = all;
    all.unshift(periodOf(new Date(boundsOf(earliest).from.getTime() - 1), kind));
  }
  return all;
}
