import { expect } from 'chai';
import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { enrollmentUri, newOneTimeSecret, stepOfCode } from './one-time-password.ts';
import { isRecoveryCode, newRecoveryCodes, recoveryDigest } from './recovery-codes.ts';

/** RFC 6238, appendix B: the seed of the SHA-1 vectors; the codes' last six of eight digits. */
const rfcSecret = Secret.fromLatin1('12345678901234567890').base32;
const vectors: [seconds: number, code: string][] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];
const period = 30_000;
const times = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('the code of a second factor', () => {
  it("is RFC 6238's", () => {
    for (const [seconds, code] of vectors)
      expect(stepOfCode(rfcSecret, code.slice(2), new Date(seconds * 1000), undefined)).to.equal(
        Math.floor(seconds / 30),
      );
  });

  it('is taken within one step of its time and never twice', () => {
    const secret = newOneTimeSecret();
    fc.assert(
      fc.property(times, fc.integer({ min: -1, max: 1 }), (now, offset) => {
        const timestamp = now.getTime() + offset * period;
        const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
        const step = Math.floor(timestamp / period);
        // The same code may by chance belong to a neighboring step too.
        const taken = stepOfCode(secret, code, now, undefined);
        expect(taken).to.be.a('number');
        expect(stepOfCode(secret, code, now, Math.max(step, taken ?? 0))).to.equal(null);
      }),
    );
  });

  it('is refused two steps away', () => {
    const now = new Date('2026-05-03T08:00:00Z');
    const code = TOTP.generate({ secret: Secret.fromBase32(rfcSecret), timestamp: now.getTime() - 2 * period });
    expect(stepOfCode(rfcSecret, code, now, undefined)).to.equal(null);
  });

  it('is enrolled by a URI that names the platform and the person', () => {
    const uri = new URL(enrollmentUri(rfcSecret, 'officer1'));
    expect(uri.protocol).to.equal('otpauth:');
    expect(decodeURIComponent(uri.pathname)).to.include('AgriTrace:officer1');
    expect(uri.searchParams.get('secret')).to.equal(rfcSecret);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and known however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).to.equal(10);
    for (const code of codes) {
      expect(code).to.match(/^[0-9a-hjkmnp-tv-z]{6}(-[0-9a-hjkmnp-tv-z]{6}){3}$/);
      expect(isRecoveryCode(code)).to.equal(true);
      const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
      expect(recoveryDigest(typed)).to.equal(recoveryDigest(code));
    }
    expect(isRecoveryCode('123456')).to.equal(false);
  });
});
