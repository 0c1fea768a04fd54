import type { Ban } from './bans.ts';
import type { Limit } from './match-limit.ts';
import { type NamedSubstance, nameKey } from './substance.ts';

/** What the standards say of a substance, whichever of its names is asked for. */
export interface Law {
  limitsOf(analyte: string): readonly Limit[];
  bansOf(analyte: string): readonly Ban[];
}

/** Finds the rows of a substance by its name instead of by reading all: GB 2763 has more than ten thousand. */
export function lawOf(limits: readonly Limit[], bans: readonly Ban[]): Law {
  const limitsByName = byName(limits);
  const bansByName = byName(bans);
  return {
    limitsOf: (analyte) => limitsByName.get(nameKey(analyte)) ?? [],
    bansOf: (analyte) => bansByName.get(nameKey(analyte)) ?? [],
  };
}

function byName<Row extends NamedSubstance>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const name of namesOf(row)) {
      const known = found.get(name);
      if (known) known.push(row);
      else found.set(name, [row]);
    }
  return found;
}

function namesOf({ substance, substanceEn, casNumber, alsoNamed }: NamedSubstance): Set<string> {
  return new Set(
    [substance, substanceEn, casNumber, ...(alsoNamed ?? [])].filter((name) => name !== undefined).map(nameKey),
  );
}
