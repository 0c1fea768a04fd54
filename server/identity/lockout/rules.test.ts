import { expect } from 'chai';
import fc from 'fast-check';
import { limits } from '../limits.ts';
import { delayAfter, isForgotten, waitFor } from './rules.ts';

const { account, address } = limits.lockout;
const counts = fc.integer({ min: 0, max: 100_000 });
const patience = fc.constantFrom(account, address);
const start = Date.parse('2026-05-03T08:00:00Z');

describe('the wait after failed sign-ins', () => {
  it('is nothing for a few, then two seconds, doubling up to the longest', () => {
    expect([0, 5, 6, 7, 8, 14, 15, 1000].map((count) => delayAfter(count, account) / 1000)).to.deep.equal([
      0, 0, 2, 4, 8, 512, 900, 900,
    ]);
  });

  it('never shrinks with a further failure and never exceeds the longest', () => {
    fc.assert(
      fc.property(counts, patience, (count, rule) => {
        expect(delayAfter(count + 1, rule)).to.be.within(delayAfter(count, rule), rule.longestSeconds * 1000);
      }),
    );
  });

  it('runs down as time passes and is over when it has passed', () => {
    fc.assert(
      fc.property(counts, patience, fc.nat({ max: 1_000_000 }), (count, rule, passed) => {
        const failures = { count, lastAt: new Date(start) };
        const left = waitFor(failures, rule, new Date(start + passed));
        expect(left).to.equal(Math.max(0, delayAfter(count, rule) - passed));
      }),
    );
  });

  it('is over for whoever has been forgotten', () => {
    fc.assert(
      fc.property(counts, patience, (count, rule) => {
        const failures = { count, lastAt: new Date(start) };
        const later = new Date(start + rule.forgottenHours * 3_600_000);
        expect(isForgotten(failures, rule, later)).to.equal(true);
        expect(waitFor(failures, rule, later)).to.equal(0);
      }),
    );
  });

  it('lets one guess some hundred passwords a day at most', () => {
    let guesses = 0;
    for (let now = 0, count = 0; now < 86_400_000; now += Math.max(1, delayAfter(++count, account))) guesses += 1;
    expect(guesses).to.be.within(90, 120);
  });
});
