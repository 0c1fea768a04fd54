import type { Term } from './day.ts';
import type { ResidueDefinition, ResiduePart } from './residue.ts';
import { type NamedSubstance, nameKey, namesOf } from './substance.ts';

/** A line of a table of substances: what one is called and, where its residue is a sum, one part of that. */
export interface PrintedSubstance extends NamedSubstance {
  clause: string;
  partOf?: Pick<ResidueDefinition, 'foods' | 'expressedAs' | 'unlisted'> & { part: ResiduePart };
}

/** The sums that the lines define, in their order: the parts of one substance for the same foods are one sum. */
export function residuesOfLines(
  lines: readonly PrintedSubstance[],
  edition: Term & Pick<ResidueDefinition, 'standard' | 'source'>,
): ResidueDefinition[] {
  const sums = new Map<string, ResidueDefinition & { parts: ResiduePart[] }>();
  for (const { substance, substanceEn = substance, clause, partOf } of lines) {
    if (!partOf) continue;
    const { part, foods, expressedAs, unlisted } = partOf;
    const key = `${nameKey(substance)}\u0000${foods}`;
    const known = sums.get(key);
    known?.parts.push(part);
    if (known) known.unlisted ??= unlisted;
    else sums.set(key, { ...edition, substance, substanceEn, foods, clause, expressedAs, unlisted, parts: [part] });
  }
  return [...sums.values()];
}

/** The lines that define a sum. */
export function linesOfResidue({ parts, ...sum }: ResidueDefinition): PrintedSubstance[] {
  const { substance, substanceEn, clause, foods, expressedAs, unlisted } = sum;
  return parts.map(({ substance: name, substanceEn: nameEn, casNumber, alsoNamed, factor }) => ({
    substance,
    substanceEn,
    clause,
    partOf: {
      foods,
      expressedAs,
      ...(unlisted && { unlisted }),
      part: { substance: name, substanceEn: nameEn, casNumber, alsoNamed, factor },
    },
  }));
}

/** Gives provisions the names under which their substance is known, so that a result finds them by any of these. */
export function withKnownNames(lines: readonly PrintedSubstance[]) {
  const known = new Map<string, PrintedSubstance[]>();
  for (const line of lines) {
    const key = nameKey(line.substance);
    known.set(key, [...(known.get(key) ?? []), line]);
  }
  return <Row extends NamedSubstance>(row: Row): Row => {
    const found = known.get(nameKey(row.substance));
    if (!found) return row;
    const names = found.flatMap(({ partOf: _part, ...named }) => namesOf(named));
    const own = new Set(namesOf({ ...row, alsoNamed: [] }).map(nameKey));
    const alsoNamed = [...new Set([...(row.alsoNamed ?? []), ...names])].filter((name) => !own.has(nameKey(name)));
    return { ...row, casNumber: row.casNumber ?? found.find(({ casNumber }) => casNumber)?.casNumber, alsoNamed };
  };
}
