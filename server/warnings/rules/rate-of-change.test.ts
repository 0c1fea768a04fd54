import { expect } from 'chai';
import fc from 'fast-check';
import { celsius, inOrder, run } from '../testing-support/streams.ts';
import { evaluateRateOfChange, partsOfWindow, type RateOfChangeRule } from './rate-of-change.ts';

const warming: RateOfChangeRule = { unit: 'Cel', direction: 'rising', limit: 5, windowSeconds: 1800, clearAt: 2 };
const effects = (rule: RateOfChangeRule, ...pairs: [minute: number, value: number][]) =>
  run(evaluateRateOfChange, rule, celsius(...pairs)).told.map(({ effect }) => effect);

const rule: fc.Arbitrary<RateOfChangeRule> = fc.record({
  unit: fc.constant('Cel'),
  direction: fc.constantFrom('rising' as const, 'falling' as const),
  limit: fc.integer({ min: 5, max: 20 }),
  windowSeconds: fc.constantFrom(600, 1800, 7200),
  clearAt: fc.integer({ min: 0, max: 5 }),
});

/** The greatest change up to the last reading, from any reading of the given time before it. */
function greatestChange(rule: RateOfChangeRule, readings: { value: number; at: number }[], windowMs: number): number {
  const last = readings.at(-1);
  if (!last) return 0;
  const sign = rule.direction === 'rising' ? 1 : -1;
  return Math.max(
    ...readings.filter(({ at }) => at >= last.at - windowMs).map(({ value }) => sign * (last.value - value)),
  );
}

describe('warnings: rate of change', () => {
  it('raises when the value has risen by more than the limit within the window, and clears when it is steady', () => {
    expect(effects(warming, [0, 2], [10, 4], [20, 7.1], [30, 8], [40, 9], [60, 9])).to.deep.equal([
      'none',
      'none',
      'raise',
      'repeat',
      'none',
      'clear',
    ]);
  });

  it('takes a slow change for what it is', () => {
    expect(new Set(effects(warming, [0, 0], [20, 3], [40, 6], [60, 9], [80, 12]))).to.deep.equal(new Set(['none']));
  });

  it('does not take a falling value for a rising one', () => {
    expect(effects(warming, [0, 20], [5, 2])).to.deep.equal(['none', 'none']);
    expect(effects({ ...warming, direction: 'falling' }, [0, 20], [5, 2])).to.deep.equal(['none', 'raise']);
  });

  it('does not compare another unit, nor a reading that comes late', () => {
    const { state } = run(evaluateRateOfChange, warming, celsius([0, 2], [10, 3]));
    for (const reading of [
      { value: 60, unit: '[degF]', at: 900_000 },
      { value: 60, unit: 'Cel', at: 300_000 },
    ])
      expect(evaluateRateOfChange(warming, state, reading)).to.deep.equal({ state, effect: 'none' });
  });

  it('never tells a change over a longer time than the window, and misses none within it but for its oldest part', () => {
    fc.assert(
      fc.property(rule, inOrder(), (rule, readings) => {
        const windowMs = rule.windowSeconds * 1000;
        run(evaluateRateOfChange, rule, readings).told.forEach(({ effect }, index) => {
          const known = readings.slice(0, index + 1);
          const holds = effect === 'raise' || effect === 'repeat';
          if (holds) expect(greatestChange(rule, known, windowMs)).to.be.greaterThan(rule.limit);
          else expect(greatestChange(rule, known, windowMs - windowMs / partsOfWindow)).to.be.at.most(rule.limit);
        });
      }),
    );
  });

  it('remembers no more than the parts of its window', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 30 }), (rule, seconds) => {
        const fast = Array.from({ length: 2000 }, (_, index) => ({
          value: index % 7,
          unit: 'Cel',
          at: index * seconds * 1000,
        }));
        expect(run(evaluateRateOfChange, rule, fast).state.parts?.length).to.be.at.most(partsOfWindow + 1);
      }),
      { numRuns: 20 },
    );
  });
});
