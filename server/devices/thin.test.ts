import { expect } from 'chai';
import fc from 'fast-check';
import { thin } from './thin.ts';

const series = fc
  .array(fc.double({ min: -50, max: 60, noNaN: true }), { maxLength: 400 })
  .map((values) => values.map((value, index) => ({ at: new Date(index * 60_000), value })));

describe('thinning a series', () => {
  it('keeps the highest and the lowest value, the order of time, and the bound', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 60 }), (points, most) => {
        const thinned = thin(points, most);
        expect(thinned.length).to.be.at.most(Math.max(most, 2));
        const values = (list: { value: number }[]) => list.map(({ value }) => value);
        if (points.length) {
          expect(Math.max(...values(thinned))).to.equal(Math.max(...values(points)));
          expect(Math.min(...values(thinned))).to.equal(Math.min(...values(points)));
        }
        const times = thinned.map(({ at }) => at.getTime());
        expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      }),
    );
  });
});
