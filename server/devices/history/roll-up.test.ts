import { expect } from 'chai';
import fc from 'fast-check';
import { dayMilliseconds, dayOf } from './periods.ts';
import { resolutionFor } from './resolution.ts';
import { combined, type Measurement, rollUp } from './roll-up.ts';

const hour = 3_600_000;
const measurements = fc
  .uniqueArray(
    fc.record({ at: fc.integer({ min: -hour, max: 3 * hour }), value: fc.double({ min: -50, max: 50, noNaN: true }) }),
    {
      selector: ({ at }) => at,
      maxLength: 30,
    },
  )
  .map((series) => series.sort((a, b) => a.at - b.at));
const within = (series: Measurement[], from: number, to: number) =>
  series.filter(({ at }) => at >= from - hour && at < to);

describe('roll-up of readings', () => {
  const bounds = { upper: 8, lower: -1 };

  it('knows no more seconds than the period has, and none beyond the bounds twice', () => {
    fc.assert(
      fc.property(measurements, (series) => {
        const whole = rollUp(within(series, 0, hour), { from: 0, to: hour }, bounds);
        expect(whole.secondsKnown).to.be.at.most(3600 + 1e-6);
        expect(whole.secondsAbove + whole.secondsBelow).to.be.at.most(whole.secondsKnown + 1e-6);
      }),
    );
  });

  it('of a period is what those of its parts add up to', () => {
    fc.assert(
      fc.property(measurements, (series) => {
        const whole = rollUp(within(series, 0, 3 * hour), { from: 0, to: 3 * hour }, bounds);
        const parts = combined(
          [0, hour, 2 * hour].map((from) =>
            rollUp(within(series, from, from + hour), { from, to: from + hour }, bounds),
          ),
        );
        expect({ ...parts, sum: 0, secondsKnown: 0, secondsAbove: 0, secondsBelow: 0 }).to.deep.equal({
          ...whole,
          ...{ sum: 0, secondsKnown: 0, secondsAbove: 0, secondsBelow: 0 },
        });
        for (const key of ['sum', 'secondsKnown', 'secondsAbove', 'secondsBelow'] as const)
          expect(parts[key]).to.be.closeTo(whole[key], 1e-6);
      }),
    );
  });

  it('holds a reading for an hour at most, and across the turn of the hour', () => {
    const lonely = [{ at: -hour / 2, value: 9 }];
    expect(rollUp(lonely, { from: 0, to: hour }, bounds)).to.deep.equal({
      ...{ count: 0, sum: 0, secondsKnown: 1800, secondsAbove: 1800, secondsBelow: 0 },
    });
    expect(rollUp(lonely, { from: hour, to: 2 * hour }, bounds).secondsKnown).to.equal(0);
  });

  it('takes midnight in China for the beginning of a day', () => {
    expect(new Date(dayOf(Date.parse('2026-05-03T15:59:59Z'))).toISOString()).to.equal('2026-05-02T16:00:00.000Z');
    expect(dayOf(Date.parse('2026-05-03T16:00:00Z'))).to.equal(Date.parse('2026-05-03T16:00:00Z'));
    expect(dayOf(-1) % dayMilliseconds).to.equal(dayOf(0) % dayMilliseconds);
  });
});

describe('resolution of a series', () => {
  const of = (hours: number, points: number, readings: number) =>
    resolutionFor({ from: 0, to: hours * hour }, points, readings);

  it('is the finest that fits', () => {
    expect(of(24, 1000, 288)).to.equal('reading');
    expect(of(24 * 7, 1000, 1001)).to.equal('hour');
    expect(of(24 * 365, 1000, 1001)).to.equal('day');
    expect(of(24 * 365, 1000, 100)).to.equal('reading');
  });

  it('is readings for a short time even when they have to be thinned, and hours when there are none any more', () => {
    expect(of(2, 1000, 1001)).to.equal('reading');
    expect(of(24, 1000, 0)).to.equal('hour');
  });
});
