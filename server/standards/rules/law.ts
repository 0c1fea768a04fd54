import type { Ban } from './bans.ts';
import type { FoodNode } from './food.ts';
import type { Limit } from './match-limit.ts';
import { definitionsFor, namesOfResidue, type ResidueDefinition } from './residue.ts';
import { nameKey, namesOf } from './substance.ts';

/** What the standards say of a substance, whichever of its names is asked for. */
export interface Law {
  limitsOf(analyte: string): readonly Limit[];
  bansOf(analyte: string): readonly Ban[];
  /** The sums that this analyte is a part of, or the whole, in any food. */
  residuesNamed(analyte: string): readonly ResidueDefinition[];
  /** Those of them that are for a food. */
  residuesOf(analyte: string, path: readonly FoodNode[]): readonly ResidueDefinition[];
}

export interface Provisions {
  limits: readonly Limit[];
  bans: readonly Ban[];
  residues: readonly ResidueDefinition[];
  /** The codes of the foods whose residues are those of animals. */
  animalFoods: ReadonlySet<string>;
}

/** Finds the rows of a substance by its name instead of by reading all: GB 2763 has more than ten thousand. */
export function lawOf({ limits, bans, residues, animalFoods }: Provisions): Law {
  const limitsByName = byName(limits, namesOf);
  const bansByName = byName(bans, namesOf);
  const residuesByName = byName(residues, namesOfResidue);
  const residuesNamed = (analyte: string) => residuesByName.get(nameKey(analyte)) ?? [];
  return {
    limitsOf: (analyte) => limitsByName.get(nameKey(analyte)) ?? [],
    bansOf: (analyte) => bansByName.get(nameKey(analyte)) ?? [],
    residuesNamed,
    residuesOf: (analyte, path) => definitionsFor(residuesNamed(analyte), path, animalFoods),
  };
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
