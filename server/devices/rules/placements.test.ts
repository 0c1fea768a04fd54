import { expect } from 'chai';
import fc from 'fast-check';
import { faultOf, joined, movedTo, overlapOf, type Period, placementAt } from './placements.ts';

interface Placement extends Period {
  place: string;
}

const start = Date.parse('2026-01-01T00:00:00Z');
const minute = 60_000;
const now = new Date(start + 10_000 * minute);
const at = (minutes: number) => new Date(start + minutes * minute);
const moment = fc.integer({ min: 0, max: 10_000 }).map(at);

/** Moves in any order, as people enter them; those that are refused change nothing. */
const histories = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(fc.constantFrom('field', 'truck', 'cold room'), moment), { maxLength: 12 }))
  .map(([known, moves]) => {
    const accepted: { place: string; from: Date }[] = [];
    let history: Placement[] = known ? [{ place: 'first' }] : [];
    for (const [place, from] of moves) {
      const moved = movedTo<Placement>(history, { place, from }, now);
      if (typeof moved === 'string') continue;
      history = moved;
      accepted.push({ place, from });
    }
    return { known, history, accepted };
  });

describe('the placements of a device', () => {
  it('give each reading the place in force at its own time, whenever it comes', () => {
    fc.assert(
      fc.property(histories, fc.array(moment, { maxLength: 30 }), ({ known, history, accepted }, readings) => {
        for (const reading of readings) {
          // In force: the newest move that is not after the reading.
          const expected =
            accepted.filter(({ from }) => from <= reading).at(-1)?.place ?? (known ? 'first' : undefined);
          expect(placementAt(history, reading)?.place).to.equal(expected);
        }
      }),
    );
  });

  it('never overlap, and never change what was in force before a move', () => {
    fc.assert(
      fc.property(histories, moment, moment, ({ history }, from, earlier) => {
        expect(faultOf(history, now)).to.equal(null);
        const moved = movedTo<Placement>(history, { place: 'next', from }, now);
        if (typeof moved === 'string') return;
        expect(faultOf(moved, now)).to.equal(null);
        if (earlier < from) expect(placementAt(moved, earlier)?.place).to.equal(placementAt(history, earlier)?.place);
      }),
    );
  });

  it('are told what is wrong with a written history exactly when two places hold at one moment', () => {
    const period = fc
      .tuple(fc.option(moment, { nil: undefined }), fc.option(moment, { nil: undefined }))
      .filter(([from, to]) => !from || !to || from < to)
      .map(([from, to]): Period => ({ from, to }));
    fc.assert(
      fc.property(fc.array(period, { maxLength: 4 }), (periods) => {
        const inOrder = [...periods].sort((a, b) => Number(a.from ?? -1) - Number(b.from ?? -1));
        const twice = inOrder.some((one, index) => inOrder.slice(index + 1).some((other) => overlapOf(one, other)));
        expect(faultOf(inOrder, now) !== null).to.equal(twice);
      }),
    );
  });

  it('are refused in the future, and in the past but by a correction', () => {
    const history: Placement[] = [{ place: 'field', from: at(10) }];
    expect(movedTo(history, { place: 'truck', from: new Date(now.getTime() + 1) }, now)).to.equal('is in the future');
    expect(movedTo(history, { place: 'truck', from: at(10) }, now)).to.match(/correct-placements/);
    expect(faultOf([{ from: at(5), to: at(5) }], now)?.message).to.match(/end after/);
  });

  it('share with a stay exactly the moments of both', () => {
    const period = fc.tuple(fc.option(moment), fc.option(moment)).map(
      ([from, to]): Period => ({
        ...(from && { from }),
        ...(to && { to }),
      }),
    );
    fc.assert(
      fc.property(period, period, moment, (one, other, reading) => {
        const common = overlapOf(one, other);
        const inBoth = placementAt([one], reading) !== undefined && placementAt([other], reading) !== undefined;
        expect(common !== null && placementAt([common], reading) !== undefined).to.equal(inBoth);
      }),
    );
  });

  it('hold at the same moments when those that follow each other are joined', () => {
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
        moment,
        ({ history }, kept, time) => {
          const some = history.filter((_, index) => kept[index]);
          const joint = joined(some);
          expect(placementAt(joint, time) !== undefined).to.equal(placementAt(some, time) !== undefined);
          for (const [index, { from }] of joint.entries())
            if (index > 0) expect(Number(from)).to.be.greaterThan(Number(joint[index - 1]?.to));
        },
      ),
    );
  });
});
