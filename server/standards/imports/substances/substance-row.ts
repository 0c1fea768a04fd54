import { isCasNumber } from '../../rules/cas-number.ts';
import { decimal } from '../../rules/decimal.ts';
import type { PrintedSubstance } from '../../rules/known-substances.ts';
import type { ResidueDefinition } from '../../rules/residue.ts';
import { nameKey } from '../../rules/substance.ts';
import { type RowFault, rowReader, substancesOfList, type TableRow } from '../table-kind.ts';
import { foodsInWords } from './columns.ts';

/** The columns that speak of a part: with one of them filled, the line is that of a part of a sum. */
const ofParts = ['foods', 'expressedAs', 'part', 'partEn', 'partCasNumber', 'partAlsoNamed', 'factor', 'unlisted'];

export function readSubstance(row: TableRow, problems: RowFault[]): PrintedSubstance | undefined {
  const before = problems.length;
  const { fault, needed } = rowReader(row, problems);
  const { cells } = row;
  const substance = needed('substance');
  const clause = needed('clause');
  for (const column of ['casNumber', 'partCasNumber']) {
    const casNumber = cells[column];
    if (casNumber !== undefined && !isCasNumber(casNumber))
      fault(column, `${casNumber} is not a CAS number: its check digit is wrong`);
  }
  const partOf = ofParts.some((column) => cells[column] !== undefined) ? readPart(row, problems) : undefined;
  if (problems.length > before) return undefined;
  return {
    ...namedOf(substance, cells.substanceEn, cells.casNumber, cells.alsoNamed),
    clause,
    ...(partOf && { partOf }),
  };
}

function readPart(row: TableRow, problems: RowFault[]): PrintedSubstance['partOf'] {
  const { fault, needed } = rowReader(row, problems);
  const { partEn, partCasNumber, partAlsoNamed, unlisted, unlistedEn } = row.cells;
  const part = needed('part');
  const expressedAs = needed('expressedAs');
  const foods = readScope(needed('foods'), fault);
  const factor = needed('factor').normalize('NFKC');
  if (factor && !decimal(factor)?.gt(0))
    fault('factor', `must be a decimal number above 0, e.g. 0.9326, not ${factor}`);
  else if (factor && nameKey(part) === nameKey(expressedAs) && !decimal(factor)?.eq(1))
    fault('factor', 'must be 1: the sum is expressed as this part');
  if (!foods) return undefined;
  return {
    foods,
    expressedAs,
    ...(unlisted !== undefined && { unlisted: { zh: unlisted, en: unlistedEn ?? unlisted } }),
    part: { ...namedOf(part, partEn, partCasNumber, partAlsoNamed), factor },
  };
}

function readScope(
  text: string,
  fault: (column: string, message: string) => undefined,
): ResidueDefinition['foods'] | undefined {
  if (!text) return undefined;
  const scopes = Object.entries(foodsInWords) as [ResidueDefinition['foods'], string][];
  const found = scopes.find(([scope, word]) => [scope, word].includes(text));
  return found ? found[0] : fault('foods', 'must be 全部, 植物源 or 动物源');
}

function namedOf(substance: string, substanceEn = substance, casNumber?: string, alsoNamed?: string) {
  const others = substancesOfList(alsoNamed);
  return {
    substance,
    substanceEn,
    ...(casNumber !== undefined && { casNumber }),
    ...(others.length && { alsoNamed: others }),
  };
}
