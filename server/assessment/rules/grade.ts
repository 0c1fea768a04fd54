import { dayOf, endOfDay, monthsAfter } from '../../calendar/rules/calendar.ts';
import type { Fact, FactKind } from '../../facts/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import { type Horizon, isKnown } from './knowledge.ts';

export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

/** A way to grade, as data: what counts for how much, and what follows from the grade. */
export interface GradeScheme {
  version: number;
  /** The first day in China on which it holds. */
  effectiveFrom: string;
  source: string;
  basis: string;
  start: number;
  windowMonths: number;
  indicators: GradeIndicator[];
  /** Who was neither tested nor inspected is not known to be good. */
  evidence: { kinds: FactKind[]; atMost: Grade; title: Bilingual };
  grades: { grade: Grade; atLeast: number; inspectionsAYear: number; drawFactor: number }[];
  ungradedDrawFactor: number;
}

export interface GradeIndicator {
  code: string;
  title: Bilingual;
  kind: FactKind;
  points: Record<string, number>;
  /** All records of the indicator together count no more than this. */
  most: number;
  /** It counts as long as it holds, however long ago it began. */
  standing?: boolean;
}

export interface GradedRecord {
  resource: string;
  id: string;
  label: string;
  word: string;
  happenedAt: Date;
  points: number;
  /** It was contested, and the appeal was right: it does not count. */
  excluded: boolean;
}

export interface GradedPoint {
  indicator: string;
  title: Bilingual;
  points: number;
  /** The records would have come to more. */
  capped: boolean;
  records: GradedRecord[];
}

export interface Graded {
  schemeVersion: number;
  /** What happened from then on counts. */
  from: Date;
  score: number;
  grade: Grade;
  inspectionsAYear: number;
  /** Every point of the score, with the records it comes from. */
  points: GradedPoint[];
  /** Why the grade is not better although the score is. */
  limited?: Bilingual;
}

/** The version that held on that day. @throws Error before the first one */
export function schemeOn(schemes: readonly GradeScheme[], at: Date): GradeScheme {
  const day = dayOf(at);
  const found = schemes.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? schemes[0];
  if (!found) throw new Error('there is no way to grade');
  return found;
}

export const contestedKey = ({ resource, id }: { resource: string; id: string }): string => `${resource}|${id}`;

/** 信用与风险分级: the start, and what each indicator adds or takes, within 0 and 100. */
export function gradeOf(
  facts: readonly Fact[],
  scheme: GradeScheme,
  horizon: Horizon,
  excluded: ReadonlySet<string>,
): Graded {
  const from = endOfDay(monthsAfter(dayOf(horizon.until), -scheme.windowMonths));
  const known = facts.filter((fact) => isKnown(fact, horizon));
  const points = scheme.indicators.flatMap((indicator) => pointOf(indicator, known, from, excluded));
  const sum = points.reduce((total, point) => total + point.points, scheme.start);
  const score = Math.min(100, Math.max(0, sum));
  const byScore = bandOf(scheme, score);
  const { kinds, atMost, title } = scheme.evidence;
  const proven = known.some(({ kind, happenedAt }) => kinds.includes(kind) && happenedAt >= from);
  const limited = !proven && byScore.grade < atMost;
  const band = limited ? (scheme.grades.find(({ grade }) => grade === atMost) ?? byScore) : byScore;
  return {
    schemeVersion: scheme.version,
    from,
    score,
    grade: band.grade,
    inspectionsAYear: band.inspectionsAYear,
    points,
    ...(limited && { limited: title }),
  };
}

function bandOf({ grades: bands }: GradeScheme, score: number): GradeScheme['grades'][number] {
  const found = bands.find(({ atLeast }) => score >= atLeast) ?? bands.at(-1);
  if (!found) throw new Error('the scheme has no grades');
  return found;
}

function pointOf(
  { code, title, kind, points, most, standing }: GradeIndicator,
  facts: readonly Fact[],
  from: Date,
  excluded: ReadonlySet<string>,
): GradedPoint[] {
  const records = facts
    .filter((fact) => fact.kind === kind && points[fact.word] !== undefined && (standing || fact.happenedAt >= from))
    .map(
      ({ record, word, happenedAt }): GradedRecord => ({
        ...record,
        word,
        happenedAt,
        points: points[word] ?? 0,
        excluded: excluded.has(contestedKey(record)),
      }),
    )
    .toSorted((a, b) => b.happenedAt.getTime() - a.happenedAt.getTime() || (a.id < b.id ? -1 : 1));
  if (records.length === 0) return [];
  const sum = records.reduce((total, record) => (record.excluded ? total : total + record.points), 0);
  const limited = most < 0 ? Math.max(most, sum) : Math.min(most, sum);
  return [{ indicator: code, title, points: limited, capped: limited !== sum, records }];
}
