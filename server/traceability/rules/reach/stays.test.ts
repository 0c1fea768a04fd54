import { expect } from 'chai';
import { type Packing, staysOf } from './stays.ts';

const packing = (at: number, fields: Partial<Packing> = {}): Packing => ({
  container: 'PALLET',
  content: 'LOT',
  at,
  out: false,
  ...fields,
});
const kilograms = (value: number) => ({ quantity: { value, unit: 'kg' } });
const times = (packings: Packing[]) => staysOf(packings).map(({ from, until }) => [from, until]);
const never = Number.POSITIVE_INFINITY;

describe('a stay in a container', () => {
  it('ends at a recorded unpacking alone', () => {
    expect(times([packing(1)])).to.deep.equal([[1, never]]);
    expect(times([packing(1), packing(2), packing(5, { out: true })])).to.deep.equal([[1, 5]]);
    expect(times([packing(5, { out: true }), packing(7), packing(1)])).to.deep.equal([
      [1, 5],
      [7, never],
    ]);
  });

  it('ends for everything when the container is emptied, and for nothing that was not in it', () => {
    const emptied: Packing = { container: 'PALLET', at: 3, out: true };
    const found = staysOf([packing(1), packing(2, { content: 'OTHER' }), packing(1, { container: 'BOX' }), emptied]);
    expect(found).to.have.deep.members([
      { container: 'PALLET', content: 'LOT', from: 1, until: 3 },
      { container: 'BOX', content: 'LOT', from: 1, until: never },
      { container: 'PALLET', content: 'OTHER', from: 2, until: 3 },
    ]);
    expect(staysOf([emptied])).to.deep.equal([]);
  });

  it('goes on while a part stays, and when nobody knows how much was in it', () => {
    const out = (at: number, value: number) => packing(at, { out: true, ...kilograms(value) });
    expect(times([packing(1, kilograms(10)), out(2, 4)])).to.deep.equal([[1, never]]);
    expect(times([packing(1, kilograms(10)), packing(2, kilograms(2)), out(3, 4), out(4, 8)])).to.deep.equal([[1, 4]]);
    expect(times([packing(1), out(2, 4)])).to.deep.equal([[1, never]]);
    expect(times([packing(1, kilograms(10)), packing(3, { out: true })])).to.deep.equal([[1, 3]]);
  });

  it('began before what was unpacked without a packing on record', () => {
    expect(times([packing(4, { out: true })])).to.deep.equal([[Number.NEGATIVE_INFINITY, 4]]);
  });
});
