import type { z } from 'zod';
import { dayOf } from '../../calendar/rules/calendar.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { verdictSchema } from '../../testing/verdict-schema.ts';
import { type Ban, findBan } from './bans.ts';
import { type DecimalNumber, decimal, type Reported, readReported } from './decimal.ts';
import * as explain from './explain.ts';
import { type Law, matchByLaw } from './law.ts';
import type { LimitMatch } from './match-limit.ts';
import type { Measurement } from './measurement.ts';
import { asCompared, keeps } from './rounding.ts';
import { convert } from './units.ts';

export type Verdict = z.infer<typeof verdictSchema>;

/** What the standards say of a result, before a decision rule has its say. */
export interface Judgement extends Verdict {
  /** What was found beside its limit, without a conclusion; absent where nothing was compared. */
  comparison?: Bilingual;
  /** The number that was held against the limit: in the limit's unit, rounded where the standard says so. */
  compared?: string;
}

/**
 * Does this result keep what the standards in force on the day of sampling ask?
 *
 * 1. A banned substance found at or above the quantification limit fails, whatever the limit (农产品质量安全法 36, item 1).
 * 2. Otherwise the limit decides, if there is one: full-value comparison (GB/T 8170), simple acceptance.
 * 3. "Less than" passes only when its bound is known and within the limit. `<LOQ` without a stated LOQ shows nothing:
 *    the method may be too coarse for this limit, and a wrong pass is worse than an open question.
 * 4. That a banned substance was not found has to be shown by a bound, within the method's quantification limit; in a food without
 *    a limit that is all that is asked.
 */
export function judge(measurement: Measurement, law: Law): Judgement {
  const reported = readReported(measurement.value, measurement.lod);
  if (!reported) return { verdict: 'not-comparable', reason: 'text', explanation: explain.unreadable(measurement) };
  const { analyte, food } = measurement;
  const day = dayOf(measurement.sampledAt);
  const loq = measurement.loq === undefined ? null : decimal(measurement.loq);
  const ban = findBan(law.bansOf(analyte), { analyte, path: food.path, day });
  if (ban && isFound(reported, loq)) return bannedFound(measurement, ban);
  const match = matchByLaw(law, { analyte, food, day });
  const banned = ban && { banned: true };
  const absence = ban && bannedNotFound(measurement, ban);
  if (absence && (absence.verdict !== 'pass' || match.kind !== 'limit')) return { ...absence, ...banned };
  if (match.kind === 'limit') return { ...againstLimit(measurement, reported, loq, match), ...banned };
  return noLimit(measurement, match, day);
}

/** Why nothing is set for it; an exemption stands somewhere. */
export function noLimit(
  asked: Pick<Measurement, 'analyte' | 'food'>,
  match: Extract<LimitMatch, { kind: 'none' }>,
  day: string,
): Verdict {
  const { reason, exemption } = match;
  return {
    verdict: 'no-limit',
    reason,
    ...(exemption && {
      standard: exemption.standard,
      standardVersion: exemption.version,
      clause: exemption.clause,
    }),
    explanation: explain.noLimit(asked, match, day),
  };
}

/** At or above the quantification limit; where none is stated, any number above zero. */
export function isFound(reported: Reported, loq: DecimalNumber | null): boolean {
  if (reported.kind === 'below') return false;
  return loq ? reported.number.gte(loq) : reported.number.gt(0);
}

export function bannedFound(measurement: Measurement, ban: Ban): Verdict {
  return {
    verdict: 'fail',
    ...banFacts(ban),
    banned: true,
    explanation: explain.bannedFound(measurement, ban),
  };
}

/** Where a ban stands; the list that comes with the platform has no number. */
function banFacts(ban: Ban) {
  const { standard, version } = ban;
  return { standard, ...(version > 0 && { standardVersion: version }), clause: explain.announcement(ban).zh };
}

