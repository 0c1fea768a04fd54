import { expect } from 'chai';
import fc from 'fast-check';
import { batchCodeFrom, checkCharacter } from './batch-code.ts';

describe('a batch code', () => {
  const bytes = fc.uint8Array({ minLength: 11, maxLength: 11 });

  it('has twelve characters that cannot be mistaken for one another', () => {
    fc.assert(fc.property(bytes, (random) => /^[2-9A-HJKMNP-Z]{12}$/.test(batchCodeFrom(random))));
  });

  it('shows every swap of two neighbours', () => {
    fc.assert(
      fc.property(bytes, fc.nat(9), (random, place) => {
        const body = batchCodeFrom(random).slice(0, 11);
        const swapped = body.slice(0, place) + body.charAt(place + 1) + body.charAt(place) + body.slice(place + 2);
        expect(checkCharacter(swapped) === checkCharacter(body)).to.equal(swapped === body);
      }),
    );
  });
});
