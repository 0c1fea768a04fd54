import { expect } from 'chai';
import { csvOf } from '../../http/tables/csv.ts';
import { readTable } from '../../http/tables/read-table.ts';
import { inWords } from '../../http/tables/row-problems.ts';
import { xlsxOf } from '../../http/tables/xlsx.ts';
import { editions, foodNodes, residues } from '../library.ts';
import { residuesOfLines, withKnownNames } from '../rules/known-substances.ts';
import { starterRows } from '../starters.ts';
import { compareRows } from './compare.ts';
import { foodNamesOf } from './food-names.ts';
import { limitTable, linesOfExemptions } from './limits/limit-table.ts';
import { substanceTable } from './substances/substance-table.ts';
import { mostRows, tableOf } from './table.ts';
import type { Cells, TableRow } from './table-kind.ts';
import { tableKindOf } from './tables.ts';

const foods = foodNamesOf(foodNodes);
const forms = [
  ['CSV', (rows: string[][]) => Buffer.from(csvOf(rows))],
  ['a workbook', (rows: string[][]) => xlsxOf('rows', rows)],
] as const;

describe('the table of an edition', () => {
  for (const { code, kind: name } of editions)
    for (const [form, written] of forms)
      it(`of ${name} loads again from ${form} as the same rows`, async () => {
        const kind = tableKindOf(name);
        const { rows } = starterRows({ code, kind: name });
        const table = await readTable(written(tableOf(kind, { rows }, foods)), { ...kind, mostRows });
        const read = kind.read(table, { foods });
        expect(read.problems).to.deep.equal([]);
        expect(rows).to.have.length.greaterThan(5);
        expect(compareRows(kind, rows, read.rows, (each) => each)).to.deep.equal({
          added: [],
          removed: [],
          changed: [],
          same: rows.length,
        });
      });

  it('holds the substances that an edition exempts', async () => {
    const exemptions = [{ substance: '苏云金杆菌', substanceEn: 'Bacillus thuringiensis', clause: '附录B' }];
    const lines = [...tableOf(limitTable, { rows: [] }, foods), ...linesOfExemptions(exemptions)];
    const read = limitTable.read(await readTable(Buffer.from(csvOf(lines)), { ...limitTable, mostRows }), { foods });
    expect(read).to.deep.include({ rows: [], exemptions, problems: [] });
  });
});

const faults = (kind: 'banned' | 'substances' | 'classification', ...rows: Cells[]): string[] => {
  const table = rows.map((cells, index): TableRow => ({ line: index + 2, cells }));
  const { problems } = inWords(tableKindOf(kind).read(table, { foods }));
  for (const { message, text } of problems) expect(text?.zh, message).to.match(/\p{Script=Han}/u);
  return problems.map(({ line, column }) => `${line} ${column}`);
};