/** What a result says of a banned substance that it does not report as found. */
export function bannedNotFound(measurement: Measurement, ban: Ban): Verdict {
  const reported = readReported(measurement.value, measurement.lod);
  if (!reported) return { verdict: 'not-comparable', reason: 'text', explanation: explain.unreadable(measurement) };
  const loq = measurement.loq === undefined ? null : decimal(measurement.loq);
  const bound = reported.kind === 'below' ? reported.bound : null;
  const provision = banFacts(ban);
  const shownBelow = bound ?? loq;
  if (!shownBelow)
    return {
      verdict: 'not-comparable',
      reason: 'bound-unknown',
      ...provision,
      explanation: explain.bannedBoundUnknown(measurement, ban),
    };
  // "<0.5" by a method that finds 0.01 does not say that the substance was not found.
  if (bound && loq && bound.gt(loq))
    return {
      verdict: 'not-comparable',
      reason: 'bound-above-limit',
      ...provision,
      explanation: explain.bannedBoundTooHigh(measurement, ban),
    };
  return { verdict: 'pass', ...provision, explanation: explain.bannedNotFound(measurement, ban, shownBelow) };
}

function againstLimit(
  measurement: Measurement,
  reported: Reported,
  loq: DecimalNumber | null,
  match: explain.Matched,
): Judgement {
  const { limit } = match;
  const facts = limitFacts(match);
  const open = (reason: Verdict['reason'], explanation: Verdict['explanation']): Verdict => ({
    verdict: 'not-comparable',
    reason,
    ...facts,
    explanation,
  });
  if (!decimal(limit.maximum)) return open('text', explain.unreadable({ ...measurement, value: limit.maximum }));

  const bound = upperBound(reported, loq);
  if (bound === 'unknown') return open('bound-unknown', explain.boundUnknown(measurement, match));
  const comparable = convert(bound, measurement.unit, limit.unit);
  if (!comparable) return open('units-differ', explain.unitsDiffer(measurement, match));

  const isWithin = keeps(comparable, limit.maximum, limit.comparison);
  const isNumber = reported.kind === 'number' && !isBelowLoq(reported, loq);
  if (!isNumber && !isWithin) return open('bound-above-limit', explain.boundAboveLimit(measurement, match, comparable));
  const compared = asCompared(comparable, limit.maximum, limit.comparison);
  const comparison = explain.comparisonWith(measurement, match, { keeps: isWithin, isNumber, comparable, compared });
  return { ...bySimpleAcceptance(isWithin, facts, comparison), ...(isNumber && { compared: compared.toFixed() }) };
}

export function bySimpleAcceptance(
  keeps: boolean,
  facts: ReturnType<typeof limitFacts>,
  comparison: Bilingual,
): Judgement {
  return {
    verdict: keeps ? 'pass' : 'fail',
    ...facts,
    decisionRule: 'simple-acceptance',
    comparison,
    explanation: explain.concluded(keeps, comparison),
  };
}

export function limitFacts({ limit, food }: explain.Matched) {
  return {
    limit: limit.maximum,
    unit: limit.unit,
    standard: limit.standard,
    standardVersion: limit.version,
    clause: limit.clause,
    food: food.name,
  };
}

/**
 * The highest value that the report leaves possible. A number below the LOQ is not quantified: it says "below the LOQ". So does 0, whose
 * LOQ has to be stated: no method finds nothing.
 */
function upperBound(reported: Reported, loq: DecimalNumber | null): DecimalNumber | 'unknown' {
  if (reported.kind === 'below') return reported.bound ?? loq ?? 'unknown';
  if (reported.number.isZero()) return loq ?? 'unknown';
  return loq && isBelowLoq(reported, loq) ? loq : reported.number;
}

function isBelowLoq(reported: Extract<Reported, { kind: 'number' }>, loq: DecimalNumber | null): boolean {
  return loq !== null && reported.number.lt(loq);
}
