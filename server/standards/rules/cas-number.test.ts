import { expect } from 'chai';
import fc from 'fast-check';
import { isCasNumber } from './cas-number.ts';

describe('a CAS number', () => {
  it('is known by its check digit', () => {
    for (const right of ['138261-41-3', '1563-66-2', '7732-18-5', '50-00-0'])
      expect(isCasNumber(right), right).to.equal(true);
    for (const wrong of ['138261-41-4', '1563-66', '1563662', '0-00-0', ' 50-00-0', ''])
      expect(isCasNumber(wrong), wrong).to.equal(false);
  });

  it('is wrong as soon as one digit is another', () => {
    const digits = '138261-41-3';
    fc.assert(
      fc.property(fc.nat(digits.length - 1), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        fc.pre(digits[place] !== '-' && (place + 1) % 10 !== 0);
        const other = String((Number(digits[place]) + shift) % 10);
        const changed = digits.slice(0, place) + other + digits.slice(place + 1);
        const weight =
          [...digits.replaceAll('-', '')].length - [...digits.slice(0, place).replaceAll('-', '')].length - 1;
        fc.pre((shift * weight) % 10 !== 0 || weight === 0);
        return !isCasNumber(changed);
      }),
    );
  });
});
