import { expect } from 'chai';
import { foodNodes } from '../library.ts';
import type { LimitTableRow } from './columns.ts';
import { foodNamesOf, readLimits } from './limit-row.ts';

const foods = foodNamesOf(foodNodes);
const exempt = (cells: LimitTableRow['cells'], line = 2): LimitTableRow => ({
  line,
  cells: { substance: '苏云金杆菌', maximum: '豁免', clause: '附录B', ...cells },
});
const limit: LimitTableRow = {
  line: 9,
  cells: { substance: '苏云金杆菌', food: '核桃', maximum: '0.01', unit: 'mg/kg', clause: '4.1' },
};
const faults = (...rows: LimitTableRow[]) =>
  readLimits(rows, { foods }).problems.map(({ line, column }) => `${line} ${column}`);

describe('a row that exempts a substance from limits', () => {
  it('needs a substance and its clause alone, and may say exempt in English', () => {
    const printed = { substance: '苏云金杆菌', substanceEn: '苏云金杆菌', clause: '附录B' };
    for (const maximum of ['豁免', 'Exempt', ' 豁免 '])
      expect(readLimits([exempt({ maximum })], { foods })).to.deep.equal({
        limits: [],
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
