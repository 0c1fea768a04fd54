import { expect } from 'chai';
import fc from 'fast-check';
import { brokenIntervals, openIntervals, type Treatment } from './pre-harvest.ts';

/** A day of May 2026 at an hour in China. */
const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 4, day, hour - 8));
const spray = (day: number, days: number, input = '吡虫啉', hour = 9): Treatment => ({
  input,
  days,
  at: on(day, hour),
});

describe('the pre-harvest interval', () => {
  it('ends on the day of the last use and so many days', () => {
    const treatments = [spray(1, 7)];
    expect(brokenIntervals(treatments, [on(7, 23)])).to.deep.equal([{ input: '吡虫啉', days: 7, until: '2026-05-08' }]);
    expect(brokenIntervals(treatments, [on(8, 0)])).to.deep.equal([]);
  });

  it('goes by the days in China, not by hours or by the days in Greenwich', () => {
    expect(brokenIntervals([spray(1, 1, '吡虫啉', 23)], [on(2, 0)])).to.deep.equal([]);
    expect(brokenIntervals([spray(1, 1, '吡虫啉', 7)], [on(1, 23)])).to.have.length(1);
  });

  it('binds what is harvested after the use alone', () => {
    expect(brokenIntervals([spray(5, 7)], [on(5, 8)])).to.deep.equal([]);
    expect(brokenIntervals([spray(5, 7)], [on(5, 10)])).to.have.length(1);
    expect(brokenIntervals([spray(5, 0)], [on(5, 10)])).to.deep.equal([]);
  });

  it('is open while nothing was harvested since and it is not over', () => {
    expect(openIntervals([spray(1, 7)], [], on(7))).to.have.length(1);
    expect(openIntervals([spray(1, 7)], [], on(8))).to.deep.equal([]);
    expect(openIntervals([spray(1, 7)], [on(5), on(3)], on(20)), 'harvested inside').to.deep.equal([
      { input: '吡虫啉', days: 7, until: '2026-05-08', harvestedOn: '2026-05-03' },
    ]);
    expect(openIntervals([spray(1, 7)], [on(9)], on(20)), 'harvested after').to.deep.equal([]);
    expect(openIntervals([spray(5, 7)], [on(4)], on(6)), 'treated after the harvest').to.have.length(1);
  });

  const treatment = fc
    .record({ day: fc.integer({ min: 1, max: 28 }), days: fc.integer({ min: 0, max: 30 }), hour: fc.nat(23) })
    .map(({ day, days, hour }) => spray(day, days, `药剂${days}`, hour));
  const treatments = fc.array(treatment, { maxLength: 6 });
  const moment = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(23)).map(([day, hour]) => on(day, hour));

  it('of several uses is over when the last of them is: a harvest breaks one exactly when it lies before the latest end', () => {
    fc.assert(
      fc.property(treatments, moment, (uses, harvest) => {
        const before = uses.filter(({ at }) => at <= harvest);
        const latest = before
          .map(({ at, days }) => Math.floor((at.getTime() + 8 * 3_600_000) / 86_400_000) + days)
          .reduce((a, b) => Math.max(a, b), 0);
        const day = Math.floor((harvest.getTime() + 8 * 3_600_000) / 86_400_000);
        expect(brokenIntervals(uses, [harvest]).length > 0).to.equal(day < latest);
      }),
    );
  });

  it('never gets shorter by a record that is added, and a record taken back leaves what there was without it', () => {
    fc.assert(
      fc.property(treatments, treatment, fc.array(moment, { maxLength: 4 }), moment, (uses, more, harvests, now) => {
        const asked = (all: Treatment[]) =>
          openIntervals(all, harvests, now).map(({ input, days, until }) => ({ input, days, until }));
        const [without, withIt] = [asked(uses), asked([...uses, more])];
        expect(withIt).to.deep.include.members(without);
        expect(asked([more, ...uses])).to.have.deep.members(withIt);
        expect(
          brokenIntervals(uses, harvests).every((each) => without.some(({ until }) => until === each.until)),
        ).to.equal(true);
      }),
    );
  });
});
