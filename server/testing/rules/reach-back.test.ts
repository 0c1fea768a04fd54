import { expect } from 'chai';
import fc from 'fast-check';
import { type ControlState, controlStates } from './control-judgement.ts';
import {
  goodControlStates,
  reachOfControl,
  reachOfFailedCalibration,
  reachOfLapse,
  unseenReach,
} from './reach-back.ts';

const moment = (minute: number): Date => new Date(Date.UTC(2026, 10, 24) + minute * 60_000);
const minutes = fc.integer({ min: 0, max: 1000 });
const controls = fc.array(fc.record({ at: minutes.map(moment), state: fc.constantFrom(...controlStates) }));

describe('what a failure reaches back to', () => {
  it('of a control begins at the last good one before it, whatever stands between', () => {
    fc.assert(
      fc.property(controls, minutes, (earlier, at) => {
        const failed = { at: moment(at), enteredAt: moment(at + 5) };
        const { since, until } = reachOfControl(failed, earlier);
        expect(until).to.deep.equal(failed.enteredAt);
        const good = (state: ControlState) => goodControlStates.includes(state);
        if (since === undefined) expect(earlier.some(({ at, state }) => at < failed.at && good(state))).to.equal(false);
        else {
          expect(since).to.be.below(failed.at);
          expect(earlier.some((each) => each.at.getTime() === since.getTime() && good(each.state))).to.equal(true);
          expect(earlier.some((each) => each.at > since && each.at < failed.at && good(each.state))).to.equal(false);
        }
      }),
    );
  });

  it('of a control that nobody could judge does not begin there', () => {
    const failed = { at: moment(60), enteredAt: moment(61) };
    const between = [
      { at: moment(10), state: 'in-control' },
      { at: moment(30), state: 'undecided' },
      { at: moment(60), state: 'in-control' },
    ] as const;
    expect(reachOfControl(failed, between).since).to.deep.equal(moment(10));
  });

  it('of a calibration that did not conform begins on the day of the last that did', () => {
    expect(reachOfFailedCalibration('2026-05-03', moment(0))).to.deep.equal({
      since: new Date('2026-05-03T00:00:00+08:00'),
      until: moment(0),
    });
    expect(reachOfFailedCalibration(undefined, moment(0))).to.deep.equal({ until: moment(0) });
  });

  it('of a failed calibration ends with the day of the next one, and never in the future', () => {
    const endOfNext = new Date('2026-11-26T00:00:00+08:00');
    const until = (now: Date) => reachOfFailedCalibration('2026-05-03', now, '2026-11-25').until;
    const before = new Date(endOfNext.getTime() - 1);
    expect(until(before)).to.deep.equal(before);
    expect(until(endOfNext)).to.deep.equal(endOfNext);
    expect(until(new Date(endOfNext.getTime() + 1))).to.deep.equal(endOfNext);
  });

  it('of a calibration that is over begins after its last day', () => {
    expect(reachOfLapse('2026-11-20', moment(0)).since).to.deep.equal(new Date('2026-11-21T00:00:00+08:00'));
  });

  it('of a calibration that is over ends with the day of the next one', () => {
    expect(reachOfLapse('2026-11-20', moment(0), '2026-11-22').until).to.deep.equal(
      new Date('2026-11-23T00:00:00+08:00'),
    );
  });

  it('is looked at once, but for what may still have come, however often it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ measured: minutes, told: minutes }), { minLength: 1 }), (comings) => {
        const inOrder = comings.toSorted((a, b) => a.told - b.told);
        const found = new Set<number>();
        let seen: Date | undefined;
        for (const [index, { measured, told }] of inOrder.entries()) {
          const until = moment(Math.max(measured, told));
          const unseen = unseenReach({ since: moment(-1), until }, seen, moment(measured));
          for (const [other, each] of inOrder.slice(0, index + 1).entries()) {
            const at = moment(each.measured);
            if (unseen && at > (unseen.since ?? at) && at <= unseen.until) found.add(other);
          }
          expect(found.has(index)).to.equal(true);
          if (!seen || until > seen) seen = until;
        }
      }),
    );
    expect(unseenReach({ since: moment(0), until: moment(5) }, moment(9), moment(9))).to.equal(null);
  });
});
