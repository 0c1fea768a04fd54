import { expect } from 'chai';
import fc from 'fast-check';
import { numberRun } from './number-run.ts';

describe('numbers that follow one another', () => {
  it('are written like the first', () => {
    expect(numberRun('F-0099', 3)).to.deep.equal(['F-0099', 'F-0100', 'F-0101']);
    expect(numberRun('商07', 2)).to.deep.equal(['商07', '商08']);
  });

  it('are none where the first has no digits at its end, or too few', () => {
    expect(numberRun('F-', 2)).to.equal(null);
    expect(numberRun('F-99', 2)).to.equal(null);
  });

  it('are as many as asked, all different, all as long as the first, and in order', () => {
    const first = fc.tuple(fc.constantFrom('', 'F-', 'A1-'), fc.integer({ min: 0, max: 99_999 }));
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 500 }), ([stem, number], count) => {
        const start = stem + `${number}`.padStart(6, '0');
        const run = numberRun(start, count) ?? [];
        expect(new Set(run).size).to.equal(count);
        expect(run.every(({ length }) => length === start.length)).to.equal(true);
        expect(run.toSorted()).to.deep.equal(run);
        expect(numberRun(run.at(-1) ?? '', 1)).to.deep.equal(run.slice(-1));
      }),
    );
  });
});
