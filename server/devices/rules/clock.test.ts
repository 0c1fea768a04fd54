import { expect } from 'chai';
import fc from 'fast-check';
import { type ClockSample, clockAhead, mergeClocks, noteClock } from './clock.ts';

const minute = 60_000;
/** Messages that arrive with these delays, of a device whose clock is that far ahead. */
const follow = (ahead: number, delays: number[]) => {
  let samples: ClockSample[] = [];
  for (const [index, delay] of delays.entries()) {
    const receivedAt = (index + 1) * minute;
    samples = noteClock(samples, receivedAt, receivedAt - delay + ahead);
  }
  return clockAhead(samples);
};

describe('the clock of a device', () => {
  it('is the same whichever of several instances heard which message, and however often it is told', () => {
    const messages = fc.array(fc.tuple(fc.nat(30 * minute), fc.nat(5000), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(messages, (heard) => {
        const inOrder = heard.toSorted(([a], [b]) => a - b);
        const of = (told: typeof heard) =>
          told.reduce<ClockSample[]>(
            (known, [receivedAt, delay]) => noteClock(known, receivedAt, receivedAt - delay),
            [],
          );
        const one = of(inOrder.filter(([, , first]) => first));
        const other = of(inOrder.filter(([, , first]) => !first));
        expect(mergeClocks(one, other)).to.deep.equal(of(inOrder));
        expect(mergeClocks(mergeClocks(other, one), one)).to.deep.equal(of(inOrder));
      }),
    );
  });

  it('cannot be judged by two minutes', () => {
    expect(follow(0, [10, 10])).to.equal(undefined);
  });

  it('is judged within a second, though most messages come late', () => {
    const seconds = fc.integer({ min: -7200, max: 7200 });
    const quick = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 12, maxLength: 12 });
    const late = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 19, maxLength: 19 });
    fc.assert(
      fc.property(seconds, quick, late, (ahead, soon, later) => {
        const delays = soon.flatMap((delay, index) => [delay, ...later.slice(index * 2, index * 2 + 2)]);
        expect(Math.abs((follow(ahead * 1000, delays) ?? Number.NaN) - ahead)).to.be.at.most(1);
      }),
    );
  });

  it('is not misjudged by a few times that are wrong', () => {
    let samples: ClockSample[] = [];
    for (let index = 1; index <= 20; index += 1) {
      const wrong = index % 5 === 0 ? 3_600_000 : 0;
      samples = noteClock(samples, index * minute, index * minute + wrong);
    }
    expect(clockAhead(samples)).to.equal(0);
  });

  it('is remembered for a bounded time', () => {
    let samples: ClockSample[] = [];
    for (let index = 1; index <= 500; index += 1) samples = noteClock(samples, index * minute, 0);
    expect(samples.length).to.be.at.most(31);
  });
});
