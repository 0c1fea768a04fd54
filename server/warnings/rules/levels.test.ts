import { expect } from 'chai';
import fc from 'fast-check';
import { isHigher, levelAfter } from './levels.ts';

const level = fc.constantFrom('blue', 'yellow', 'orange', 'red' as const);

describe('the level of a warning', () => {
  it('only rises by itself', () => {
    fc.assert(
      fc.property(level, level, (now, told) => {
        const after = levelAfter({ level: now }, told);
        expect(isHigher(now, after)).to.equal(false);
        expect([now, told]).to.include(after);
        expect(isHigher(told, after)).to.equal(false);
      }),
    );
  });

  it('stays as somebody said until something graver than what they overruled is told', () => {
    fc.assert(
      fc.property(level, level, level, (said, overrules, told) => {
        const after = levelAfter({ level: said, overrules }, told);
        expect(after).to.equal(isHigher(told, overrules) ? told : said);
      }),
    );
  });
});
