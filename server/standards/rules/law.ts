import type { Ban } from './bans.ts';
import type { Exemption } from './exemptions.ts';
import type { FoodNode } from './food.ts';
import { type Limit, type LimitMatch, type LimitQuestion, matchLimit } from './match-limit.ts';
import { definitionsFor, namesOfResidue, type ResidueDefinition } from './residue.ts';
import { nameKey, namesOf } from './substance.ts';

/** What the standards say of a substance, whichever of its names is asked for. */
export interface Law {
  limitsOf(analyte: string): readonly Limit[];
  bansOf(analyte: string): readonly Ban[];
  exemptionsOf(analyte: string): readonly Exemption[];
  /** The sums that this analyte is a part of, or the whole, in any food. */
  residuesNamed(analyte: string): readonly ResidueDefinition[];
  /** Those of them that are for a food on a day. */
  residuesOf(analyte: string, path: readonly FoodNode[], day: string): readonly ResidueDefinition[];
}

export interface Provisions {
  limits: readonly Limit[];
  bans: readonly Ban[];
  exemptions: readonly Exemption[];
  residues: readonly ResidueDefinition[];
  /** The codes of the foods whose residues are those of animals. */
  animalFoods: ReadonlySet<string>;
}

/** Finds the rows of a substance by its name instead of by reading all: GB 2763 has more than ten thousand. */
export function lawOf({ limits, bans, exemptions, residues, animalFoods }: Provisions): Law {
  const limitsByName = byName(limits, namesOf);
  const bansByName = byName(bans, namesOf);
  const exemptionsByName = byName(exemptions, namesOf);
  const residuesByName = byName(residues, namesOfResidue);
  const residuesNamed = (analyte: string) => residuesByName.get(nameKey(analyte)) ?? [];
  return {
    limitsOf: (analyte) => limitsByName.get(nameKey(analyte)) ?? [],
    bansOf: (analyte) => bansByName.get(nameKey(analyte)) ?? [],
    exemptionsOf: (analyte) => exemptionsByName.get(nameKey(analyte)) ?? [],
    residuesNamed,
    residuesOf: (analyte, path, day) => definitionsFor(residuesNamed(analyte), path, { animalFoods, day }),
  };
}

/** The limit that a law has for a food on a day, or why there is none. */
export function matchByLaw(law: Law, question: Omit<LimitQuestion, 'limits' | 'exemptions'>): LimitMatch {
  const { analyte } = question;
  return matchLimit({ ...question, limits: law.limitsOf(analyte), exemptions: law.exemptionsOf(analyte) });
}

function byName<Row>(
  rows: readonly Row[],
  names: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const name of new Set(names(row).map(nameKey))) {
      const known = found.get(name);
      if (known) known.push(row);
      else found.set(name, [row]);
    }
  return found;
}
