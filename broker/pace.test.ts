import { expect } from 'chai';
import { array, assert, integer, property } from 'fast-check';
import { Pace } from './pace.ts';

describe('a pace', () => {
  const steps = array(integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 });

  it('never lets more through in any span than the burst and what the span is worth', () => {
    assert(
      property(integer({ min: 1, max: 50 }), integer({ min: 1, max: 20 }), steps, (perSecond, burst, waits) => {
        const pace = new Pace(perSecond, burst);
        let now = 0;
        const passed: number[] = [];
        for (const wait of waits) {
          now += wait;
          if (pace.allows('one', now)) passed.push(now);
        }
        for (const [first, from] of passed.entries())
          for (const [last, to] of passed.entries())
            if (last >= first)
              expect(last - first + 1).to.be.at.most(burst + Math.floor(((to - from) * perSecond) / 1000 + 1e-6));
      }),
    );
  });

  it('lets whoever keeps to it pass without end', () => {
    const pace = new Pace(10, 1);
    for (let now = 0; now < 100_000; now += 100) expect(pace.allows('one', now)).to.equal(true);
  });

  it('tells how early each one of a flood is, and forgets the flood with time', () => {
    const pace = new Pace(10, 3);
    expect([1, 2, 3, 4, 5].map(() => pace.early('one', 0))).to.deep.equal([0, 0, 0, 100, 200]);
    expect(pace.early('two', 0)).to.equal(0);
    expect(pace.early('one', 10_000)).to.equal(0);
  });
});
