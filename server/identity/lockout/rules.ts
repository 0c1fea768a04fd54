import { hours } from '../limits.ts';

export interface Patience {
  /** Failures that cost nothing: people mistype. */
  free: number;
  firstSeconds: number;
  longestSeconds: number;
  forgottenHours: number;
}

export interface Failures {
  count: number;
  lastAt: Date;
}

/** How well the place is known that an attempt comes from: the account has signed in on this device, or from this address. */
export type Acquaintance = 'device' | 'address' | 'none';

export type Counter = 'account' | 'account-at-address' | 'account-on-device' | 'address';

/**
 * Which counters an attempt moves when it fails, and which ones it has to wait for. Strangers share the account's own: their
 * guesses are few however many they are, and keep nobody waiting whose place is known (OWASP, Slow Down Online Guessing Attacks
 * with Device Cookies).
 */
export const counters: Readonly<Record<Acquaintance, { counts: readonly Counter[]; waits: readonly Counter[] }>> = {
  none: { counts: ['account', 'address'], waits: ['account', 'address'] },
  address: { counts: ['account-at-address', 'address'], waits: ['account-at-address', 'address'] },
  device: { counts: ['account-on-device', 'address'], waits: ['account-on-device'] },
};

/** How long to wait after that many failures in a row, in milliseconds: doubling, up to the longest. */
export function delayAfter(count: number, patience: Patience): number {
  if (count <= patience.free) return 0;
  const seconds = patience.firstSeconds * 2 ** Math.min(count - patience.free - 1, 30);
  return Math.min(seconds, patience.longestSeconds) * 1000;
}

/** Failures that lie so far back that they count no more. */
export function isForgotten({ lastAt }: Failures, patience: Patience, now: Date): boolean {
  return now.getTime() - lastAt.getTime() >= hours(patience.forgottenHours);
}

/** Milliseconds until the next attempt is looked at; 0 when it may be made now. */
export function waitFor(failures: Failures | null, patience: Patience, now: Date): number {
  if (!failures || isForgotten(failures, patience, now)) return 0;
  return Math.max(0, failures.lastAt.getTime() + delayAfter(failures.count, patience) - now.getTime());
}