describe('a table of substances', () => {
  const part = (cells: Cells = {}): Cells => ({
    substance: '甲',
    clause: '4.1',
    part: '甲',
    expressedAs: '甲',
    foods: '全部',
    factor: '1',
    ...cells,
  });

  it('gives the sums of the starter set again, with their factors', () => {
    const { rows } = substanceTable.read(
      [part(), part({ part: '乙', factor: '0.9326', partCasNumber: '16655-82-6' })].map((cells, index) => ({
        line: index + 2,
        cells,
      })),
      { foods },
    );
    const [sum, ...more] = residuesOfLines(rows, { standard: '标准', source: '来源' });
    expect(more).to.deep.equal([]);
    expect(sum?.parts.map(({ substance, factor }) => [substance, factor])).to.deep.equal([
      ['甲', '1'],
      ['乙', '0.9326'],
    ]);
    const edition = { standard: residues[0]?.standard ?? '', source: residues[0]?.source ?? '' };
    const starters = starterRows({ code: '', kind: 'substances' }).rows as Parameters<typeof residuesOfLines>[0];
    const names = (each: (typeof residues)[number]) => [each.substance, each.foods, each.parts.length];
    expect(residuesOfLines(starters, edition).map(names)).to.deep.equal(residues.map(names));
  });

  it('refuses by line and column what contradicts itself', () => {
    expect(faults('substances', part(), part({ part: '乙', factor: '0.5' }))).to.deep.equal([]);
    expect(faults('substances', { substance: '甲', clause: '4.1', casNumber: '138261-41-4' })).to.deep.equal([
      '2 casNumber',
    ]);
    expect(faults('substances', part({ factor: '2' }))).to.deep.equal(['2 factor']);
    expect(faults('substances', part({ part: '乙', factor: '0' }))).to.deep.equal(['2 factor']);
    expect(faults('substances', part({ part: '乙', factor: undefined }))).to.deep.equal(['2 factor']);
    expect(faults('substances', part({ foods: '水果' }))).to.deep.equal(['2 foods']);
    expect(faults('substances', part(), part())).to.deep.equal(['3 part']);
    expect(faults('substances', part(), part({ part: '乙', expressedAs: '丙' }))).to.deep.equal(['3 expressedAs']);
    expect(faults('substances', part(), part({ part: '乙', clause: '4.2' }))).to.deep.equal(['3 clause']);
    expect(faults('substances', part(), part({ part: '乙', foods: '动物源' }))).to.deep.equal(['3 foods']);
    const named = (substance: string) => ({ substance, clause: '4.1', casNumber: '138261-41-3', alsoNamed: 'x' });
    expect(faults('substances', named('甲'), named('乙'))).to.deep.equal(['3 casNumber', '3 alsoNamed']);
  });

  it('lends its names to limits that give the Chinese one alone', () => {
    const named = withKnownNames([{ substance: '甲', substanceEn: 'first', casNumber: '138261-41-3', clause: '4.1' }]);
    expect(named({ substance: '甲' })).to.deep.equal({
      substance: '甲',
      casNumber: '138261-41-3',
      alsoNamed: ['first', '138261-41-3'],
    });
    expect(named({ substance: '乙' })).to.deep.equal({ substance: '乙' });
  });
});

describe('a table of foods', () => {
  const food = (code: string, parent?: string, name = code): Cells => ({ code, name, ...(parent && { parent }) });

  it('may name parents that stand further down, by code or name', () => {
    const read = tableKindOf('classification').read(
      [food('walnut', '坚果'), food('nuts', undefined, '坚果')].map((cells, index) => ({ line: index + 2, cells })),
      { foods },
    );
    expect(read.problems).to.deep.equal([]);
    expect(read.rows[0]).to.include({ code: 'walnut', parentCode: 'nuts' });
  });

  it('refuses what is no tree', () => {
    expect(faults('classification', food('a', 'b'))).to.deep.equal(['2 parent']);
    expect(faults('classification', food('a', 'b'), food('b', 'c'), food('c', 'a'))).to.deep.equal(['4 parent']);
    expect(faults('classification', food('a', 'a'))).to.deep.equal(['2 parent']);
    expect(faults('classification', food('a'), food('a'))).to.deep.equal(['3 code']);
    expect(faults('classification', food('a b'), { code: 'c' })).to.deep.equal(['2 code', '3 name']);
    const twins = [food('a', undefined, '瓜'), food('b', undefined, '瓜'), food('c', '瓜')];
    expect(faults('classification', ...twins)).to.deep.equal(['4 parent']);
  });
});

describe('a table of bans', () => {
  const ban = (cells: Cells = {}): Cells => ({ substance: '甲', foods: '全部', source: '公告', ...cells });

  it('refuses a food, a day or a number that is none, and a ban said twice', () => {
    expect(faults('banned', ban(), ban({ foods: '核桃、茶叶' }))).to.deep.equal([]);
    expect(faults('banned', ban({ foods: '月亮' }))).to.deep.equal(['2 foods']);
    expect(faults('banned', ban({ effectiveFrom: '2026-02-30' }))).to.deep.equal(['2 effectiveFrom']);
    expect(faults('banned', ban({ effectiveFrom: '2026-03-01', effectiveTo: '2026-02-01' }))).to.deep.equal([
      '2 effectiveTo',
    ]);
    expect(faults('banned', ban({ casNumber: '1' }), ban({ source: undefined }))).to.deep.equal([
      '2 casNumber',
      '3 source',
    ]);
    expect(faults('banned', ban({ foods: '核桃、茶叶' }), ban({ foods: '茶叶，walnut' }))).to.deep.equal(['3 foods']);
  });
});
