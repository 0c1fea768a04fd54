import { expect } from 'chai';
import fc from 'fast-check';
import { permittedRange } from './permitted-range.ts';

const rule = fc.record({
  unit: fc.constantFrom('Cel', '%'),
  comparison: fc.constantFrom('above' as const, 'below' as const),
  limit: fc.integer({ min: -50, max: 50 }),
});

describe('the permitted range', () => {
  it('holds a value exactly when no rule of its unit finds fault with it', () => {
    fc.assert(
      fc.property(fc.array(rule), fc.double({ min: -60, max: 60, noNaN: true }), (rules, value) => {
        const { above, below } = permittedRange(rules, 'Cel');
        const permitted = (below === undefined || value <= below) && (above === undefined || value >= above);
        const faulty = rules.some(
          ({ unit, comparison, limit }) => unit === 'Cel' && (comparison === 'above' ? value > limit : value < limit),
        );
        expect(permitted).to.equal(!faulty);
      }),
    );
  });
});
