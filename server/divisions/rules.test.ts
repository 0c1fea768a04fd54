import { expect } from 'chai';
import fc from 'fast-check';
import { isWithin, levelOf, parentOf, selfAndAbove, subtreeRange } from './rules.ts';
import { createDivisionsService } from './service.ts';

describe('division codes', () => {
  const codes = createDivisionsService()
    .list({})
    .map(({ code }) => code);

  it('hold the city, seven counties and all towns of Shangluo', () => {
    const count = (level: string) => codes.filter((code) => levelOf(code) === level).length;
    expect([count('city'), count('county'), count('town')]).to.deep.equal([1, 7, 110]);
  });

  it('lead from every town over its county to the city', () => {
    for (const code of codes) {
      const parent = parentOf(code);
      expect(parent === null || codes.includes(parent), code).to.equal(true);
      expect(selfAndAbove(code).at(-1)).to.equal('611000');
    }
  });

  it('lie in the subtree range exactly when they lie within the division', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (code, ancestor) => {
        const { $gte, $lt } = subtreeRange(ancestor);
        expect(code >= $gte && code < $lt).to.equal(isWithin(code, ancestor));
      }),
    );
  });
});
