import { expect } from 'chai';
import fc from 'fast-check';
import { type Granted, methodKey, whyUnauthorized } from './authorization.ts';

const granted = (changes: Partial<Granted> = {}): Granted => ({
  username: 'analyst',
  methodKey: methodKey('GB 23200.121-2021'),
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  ...changes,
});
const asked = { username: 'analyst', method: 'gb23200.121—2021', day: '2026-06-01' };

describe('an authorization', () => {
  it('is of one person, one method and its days, both ends included', () => {
    expect(whyUnauthorized([granted()], asked)).to.equal(null);
    for (const day of ['2026-01-01', '2026-12-31'])
      expect(whyUnauthorized([granted()], { ...asked, day })).to.equal(null);
    for (const changes of [
      { day: '2025-12-31' },
      { day: '2027-01-01' },
      { username: 'second' },
      { method: 'GB 23200.121-2026' },
    ])
      expect(whyUnauthorized([granted()], { ...asked, ...changes }), JSON.stringify(changes)).to.have.keys('zh', 'en');
    expect(whyUnauthorized([granted({ revokedAt: new Date(0) })], asked)?.en).to.contain('revoked');
    expect(whyUnauthorized([granted()], { ...asked, method: undefined })?.en).to.contain('name the method');
  });

  it('is not asked for where none are kept', () => {
    expect(whyUnauthorized([], { ...asked, method: undefined })).to.equal(null);
  });

  it('is never given by those of others, by revoked or ended ones', () => {
    const none = fc.oneof(
      fc.constant(granted({ username: 'second' })),
      fc.constant(granted({ revokedAt: new Date(0) })),
      fc.constant(granted({ validTo: '2026-05-31' })),
      fc.constant(granted({ validFrom: '2026-06-02' })),
      fc.constant(granted({ methodKey: methodKey('GB 5009.1') })),
    );
    fc.assert(
      fc.property(fc.array(none, { minLength: 1 }), (rows) => {
        expect(whyUnauthorized(rows, asked)).to.not.equal(null);
        expect(whyUnauthorized([...rows, granted()], asked)).to.equal(null);
      }),
    );
  });
});
