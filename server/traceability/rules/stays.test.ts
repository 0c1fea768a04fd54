import { expect } from 'chai';
import fc from 'fast-check';
import { staysOf } from './stays.ts';

const day = (n: number) => new Date(Date.UTC(2026, 9, n));

describe('where a batch was', () => {
  it('follows shipping and receiving', () => {
    const stays = staysOf({ createdAt: day(1), siteId: 'field' }, [
      { step: 'receive', at: day(4), siteId: 'shop' },
      { step: 'ship', at: day(3), siteId: 'field', destinationSiteId: 'truck' },
    ]);
    expect(stays).to.deep.equal([
      { siteId: 'field', from: day(1), to: day(3) },
      { siteId: 'truck', from: day(3), to: day(4) },
      { siteId: 'shop', from: day(4) },
    ]);
  });

  it('is one place at each moment, without gaps, whatever the order of recording', () => {
    const movement = fc.record({
      step: fc.constantFrom('harvest' as const, 'ship' as const, 'receive' as const),
      at: fc.integer({ min: 1, max: 28 }).map(day),
      siteId: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        const stays = staysOf({ createdAt: day(1), siteId: 'a' }, movements);
        for (const [index, stay] of stays.entries()) {
          const next = stays[index + 1];
          expect(stay.to?.getTime()).to.equal(next?.from.getTime());
          if (next) expect(next.siteId).to.not.equal(stay.siteId);
        }
      }),
    );
  });
});
