import { expect } from 'chai';
import fc from 'fast-check';
import { checkCreditCode, creditCodeCheckCharacter } from './rules.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('the unified social credit code', () => {
  for (const code of [
    '91350100M000100Y43',
    '91110000802100433B',
    '91440300708461136T',
    '9144030071526726XG',
    '914403001922038216',
    '11500226753092798P',
    '11341703777363919H',
  ])
    it(`accepts the published code ${code}`, () => {
      expect(checkCreditCode(code)).to.deep.equal({ valid: true, code });
    });

  it('refuses a wrong check character', () => {
    expect(checkCreditCode('91330000MA27XL0A7T').valid).to.equal(false);
  });

  it('names a letter that the alphabet lacks instead of correcting it', () => {
    expect(checkCreditCode('9135O100M000100Y43')).to.have.property('reason').that.includes('O');
  });

  it('takes small and full-width letters', () => {
    expect(checkCreditCode(' ９1350100m000100y43 ')).to.deep.equal({ valid: true, code: '91350100M000100Y43' });
  });

  it('notices every single wrong character and every swap of two neighbours', () => {
    const first17 = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...alphabet), (start, place, other) => {
        const code = start + creditCodeCheckCharacter(start);
        const changed = code.slice(0, place) + other + code.slice(place + 1);
        expect(checkCreditCode(changed).valid).to.equal(changed === code);
        const swapped = code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
        expect(checkCreditCode(swapped).valid).to.equal(swapped === code);
      }),
    );
  });
});
