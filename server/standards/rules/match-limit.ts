import { isInForce } from './day.ts';
import { type Exemption, findExemption } from './exemptions.ts';
import type { FoodNode, FoodPlace } from './food.ts';
import type { Comparison } from './rounding.ts';
import { isNamed } from './substance.ts';

export const limitKinds = ['pesticide', 'veterinary-drug', 'contaminant', 'mycotoxin'] as const;
export type LimitKind = (typeof limitKinds)[number];

export function isLimitKind(kind: string): kind is LimitKind {
  return (limitKinds as readonly string[]).includes(kind);
}

/** One row of a table of limits, as its standard prints it. */
export interface PrintedLimit {
  substance: string;
  substanceEn: string;
  casNumber?: string | undefined;
  /** What is measured and compared, in the standard's words. */
  residue?: string | undefined;
  foodCode: string;
  /** Foods below `foodCode` to which the row does not apply. */
  excluding: readonly string[];
  /** Decimal text */
  maximum: string;
  unit: string;
  temporary: boolean;
  /** Absent: the value as it stands, the rule of GB/T 8170 where a standard says nothing. */
  comparison?: Comparison | undefined;
  clause: string;
}

/** A printed limit with what holds for its whole standard. */
export interface Limit extends PrintedLimit {
  id: string;
  /** The substances that a standard limits together, each by its own name. */
  alsoNamed?: readonly string[] | undefined;
  kind: LimitKind;
  standard: string;
  /** Which version of the standard's data this row belongs to. */
  version: number;
  effectiveFrom: string;
  effectiveTo?: string | undefined;
  source: string;
}

/** `food-not-specific`: the product is filed under a category, and foods within that category have limits of their own. */
export const noLimitReasons = [
  'none-set',
  'excluded',
  'not-in-force',
  'substance-unknown',
  'food-not-specific',
  'exempt',
] as const;
export type NoLimitReason = (typeof noLimitReasons)[number];

export type LimitMatch =
  | { kind: 'limit'; limit: Limit; food: FoodNode; isOwn: boolean }
  /** `food`: the category whose row excludes the food, or whose row is not in force. */
  | { kind: 'none'; reason: NoLimitReason; limit?: Limit; food?: FoodNode; exemption?: Exemption };

export interface LimitQuestion {
  analyte: string;
  food: FoodPlace;
  /** The day of sampling in China, YYYY-MM-DD. */
  day: string;
  limits: readonly Limit[];
  exemptions: readonly Exemption[];
}

/**
 * The limit that applies to a food on the day of sampling.
 *
 * The most specific food wins. A category's row that excludes the food ends the search: 叶菜类（芹菜除外） leaves celery
 * without a limit unless celery has its own row, and no wider category steps in.
 * A substance exempt from limits is said to be so, unless some standard has a limit for the food all the same.
 * Source: GB 2763-2026, scope and appendix A: a limit for a category is for all its foods unless otherwise provided; appendix B: exempt.
 */
export function matchLimit(question: LimitQuestion): LimitMatch {
  const found = limitFor(question);
  if (found.kind === 'limit' || !silent.includes(found.reason)) return found;
  const exemption = findExemption(question.exemptions, question);
  return exemption ? { kind: 'none', reason: 'exempt', exemption } : found;
}

/** No row in force speaks of the substance in this food. */
const silent: readonly NoLimitReason[] = ['substance-unknown', 'none-set', 'not-in-force'];

function limitFor({ analyte, food, day, limits }: LimitQuestion): LimitMatch {
  const ofSubstance = limits.filter((limit) => isNamed(limit, analyte));
  if (!ofSubstance.length) return { kind: 'none', reason: 'substance-unknown' };
  const inForce = ofSubstance.filter((limit) => isInForce(limit, day));
  const found = search(food.path, inForce);
  if (found.kind === 'none' && found.reason === 'excluded') return found;
  // What is only known to be "a leafy vegetable" may be the celery that the row excludes: then nobody can tell its limit.
  if (inForce.some((limit) => differsWithin(food.below, limit))) return { kind: 'none', reason: 'food-not-specific' };
  if (found.kind === 'limit') return found;
  const onAnotherDay = search(food.path, ofSubstance);
  return onAnotherDay.kind === 'limit' ? { ...onAnotherDay, kind: 'none', reason: 'not-in-force' } : found;
}

function search(path: readonly FoodNode[], limits: readonly Limit[]): LimitMatch {
  for (const food of path.toReversed()) {
    const rows = limits.filter(({ foodCode }) => foodCode === food.code);
    const limit = latest(rows.filter(({ excluding }) => !path.some(({ code }) => excluding.includes(code))));
    if (limit) return { kind: 'limit', limit, food, isOwn: food === path.at(-1) };
    const excluding = latest(rows);
    if (excluding) return { kind: 'none', reason: 'excluded', limit: excluding, food };
  }
  return { kind: 'none', reason: 'none-set' };
}

function differsWithin(below: ReadonlySet<string>, { foodCode, excluding }: Limit): boolean {
  return below.has(foodCode) || excluding.some((code) => below.has(code));
}

function latest(rows: readonly Limit[]): Limit | undefined {
  return rows.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}
