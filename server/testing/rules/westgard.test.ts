import { expect } from 'chai';
import fc from 'fast-check';
import { type ControlPoint, deviationOf, westgard, westgardRules } from './westgard.ts';

/** Points of a material with mean 100 and s 2, given in standard deviations. */
const points = (...deviations: number[]): ControlPoint[] =>
  deviations.map((each) => ({ value: String(100 + 2 * each), mean: '100', sd: '2' }));

describe('Westgard rules', () => {
  const table: [string, number[], number[], string[]][] = [
    ['on the mean', [0], [], []],
    ['on the limit of 2 s', [2], [], []],
    ['beyond 2 s once', [2.1], [], ['1-2s']],
    ['on the limit of 3 s', [-3], [], ['1-2s']],
    ['beyond 3 s', [-3.05], [], ['1-2s', '1-3s']],
    ['twice beyond the same 2 s', [2.1, 2.1], [], ['1-2s', '2-2s']],
    ['beyond 2 s, with one between', [2.1, 0, 2.1], [], ['1-2s']],
    ['two materials of a run beyond the same 2 s', [-2.5], [-2.2], ['1-2s', '2-2s']],
    ['two materials of a run on both sides', [2.5], [-2.2], ['1-2s', 'R-4s']],
    ['four times beyond the same 1 s', [1.1, 1.2, 1.9, 1.05], [], ['4-1s']],
    ['four beyond 1 s, one of them on the other side', [1.1, -1.2, 1.9, 1.05], [], []],
    ['nine on one side', Array(9).fill(0.1), [], []],
    ['ten on one side', Array(10).fill(-0.1), [], ['10-x']],
    ['ten, one of them on the mean', [...Array(9).fill(0.1), 0], [], []],
  ];
  for (const [name, chain, run, broken] of table)
    it(`${name}: ${broken.join(', ') || 'none'}`, () => {
      expect(westgard(points(...chain), points(...run))).to.deep.equal(broken);
    });

  it('compares decimals, not binary fractions', () => {
    expect(westgard([{ value: '0.13', mean: '0.1', sd: '0.01' }])).to.deep.equal(['1-2s']);
    expect(deviationOf({ value: '0.13', mean: '0.1', sd: '0.01' })).to.equal('3.000');
  });

  const deviation = fc.double({ min: -5, max: 5, noNaN: true }).map((each) => Math.round(each * 100) / 100);

  it('is the same in a mirror, and in another unit', () => {
    fc.assert(
      fc.property(
        fc.array(deviation, { minLength: 1, maxLength: 15 }),
        fc.array(deviation, { maxLength: 3 }),
        (c, r) => {
          const broken = westgard(points(...c), points(...r));
          expect(westgard(points(...c.map((d) => -d)), points(...r.map((d) => -d)))).to.deep.equal(broken);
          const inGrams = (all: ControlPoint[]) =>
            all.map(({ value, mean, sd }) => ({ value: `${value}e-3`, mean: `${mean}e-3`, sd: `${sd}e-3` }));
          expect(westgard(inGrams(points(...c)), inGrams(points(...r)))).to.deep.equal(broken);
        },
      ),
    );
  });

  it('never calls a value within 1 s and across the mean from its predecessor out of control', () => {
    const within = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.array(deviation, { maxLength: 12 }), within, within, (chain, up, down) => {
        expect(westgard(points(...chain, up, -down))).to.deep.equal([]);
      }),
    );
  });

  it('breaks every rule of a smaller distance with a larger one on the same side', () => {
    fc.assert(
      fc.property(fc.double({ min: 3.01, max: 9, noNaN: true }), (far) => {
        expect(westgard(points(...Array(10).fill(far)))).to.deep.equal(westgardRules.filter((rule) => rule !== 'R-4s'));
      }),
    );
  });
});
