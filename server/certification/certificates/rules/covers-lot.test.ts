import { expect } from 'chai';
import { type CoveringCertificate, coversLot } from './covers-lot.ts';

const certificate: CoveringCertificate = {
  producerId: 'a',
  categoryCode: 'shiitake',
  validFrom: '2026-03-01',
  validTo: '2026-05-31',
};
const covers = (changed: Partial<CoveringCertificate>, day = '2026-04-01', foods = ['vegetables', 'shiitake']) =>
  coversLot({ ...certificate, ...changed }, { producerId: 'a', foods: new Set(foods), day });

describe('a certificate and a lot', () => {
  it('belong together on its days, the first and the last included', () => {
    for (const day of ['2026-03-01', '2026-05-31']) expect(covers({}, day), day).to.equal(true);
    for (const day of ['2026-02-28', '2026-06-01']) expect(covers({}, day), day).to.equal(false);
    expect(covers({ validTo: undefined }, '2099-01-01')).to.equal(true);
  });

  it('belong together for one holder, and for the food or what lies above it', () => {
    expect(covers({ producerId: 'b' })).to.equal(false);
    expect(covers({ categoryCode: 'vegetables' })).to.equal(true);
    expect(covers({}, '2026-04-01', ['vegetables'])).to.equal(false);
  });

  it('part on the day of its withdrawal', () => {
    expect(covers({ withdrawnOn: '2026-04-02' })).to.equal(true);
    expect(covers({ withdrawnOn: '2026-04-01' })).to.equal(false);
  });
});
