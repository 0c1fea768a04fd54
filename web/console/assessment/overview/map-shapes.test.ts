import { expect } from 'chai';
import fc from 'fast-check';
import { shapesOf } from './map-shapes.ts';

const box = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const division = (divisionCode: string, ...rings: [number, number][][]) => ({
  divisionCode,
  polygons: rings.map((ring) => [ring]),
});

describe('the shapes of a map', () => {
  it('lie in the box, the north above and the west at the left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 160, noNaN: true }),
        fc.double({ min: -70, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (west, south, side) => {
          const map = shapesOf(
            [division('a', box(west, south, side)), division('b', box(west + side, south + side, side))],
            ['a', 'b'],
          );
          const [a, b] = map?.shapes.map(({ middle }) => middle) ?? [];
          expect(a?.[0]).to.be.lessThan(b?.[0] ?? 0);
          expect(a?.[1]).to.be.greaterThan(b?.[1] ?? 0);
          const numbers = map?.shapes.flatMap(({ path }) => path.match(/-?[\d.]+/g)?.map(Number) ?? []) ?? [];
          expect(Math.min(...numbers)).to.be.at.least(-0.1);
          expect(Math.max(...numbers)).to.be.at.most(Math.max(map?.width ?? 0, map?.height ?? 0) + 0.1);
        },
      ),
    );
  });

  it('are named in the middle of their largest part', () => {
    const map = shapesOf([division('a', box(0, 0, 1), box(2, 0, 4))], ['a']);
    const [x, y] = map?.shapes[0]?.middle ?? [];
    expect((x ?? 0) / (map?.width ?? 1)).to.be.closeTo(4 / 6, 0.01);
    expect((y ?? 0) / (map?.height ?? 1)).to.be.closeTo(0.5, 0.01);
  });

  it('are those that are asked for, all or none', () => {
    const divisions = [division('a', box(0, 0, 1)), division('b', box(1, 0, 1))];
    expect(shapesOf(divisions, ['a'])?.shapes.map(({ divisionCode }) => divisionCode)).to.deep.equal(['a']);
    expect(shapesOf(divisions, ['a', 'c'])).to.equal(null);
    expect(shapesOf(divisions, [])).to.equal(null);
  });
});
