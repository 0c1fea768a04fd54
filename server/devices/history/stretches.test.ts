import { expect } from 'chai';
import fc from 'fast-check';
import { dayMilliseconds, dayOf, hourMilliseconds, hourOf } from './periods.ts';
import { standsForMilliseconds } from './roll-up.ts';
import { beginningsIn, clipped, partsOf } from './stretches.ts';

const units = [
  { of: hourOf, milliseconds: hourMilliseconds },
  { of: dayOf, milliseconds: dayMilliseconds },
];
const moment = fc.integer({ min: 0, max: 40 * dayMilliseconds });
const stretch = fc
  .tuple(moment, moment)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

describe('the parts of a period in which a device stood in sight', () => {
  it('are together all of it, once, and whole units know of no reading from out of sight', () => {
    fc.assert(
      fc.property(
        stretch,
        stretch,
        fc.constantFrom(...units),
        fc.constantFrom(0, standsForMilliseconds),
        (asked, visible, unit, margin) => {
          const period = { from: unit.of(asked.from), to: unit.of(asked.to - 1) + unit.milliseconds };
          const { whole, edges } = partsOf(period, visible, unit, margin);
          const parts = [...edges, ...(whole ? [whole] : [])].sort((a, b) => a.from - b.from);
          for (const [index, part] of parts.entries()) if (index > 0) expect(part.from).to.equal(parts[index - 1]?.to);
          const [seen] = clipped(period, [visible]);
          expect(parts[0]?.from).to.equal(seen?.from);
          expect(parts.at(-1)?.to).to.equal(seen?.to);
          if (!whole) return;
          expect([unit.of(whole.from), unit.of(whole.to)]).to.deep.equal([whole.from, whole.to]);
          expect(whole.from - margin).to.be.at.least(visible.from);
          expect(whole.to).to.be.at.most(visible.to);
        },
      ),
    );
  });

  it('are whole where nothing is out of sight', () => {
    const ever = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    const period = { from: 0, to: 3 * hourMilliseconds };
    expect(partsOf(period, ever, { of: hourOf, milliseconds: hourMilliseconds })).to.deep.equal({
      whole: period,
      edges: [],
    });
  });

  it('touch exactly these hours', () => {
    fc.assert(
      fc.property(stretch, ({ from, to }) => {
        const hours = beginningsIn({ from, to });
        expect(hours[0]).to.equal(hourOf(from));
        expect(hours.at(-1)).to.equal(hourOf(to - 1));
        expect(new Set(hours.map((hour, index) => hour - index * hourMilliseconds)).size).to.equal(1);
      }),
    );
  });
});
