import { randomInt } from 'node:crypto';
import { limits } from '../limits.ts';
import { digest } from '../secrets.ts';

/** Crockford's base32: no letter that reads like a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 4;
const groupLength = 6;

/** Codes for whoever lost the phone: 120 random bits each, so that a plain digest may be stored (NIST SP 800-63B, 5.1.2.2). */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: limits.secondFactor.recoveryCodes }, () =>
    Array.from({ length: groups }, () =>
      Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
    ).join('-'),
  );
}

/** What is stored of a code, however it was typed. */
export function recoveryDigest(code: string): string {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return digest(plain);
}

export function isRecoveryCode(code: string): boolean {
  return code.replaceAll(/[\s-]/g, '').length === groups * groupLength;
}
