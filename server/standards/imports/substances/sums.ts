import type { PrintedSubstance } from '../../rules/known-substances.ts';
import { type NamedSubstance, nameKey } from '../../rules/substance.ts';
import type { RowFault } from '../table-kind.ts';

type Line = PrintedSubstance & { line: number };

/** Where lines contradict each other: one sum said in two ways, a CAS number or another name that two substances bear. */
export function faultsAmongLines(lines: readonly Line[]): RowFault[] {
  return [...unlikeLinesOfSums(lines), ...namesOfTwo(lines)];
}

function unlikeLinesOfSums(lines: readonly Line[]): RowFault[] {
  const first = new Map<string, Line>();
  return lines.flatMap((line): RowFault[] => {
    if (!line.partOf) return [];
    const { foods, expressedAs } = line.partOf;
    const substance = nameKey(line.substance);
    const fault = (column: string, message: string) => [{ line: line.line, column, message }];
    const wider = (foods === 'all' ? (['plant', 'animal'] as const) : (['all'] as const))
      .map((scope) => first.get(`${substance}\u0000${scope}`))
      .find((found) => found !== undefined);
    if (wider) return fault('foods', `are foods for which line ${wider.line} defines this residue already`);
    const key = `${substance}\u0000${foods}`;
    const known = first.get(key);
    if (!known) first.set(key, line);
    else if (known.partOf?.expressedAs !== expressedAs)
      return fault('expressedAs', `must be that of the other parts of this sum, as in line ${known.line}`);
    else if (known.clause !== line.clause)
      return fault('clause', `must be that of the other parts of this sum, as in line ${known.line}`);
    return [];
  });
}

function namesOfTwo(lines: readonly Line[]): RowFault[] {
  const bearers = new Map<string, string>();
  const told: RowFault[] = [];
  const claim = (line: number, column: string, name: string, substance: string) => {
    const bearer = bearers.get(nameKey(name)) ?? substance;
    bearers.set(nameKey(name), bearer);
    if (nameKey(bearer) !== nameKey(substance))
      told.push({ line, column, message: `${name} is a name of ${bearer} further up` });
  };
  for (const { line, partOf, ...named } of lines)
    for (const [each, before] of [
      [named, ''],
      [partOf?.part, 'part'],
    ] as const satisfies [NamedSubstance | undefined, string][])
      if (each) {
        if (each.casNumber) claim(line, before ? 'partCasNumber' : 'casNumber', each.casNumber, each.substance);
        for (const name of each.alsoNamed ?? [])
          claim(line, before ? 'partAlsoNamed' : 'alsoNamed', name, each.substance);
      }
  return told;
}
