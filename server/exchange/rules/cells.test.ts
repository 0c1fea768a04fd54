import { expect } from 'chai';
import province from '../data/province.json' with { type: 'json' };
import registers from '../data/registers.json' with { type: 'json' };
import { cellOf } from './cells.ts';

describe('the cell of a field', () => {
  it('is the text of what stands there, and empty where nothing does', () => {
    const record = { number: 'C1', quantity: { value: 0, unit: 'kg' }, tests: ['a'], state: null };
    expect(['number', 'quantity.value', 'quantity.unit'].map((field) => cellOf(record, field))).to.deep.equal([
      'C1',
      '0',
      'kg',
    ]);
    for (const field of ['quantity', 'quantity.value.x', 'tests', 'state', 'missing', 'constructor', '__proto__.x'])
      expect(cellOf(record, field), field).to.equal('');
  });

  it('is asked of registers that there are, in the mapping of the province too', () => {
    const known = registers.map(({ register }) => register);
    for (const { register } of province.tables) expect(known).to.include(register);
    expect(new Set(province.tables.map(({ file }) => file)).size).to.equal(province.tables.length);
  });
});
