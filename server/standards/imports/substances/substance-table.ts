import type { PrintedSubstance } from '../../rules/known-substances.ts';
import { nameKey, namesOf } from '../../rules/substance.ts';
import type { Cells, ReadRows, RowFault, TableKind, TableRow } from '../table-kind.ts';
import { foodsInWords, type SubstanceColumn, substanceColumns } from './columns.ts';
import { readSubstance } from './substance-row.ts';
import { faultsAmongLines } from './sums.ts';

/** What substances are called, and the parts of what is measured for them where that is a sum. */
export const substanceTable: TableKind<PrintedSubstance> = {
  columns: substanceColumns,
  needed: ['substance', 'clause'],
  read: readSubstances,
  key: substanceKey,
  subject: ({ substance, partOf }) =>
    partOf ? `${substance} · ${foodsInWords[partOf.foods]} · ${partOf.part.substance}` : substance,
  said: inWords,
  written,
};

function substanceKey({ substance, partOf }: PrintedSubstance): string {
  return [substance, partOf?.foods ?? '', partOf?.part.substance ?? ''].map(nameKey).join('\u0000');
}

function readSubstances(rows: readonly TableRow[]): ReadRows<PrintedSubstance> {
  const problems: RowFault[] = [];
  const firstLine = new Map<string, number>();
  const lines = rows.flatMap((row) => {
    const read = readSubstance(row, problems);
    if (!read) return [];
    const first = firstLine.get(substanceKey(read));
    firstLine.set(substanceKey(read), first ?? row.line);
    if (first === undefined) return [{ ...read, line: row.line }];
    const column = read.partOf ? 'part' : 'substance';
    problems.push({ line: row.line, column, message: `stands in line ${first} already` });
    return [];
  });
  problems.push(...faultsAmongLines(lines));
  return { rows: lines.map(({ line: _line, ...substance }) => substance), exemptions: [], headings: 0, problems };
}

function inWords({ clause, partOf, ...named }: PrintedSubstance): string {
  const names = namesOf(named).slice(1).join('、');
  if (!partOf) return `${names}（${clause}）`;
  const { part, expressedAs, unlisted } = partOf;
  const also = unlisted ? `，另含${unlisted.zh}` : '';
  return `${namesOf(part).join('、')} × ${part.factor}，以${expressedAs}表示${also}（${[names, clause].filter(Boolean).join('，')}）`;
}

function written({ partOf, alsoNamed, ...row }: PrintedSubstance): Cells {
  const { part, foods, expressedAs, unlisted } = partOf ?? {};
  const cells: Partial<Record<SubstanceColumn, string | undefined>> = {
    ...row,
    alsoNamed: alsoNamed?.join('、'),
    foods: foods && foodsInWords[foods],
    expressedAs,
    part: part?.substance,
    partEn: part?.substanceEn,
    partCasNumber: part?.casNumber,
    partAlsoNamed: part?.alsoNamed?.join('、'),
    factor: part?.factor,
    unlisted: unlisted?.zh,
    unlistedEn: unlisted?.en,
  };
  return cells;
}
