import { expect } from 'chai';
import { certificateExpiry } from './certificate-expiry.ts';

const certificate = { number: 'GF-1', subject: '核桃', validTo: '2026-12-31' };
const levelOn = (today: string) => certificateExpiry(certificate, today)?.level;

describe('the expiry of a certificate', () => {
  it('is reminded of 90, 30 and 7 days before, more urgently each time, and on its last day', () => {
    expect(levelOn('2026-10-01')).to.equal(undefined);
    expect(levelOn('2026-10-02')).to.equal('blue');
    expect(levelOn('2026-11-30')).to.equal('blue');
    expect(levelOn('2026-12-01')).to.equal('yellow');
    expect(levelOn('2026-12-23')).to.equal('yellow');
    expect(levelOn('2026-12-24')).to.equal('orange');
    expect(levelOn('2026-12-31')).to.equal('orange');
    expect(levelOn('2027-01-01')).to.equal(undefined);
  });

  it('is one condition until it is renewed, and none for what never expires', () => {
    const keyOf = (validTo: string) => certificateExpiry({ ...certificate, validTo }, '2026-12-30')?.conditionKey;
    expect(keyOf('2026-12-31')).to.equal(certificateExpiry(certificate, '2026-10-02')?.conditionKey);
    expect(keyOf('2027-01-31')).to.not.equal(keyOf('2026-12-31'));
    expect(certificateExpiry({ number: 'GI-1', subject: '洛南核桃' }, '2026-12-30')).to.equal(null);
  });
});
