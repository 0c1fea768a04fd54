import { expect } from 'chai';
import { foodNodes } from '../../library.ts';
import { foodNamesOf } from '../food-names.ts';
import type { TableRow } from '../table-kind.ts';
import { readLimits } from './limit-row.ts';

const foods = foodNamesOf(foodNodes);
const exempt = (cells: TableRow['cells'], line = 2): TableRow => ({
  line,
  cells: { substance: '苏云金杆菌', maximum: '豁免', clause: '附录B', ...cells },
});
const limit: TableRow = {
  line: 9,
  cells: { substance: '苏云金杆菌', food: '核桃', maximum: '0.01', unit: 'mg/kg', clause: '4.1' },
};
const faults = (...rows: TableRow[]) =>
  readLimits(rows, { foods }).problems.map(({ line, column }) => `${line} ${column}`);

describe('a row that exempts a substance from limits', () => {
  it('needs a substance and its clause alone, and may say exempt in English', () => {
    const printed = { substance: '苏云金杆菌', substanceEn: '苏云金杆菌', clause: '附录B' };
    for (const maximum of ['豁免', 'Exempt', ' 豁免 '])
      expect(readLimits([exempt({ maximum })], { foods })).to.deep.equal({
        rows: [],
        exemptions: [printed],
        headings: 0,
        problems: [],
      });
  });

  it('is refused with a food, without a clause, with a wrong CAS number and for a second time', () => {
    expect(faults(exempt({ food: '核桃' }))).to.deep.equal(['2 food']);
    expect(faults(exempt({ clause: undefined }))).to.deep.equal(['2 clause']);
    expect(faults(exempt({ substance: undefined }))).to.deep.equal(['2 substance']);
    expect(faults(exempt({ casNumber: '138261-41-4' }))).to.deep.equal(['2 casNumber']);
    expect(faults(exempt({}), exempt({}, 3))).to.deep.equal(['3 substance']);
  });

  it('is refused where the same table limits the substance, before it or after', () => {
    expect(faults(limit, exempt({}))).to.deep.equal(['2 maximum']);
    expect(faults(exempt({}), limit)).to.deep.equal(['2 maximum']);
  });
});
