import { expect } from 'chai';
import fc from 'fast-check';
import { type Place, placesOf, standingOf } from './schematic.ts';

const counties = ['611002', '611021', '611022', '611023', '611024', '611025', '611026'];

const touch = (a: Place, b: Place): boolean =>
  a.row === b.row
    ? a.column + a.width === b.column || b.column + b.width === a.column
    : Math.abs(a.row - b.row) === 1 && a.column < b.column + b.width && b.column < a.column + a.width;

describe('the schematic of counties', () => {
  const placed = placesOf(counties) ?? {};
  const beside = (a: string, b: string): boolean => {
    const [one, other] = [placed[a], placed[b]];
    if (!one || !other) throw new Error('no place');
    return touch(one, other);
  };

  it('has a place of its own for each of the seven', () => {
    const cells = counties.flatMap((code) => {
      const { row, column, width } = placed[code] as Place;
      return Array.from({ length: width }, (_, index) => `${row}|${column + index}`);
    });
    expect(new Set(cells).size).to.equal(cells.length);
  });

  it('shows neighbours beside each other and others apart', () => {
    expect(beside('611002', '611021')).to.equal(true);
    expect(beside('611002', '611026')).to.equal(true);
    expect(beside('611024', '611025')).to.equal(true);
    expect(beside('611022', '611023')).to.equal(true);
    expect(beside('611021', '611025')).to.equal(false);
    expect(beside('611026', '611023')).to.equal(false);
  });

  it('leaves divisions it does not know to a list', () => {
    expect(placesOf(['611002', '611002001'])).to.equal(null);
    expect(placesOf([])).to.equal(null);
  });

  it('never calls a pass rate good of few or no verdicts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const standing = standingOf({ n, share: n === 0 ? null : share });
        if (n === 0) expect(standing).to.equal('unknown');
        else if (n < 5) expect(standing).to.equal('few');
        else expect(standing === 'good').to.equal(share >= 0.98);
      }),
    );
  });
});
