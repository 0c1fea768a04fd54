import type { PrintedBan } from '../../rules/bans.ts';
import { isCasNumber } from '../../rules/cas-number.ts';
import { isDay } from '../../rules/day.ts';
import { nameKey } from '../../rules/substance.ts';
import { type FoodNames, oneFood, writtenFood } from '../food-names.ts';
import {
  namesOfList,
  type Reading,
  type ReadRows,
  type RowFault,
  rowReader,
  substancesOfList,
  type TableKind,
  type TableRow,
} from '../table-kind.ts';

const allFoods = '全部';

/** Substances that may not be used, on all crops or on those of some foods. */
export const banTable: TableKind<PrintedBan> = {
  columns: {
    substance: ['农药', '物质', '中文名', 'substance'],
    substanceEn: ['英文名', 'substanceEn'],
    casNumber: ['CAS号', 'CAS', 'casNumber'],
    alsoNamed: ['别名', '其他名称', 'alsoNamed'],
    foods: ['禁用范围', '禁用食品', 'foods'],
    effectiveFrom: ['禁用起始日', 'effectiveFrom'],
    effectiveTo: ['禁用终止日', 'effectiveTo'],
    announcement: ['公告号', 'announcement'],
    source: ['来源', 'source'],
  },
  needed: ['substance', 'foods', 'source'],
  read: readBans,
  key: banKey,
  subject: ({ substance, foods }, nameOf) =>
    `${substance} · ${foods === 'all' ? allFoods : foods.map(nameOf).join('、')}`,
  said: ({ substanceEn, casNumber, alsoNamed, effectiveFrom, effectiveTo, announcement }) =>
    [
      substanceEn,
      casNumber,
      alsoNamed.join('、'),
      (effectiveFrom ?? effectiveTo) && `${effectiveFrom ?? ''}–${effectiveTo ?? ''}`,
      announcement && `公告第 ${announcement} 号`,
    ]
      .filter(Boolean)
      .join('，'),
  written: ({ alsoNamed, foods, ...ban }, names) => ({
    ...ban,
    alsoNamed: alsoNamed.join('、'),
    foods: foods === 'all' ? allFoods : foods.map((code) => writtenFood(code, names)).join('、'),
  }),
};

function banKey({ substance, foods }: Pick<PrintedBan, 'substance' | 'foods'>): string {
  return `${nameKey(substance)}\u0000${foods === 'all' ? foods : foods.toSorted().join()}`;
}

function readBans(rows: readonly TableRow[], { foods }: Reading): ReadRows<PrintedBan> {
  const problems: RowFault[] = [];
  const firstLine = new Map<string, number>();
  const bans = rows.flatMap((row): PrintedBan[] => {
    const ban = readBan(row, foods, problems);
    if (!ban) return [];
    const first = firstLine.get(banKey(ban));
    firstLine.set(banKey(ban), first ?? row.line);
    if (first === undefined) return [ban];
    problems.push({
      line: row.line,
      column: 'foods',
      message: `bans this substance for the same foods a second time, as in line ${first}`,
    });
    return [];
  });
  return { rows: bans, exemptions: [], headings: 0, problems };
}

function readBan(row: TableRow, names: FoodNames, problems: RowFault[]): PrintedBan | undefined {
  const before = problems.length;
  const { fault, needed } = rowReader(row, problems);
  const { substanceEn, casNumber, effectiveFrom, effectiveTo, announcement } = row.cells;
  const substance = needed('substance');
  const source = needed('source');
  const scope = needed('foods');
  const foods = /^(全部|所有|all)$/i.test(scope)
    ? ('all' as const)
    : namesOfList(scope).flatMap((each) => oneFood(each, 'foods', names, fault)?.code ?? []);
  if (casNumber !== undefined && !isCasNumber(casNumber))
    fault('casNumber', `${casNumber} is not a CAS number: its check digit is wrong`);
  for (const [column, day] of Object.entries({ effectiveFrom, effectiveTo }))
    if (day !== undefined && !isDay(day)) fault(column, 'must be a day such as 2026-03-01');
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom)
    fault('effectiveTo', 'must not lie before effectiveFrom');
  if (problems.length > before) return undefined;
  return {
    substance,
    ...(substanceEn !== undefined && { substanceEn }),
    ...(casNumber !== undefined && { casNumber }),
    alsoNamed: substancesOfList(row.cells.alsoNamed),
    foods,
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(effectiveTo !== undefined && { effectiveTo }),
    ...(announcement !== undefined && { announcement }),
    source,
  };
}
