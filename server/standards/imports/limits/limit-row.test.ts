import { expect } from 'chai';
import fc from 'fast-check';
import { inWords } from '../../../http/tables/row-problems.ts';
import { foodNodes } from '../../library.ts';
import type { PrintedLimit } from '../../rules/match-limit.ts';
import { compareRows } from '../compare.ts';
import { foodNamesOf } from '../food-names.ts';
import type { TableRow } from '../table-kind.ts';
import { readLimits } from './limit-row.ts';
import { limitTable } from './limit-table.ts';

const foods = foodNamesOf(foodNodes);
const row = (cells: TableRow['cells'], line = 2): TableRow => ({
  line,
  cells: { substance: '吡虫啉', food: '核桃', maximum: '0.01', unit: 'mg/kg', clause: '4.48', ...cells },
});
const one = (cells: TableRow['cells']) => readLimits([row(cells)], { foods });
const refused = (cells: TableRow['cells']) => one(cells).problems.map(({ column }) => column);

describe('a row of a table of limits', () => {
  it('is read with its food by code or name, its marks and what it leaves out', () => {
    expect(one({}).rows).to.deep.equal([
      {
        substance: '吡虫啉',
        substanceEn: '吡虫啉',
        foodCode: 'walnut',
        excluding: [],
        maximum: '0.01',
        unit: 'mg/kg',
        temporary: false,
        clause: '4.48',
      },
    ]);
    expect(one({ maximum: '0.05*' }).rows[0]).to.include({ maximum: '0.05', temporary: true });
    expect(one({ temporary: '是' }).rows[0]).to.include({ temporary: true });
    const pulses = foods.named('杂粮类')[0]?.name;
    expect(one({ food: `${pulses}（绿豆、mung-bean除外）` }).rows[0]).to.deep.include({
      foodCode: 'pulses',
      excluding: ['mung-bean', 'mung-bean'],
    });
    expect(one({ food: '浆果和其他小型类水果[枸杞(鲜)、葡萄除外]' }).rows[0]).to.deep.include({
      excluding: ['wolfberry-fresh', 'grape'],
    });
    expect(one({ food: '豆类蔬菜(菜豆、cowpea和菜用大豆除外)' }).rows[0]?.excluding).to.have.length(3);
    expect(one({ food: '哺乳动物肉类(海洋哺乳动物除外)' }).rows[0]).to.include({ foodCode: 'mammalian-meat' });
    expect(one({ comparison: '修约值比较法' }).rows[0]).to.include({ comparison: 'rounded-value' });
    expect(one({ food: 'pulses', excluding: '绿豆' }).rows[0]).to.deep.include({ excluding: ['mung-bean'] });
  });

  it('is a heading when it names a group of foods without a number, and never a limit of nothing', () => {
    const { maximum: _none, ...cells } = row({}).cells;
    const rows = ['蔬菜', '叶菜类蔬菜', '核桃'].map((food, index) => ({ line: index + 2, cells: { ...cells, food } }));
    const read = readLimits(rows, { foods });
    expect(read).to.include({ headings: 2 }).and.to.have.property('rows').with.length(0);
    expect(read.problems).to.deep.equal([{ line: 4, column: 'maximum', message: 'must not be empty' }]);
  });

  it('is refused by the column that is wrong, and nothing is assumed', () => {
    expect(refused({ food: '月亮' })).to.deep.equal(['food']);
    expect(refused({ maximum: '约 0.1' })).to.deep.equal(['maximum']);
    expect(refused({ maximum: '-1' })).to.deep.equal(['maximum']);
    expect(refused({ maximum: '1e-3' })).to.deep.equal(['maximum']);
    expect(refused({ unit: 'mg/L' })).to.deep.equal(['unit']);
    expect(refused({ casNumber: '138261-41-4' })).to.deep.equal(['casNumber']);
    expect(refused({ temporary: 'maybe' })).to.deep.equal(['temporary']);
    expect(refused({ comparison: 'somehow' })).to.deep.equal(['comparison']);
    expect(refused({ food: '杂粮类（核桃除外）' })).to.deep.equal(['food']);
    expect(readLimits([{ line: 2, cells: {} }], { foods }).problems.map(({ column }) => column)).to.deep.equal([
      'substance',
      'clause',
      'food',
      'maximum',
      'unit',
    ]);
    expect(readLimits([{ line: 2, cells: row({}).cells }], { foods, unit: 'μg/kg' }).rows[0]).to.include({
      unit: 'mg/kg',
    });
  });

  it('says what is wrong in both languages', () => {
    const spoilt: TableRow['cells'][] = [
      { food: '月亮' },
      { food: '杂粮类（核桃除外）' },
      { maximum: '约 0.1' },
      { unit: 'mg/L' },
      { casNumber: '138261-41-4' },
      { temporary: 'maybe' },
      { comparison: 'somehow' },
      { maximum: '豁免' },
    ];
    const rows = spoilt.map((cells, index) => row(cells, index + 2));
    const { problems } = inWords(readLimits([...rows, row({}, 20), row({}, 21), { line: 30, cells: {} }], { foods }));
    expect(new Set(problems.map(({ line }) => line)).size).to.equal(spoilt.length + 2);
    for (const { message, text } of problems) expect(text?.zh, message).to.match(/\p{Script=Han}/u);
  });

  it('may say a substance’s limit for a food once, and give a CAS number to one substance', () => {
    const twice = readLimits([row({}), row({ substance: ' 吡虫啉', maximum: '5' }, 3)], { foods });
    expect(twice.problems).to.have.length(1);
    expect(twice.problems[0]).to.include({ line: 3, column: 'food' });
    const two = readLimits(
      [row({ casNumber: '138261-41-3' }), row({ substance: '克百威', casNumber: '138261-41-3' }, 3)],
      { foods },
    );
    expect(two.problems[0]).to.include({ line: 3, column: 'casNumber' });
  });
});

describe('two editions', () => {
  const limit = fc.record({
    substance: fc.constantFrom('甲', '乙', '丙'),
    foodCode: fc.constantFrom('walnut', 'tea', 'garlic'),
    maximum: fc.constantFrom('0.1', '0.10', '0.2'),
  });
  const editionOf = (limits: { substance: string; foodCode: string; maximum: string }[]): PrintedLimit[] =>
    [...new Map(limits.map((each) => [`${each.substance}${each.foodCode}`, each])).values()].map((each) => ({
      ...each,
      substanceEn: each.substance,
      excluding: [],
      unit: 'mg/kg',
      temporary: false,
      clause: '4.1',
    }));

  it('differ by what was added, removed and changed, and by nothing else', () => {
    fc.assert(
      fc.property(fc.array(limit), fc.array(limit), (a, b) => {
        const [before, after] = [editionOf(a), editionOf(b)];
        const { added, removed, changed, same } = compareRows(limitTable, before, after, (code) => code);
        expect(added.length + changed.length + same).to.equal(after.length);
        expect(removed.length + changed.length + same).to.equal(before.length);
        for (const each of changed)
          expect(Number.parseFloat(each.before ?? '')).to.not.equal(Number.parseFloat(each.after ?? ''));
        const back = compareRows(limitTable, after, before, (code) => code);
        expect(back.added.length).to.equal(removed.length);
      }),
    );
  });
});
