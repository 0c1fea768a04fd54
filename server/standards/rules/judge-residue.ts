import { dayOf } from '../../calendar/rules/calendar.ts';
import { findBan } from './bans.ts';
import { decimal, readReported } from './decimal.ts';
import type * as explain from './explain.ts';
import { bannedPartsMissing, sumAbove, sumOpen, sumWithin } from './explain-residue.ts';
import {
  bannedFound,
  bannedNotFound,
  bySimpleAcceptance,
  isFound,
  type Judgement,
  judge,
  limitFacts,
  noLimit,
  type Verdict,
} from './judge.ts';
import { type Law, matchByLaw } from './law.ts';
import type { Measurement } from './measurement.ts';
import { isWhole, partNamed, type ResidueDefinition } from './residue.ts';
import { type ResidueSum, sumOfParts } from './residue-sum.ts';
import { keeps } from './rounding.ts';

/**
 * Does the residue, which the standard defines as a sum, keep what is asked? One verdict for all its parts of a sample.
 *
 * 1. A part of a banned substance that was found fails.
 * 2. The sum fails when its lower bound exceeds the limit, passes when its upper bound keeps it, and is open otherwise: a
 *    part that is missing or not bounded is never taken for nothing.
 * 3. A sum that the laboratory reports itself decides, unless the parts beside it show an excess.
 *
 * @param results of one food and day, each a part of the residue or the whole; at least one
 */
export function judgeResidue(definition: ResidueDefinition, results: readonly Measurement[], law: Law): Judgement {
  const ofParts = results.filter(({ analyte }) => partNamed(definition, analyte));
  const whole = worst(
    results
      .filter(({ analyte }) => isWhole(definition, analyte))
      .map((each) => judge({ ...each, analyte: definition.substance }, law)),
  );
  const [first] = ofParts;
  if (!first && whole) return whole;
  const summed = judgeParts(definition, ofParts, first ?? (results[0] as Measurement), law);
  return !whole || summed.verdict === 'fail' ? summed : { ...whole, residue: summed.residue };
}

const byGravity: readonly Verdict['verdict'][] = ['fail', 'not-comparable', 'no-limit', 'pass'];

function worst(verdicts: readonly Judgement[]): Judgement | undefined {
  return verdicts.toSorted((a, b) => byGravity.indexOf(a.verdict) - byGravity.indexOf(b.verdict))[0];
}

function judgeParts(
  definition: ResidueDefinition,
  results: readonly Measurement[],
  { food, sampledAt, unit }: Measurement,
  law: Law,
): Judgement {
  const analyte = definition.substance;
  const day = dayOf(sampledAt);
  const ban = findBan(law.bansOf(analyte), { analyte, path: food.path, day });
  const match = matchByLaw(law, { analyte, food, day });
  const sum = sumOfParts(definition, results, match.kind === 'limit' ? match.limit.unit : unit);
  const residue = { residue: residueFacts(definition, sum, match.kind === 'limit' ? match.limit.unit : unit) };
  const found = ban && results.find(isDetected);
  if (ban && found) return { ...bannedFound(found, ban), ...residue };
  const absent = ban ? results.map((each) => bannedNotFound(each, ban)) : [];
  const open = absent.find(({ verdict }) => verdict !== 'pass');
  if (open) return { ...open, banned: true, ...residue };
  if (match.kind === 'limit')
    return { ...againstLimit(definition, sum, match), ...(ban && { banned: true }), ...residue };
  if (!ban) return { ...noLimit({ analyte, food }, match, day), ...residue };
  if (sum.missing.length || definition.unlisted)
    return {
      ...(absent[0] as Verdict),
      verdict: 'not-comparable',
      explanation: bannedPartsMissing(definition, sum, ban),
      banned: true,
      ...residue,
    };
  return { ...(absent[0] as Verdict), banned: true, ...residue };
}

function againstLimit(definition: ResidueDefinition, sum: ResidueSum, match: explain.Matched): Judgement {
  const facts = limitFacts(match);
  const { maximum, comparison } = match.limit;
  const open: Verdict = { verdict: 'not-comparable', ...facts, explanation: sumOpen(definition, sum, match) };
  if (!decimal(maximum)) return open;
  if (!keeps(sum.lower, maximum, comparison)) return bySimpleAcceptance(false, facts, sumAbove(definition, sum, match));
  if (sum.upper && keeps(sum.upper, maximum, comparison))
    return bySimpleAcceptance(true, facts, sumWithin(definition, sum, match));
  return open;
}

function isDetected({ value, lod, loq }: Measurement): boolean {
  const reported = readReported(value, lod);
  return reported !== null && isFound(reported, loq === undefined ? null : decimal(loq));
}

function residueFacts(definition: ResidueDefinition, sum: ResidueSum, unit: string): Verdict['residue'] {
  return {
    substance: definition.substance,
    substanceEn: definition.substanceEn,
    expressedAs: definition.expressedAs,
    unit,
    lower: sum.lower.toFixed(),
    upper: sum.upper?.toFixed() ?? null,
    parts: sum.parts.map(({ part, found }) => ({
      analyte: part.substance,
      analyteEn: part.substanceEn ?? part.substance,
      factor: part.factor,
      ...(found && { value: found.value, unit: found.unit }),
    })),
  };
}
