import { Secret, TOTP } from 'otpauth';
import { limits } from '../limits.ts';

const { digits, periodSeconds, window } = limits.secondFactor;

/** HMAC-SHA-1, as every authenticator app reads it (RFC 6238, 1.2; the key URI's default). */
function generator(secret: string, username = ''): TOTP {
  return new TOTP({
    issuer: 'AgriTrace',
    label: username,
    secret: Secret.fromBase32(secret),
    digits,
    period: periodSeconds,
  });
}

/** 160 random bits in base32 (RFC 4226, 4 R6). */
export function newOneTimeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from the QR code. */
export function enrollmentUri(secret: string, username: string): string {
  return generator(secret, username).toString();
}

/**
 * The time step whose code this is, within one step of `now`; null for a wrong code and for any step up to `lastStep`,
 * so that no code is taken twice (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number | undefined): number | null {
  const timestamp = now.getTime();
  const delta = generator(secret).validate({ token: code, timestamp, window });
  if (delta === null) return null;
  const step = TOTP.counter({ period: periodSeconds, timestamp }) + delta;
  return lastStep !== undefined && step <= lastStep ? null : step;
}
