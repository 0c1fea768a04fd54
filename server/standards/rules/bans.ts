import { isInForce } from './day.ts';
import type { FoodNode } from './food.ts';
import { isNamed } from './substance.ts';

/** A pesticide that may not be used at all, or not on the crops of some foods. */
export interface PrintedBan {
  substance: string;
  substanceEn?: string | undefined;
  casNumber?: string | undefined;
  alsoNamed: readonly string[];
  foods: 'all' | readonly string[];
  /** The day from which the use is banned; absent: before anything recorded here. */
  effectiveFrom?: string | undefined;
  effectiveTo?: string | undefined;
  /** Number of the ministry's announcement; absent where it was not read. */
  announcement?: string | undefined;
  source: string;
}

/** A printed ban with the list that it stands in. */
export interface Ban extends PrintedBan {
  id: string;
  standard: string;
  /** Which version of the list's data this row belongs to. */
  version: number;
}

/** The ban that reaches this substance in this food on the day of sampling; a ban for all crops goes before one for some. */
export function findBan(
  bans: readonly Ban[],
  { analyte, path, day }: { analyte: string; path: readonly FoodNode[]; day: string },
): Ban | undefined {
  const reaching = bans.filter((ban) => isNamed(ban, analyte) && isInForce(ban, day) && reachesFood(ban, path));
  return reaching.find(({ foods }) => foods === 'all') ?? reaching[0];
}

function reachesFood({ foods }: Ban, path: readonly FoodNode[]): boolean {
  return foods === 'all' || path.some(({ code }) => foods.includes(code));
}
