import { type Ban, findBan } from './bans.ts';
import { isInForce } from './day.ts';
import type { FoodPlace } from './food.ts';
import { residueDeciding } from './judge-sample.ts';
import { type Law, matchByLaw } from './law.ts';
import type { Limit, LimitMatch } from './match-limit.ts';
import type { ResidueDefinition } from './residue.ts';

export interface Question {
  analyte: string;
  food: FoodPlace;
  /** The day of sampling in China, YYYY-MM-DD. */
  day: string;
}

/**
 * Why a row that speaks of the substance in this food, or in a category above it, does not apply: it is of another day, a
 * more specific row goes before it, or it leaves the food out.
 */
export type PassedOverReason = 'not-in-force' | 'less-specific' | 'excludes-the-food';

export interface Applicable {
  /** What a result is held against: the sum of which the analyte is a part, or the analyte itself. */
  residue?: ResidueDefinition | undefined;
  ban?: Ban | undefined;
  match: LimitMatch;
  passedOver: { limit: Limit; reason: PassedOverReason }[];
}

/** What applies to a substance in a food on a day, before anything is measured: the same choice by which results are judged. */
export function applicable({ analyte, food, day }: Question, law: Law): Applicable {
  const residue = residueDeciding({ analyte, food, day }, law);
  const asked = residue?.substance ?? analyte;
  const ban = findBan(law.bansOf(asked), { analyte: asked, path: food.path, day });
  const match = matchByLaw(law, { analyte: asked, food, day });
  const codes = new Set(food.path.map(({ code }) => code));
  const passedOver = law
    .limitsOf(asked)
    .filter((limit) => codes.has(limit.foodCode) && !(match.kind === 'limit' && limit.id === match.limit.id))
    .map((limit) => ({ limit, reason: whyPassedOver(limit, codes, day) }));
  return { residue, ban, match, passedOver };
}

function whyPassedOver(limit: Limit, codes: ReadonlySet<string>, day: string): PassedOverReason {
  if (!isInForce(limit, day)) return 'not-in-force';
  return limit.excluding.some((code) => codes.has(code)) ? 'excludes-the-food' : 'less-specific';
}

/** Whether the standards say anything of the substance in this food: a limit, a ban, or that there is none on purpose. */
export function speaks({ ban, match }: Applicable): boolean {
  return ban !== undefined || match.kind === 'limit' || !['none-set', 'substance-unknown'].includes(match.reason);
}
