import { expect } from 'chai';
import fc from 'fast-check';
import { celsius, inOrder, run } from '../testing-support/streams.ts';
import { type CountInWindowRule, evaluateCountInWindow } from './count-in-window.ts';

const doors: CountInWindowRule = { unit: 'Cel', comparison: 'above', limit: 8, count: 3, windowSeconds: 3600 };

const rule: fc.Arbitrary<CountInWindowRule> = fc.record({
  unit: fc.constant('Cel'),
  comparison: fc.constantFrom('above' as const, 'below' as const),
  limit: fc.integer({ min: -20, max: 40 }),
  count: fc.integer({ min: 2, max: 6 }),
  windowSeconds: fc.constantFrom(600, 1800, 7200),
});

describe('warnings: count in a window', () => {
  it('raises at the third reading beyond the limit within an hour, and clears after an hour without any', () => {
    const readings = celsius([0, 9], [5, 4], [20, 9], [25, 4], [50, 9], [55, 4], [110, 4], [111, 4]);
    expect(run(evaluateCountInWindow, doors, readings).told.map(({ effect }) => effect)).to.deep.equal([
      'none',
      'none',
      'none',
      'none',
      'raise',
      'none',
      'none',
      'clear',
    ]);
  });

  it('does not count what lies further back', () => {
    const readings = celsius([0, 9], [40, 9], [80, 9], [120, 9]);
    expect(run(evaluateCountInWindow, doors, readings).told.every(({ effect }) => effect === 'none')).to.equal(true);
  });

  it('says what counting by hand says', () => {
    fc.assert(
      fc.property(rule, inOrder(), (rule, readings) => {
        const windowMs = rule.windowSeconds * 1000;
        let raised = false;
        const expected = readings.map(({ value, at }, index) => {
          const beyond = (reading: { value: number }) =>
            rule.comparison === 'above' ? reading.value > rule.limit : reading.value < rule.limit;
          const count = readings.slice(0, index + 1).filter((one) => beyond(one) && at - one.at <= windowMs).length;
          if (beyond({ value }) && (raised || count >= rule.count)) {
            const effect = raised ? 'repeat' : 'raise';
            raised = true;
            return effect;
          }
          if (!raised || count > 0) return 'none';
          raised = false;
          return 'clear';
        });
        expect(run(evaluateCountInWindow, rule, readings).told.map(({ effect }) => effect)).to.deep.equal(expected);
      }),
    );
  });

  it('remembers no more readings than it counts', () => {
    fc.assert(
      fc.property(rule, inOrder(fc.constant(100)), (rule, readings) => {
        const { beyondAt } = run(evaluateCountInWindow, rule, readings).state;
        expect(beyondAt?.length ?? 0).to.be.at.most(rule.count);
      }),
    );
  });
});
