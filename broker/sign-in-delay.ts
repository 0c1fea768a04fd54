import type { BrokerLimits } from './limits.ts';

interface Failures {
  count: number;
  last: number;
}

const FORGOTTEN_AFTER_MS = 30 * 60_000;
const LARGEST_MEMORY = 10_000;

type SignInLimits = Pick<
  BrokerLimits,
  'firstSignInDelayMs' | 'longestSignInDelayMs' | 'failuresBeforeLock' | 'firstLockMs' | 'longestLockMs'
>;

/**
 * A delay before the next sign-in is tried, doubling with every failure. It is counted by address and name together, so
 * that one device with a wrong secret does not slow its neighbors behind the same router, and by address alone with more
 * patience, so that trying many names is slowed too.
 */
export class SignInDelay {
  readonly #failures = new Map<string, Failures>();
  readonly #limits: SignInLimits;

  constructor(limits: SignInLimits) {
    this.#limits = limits;
  }

  /** Milliseconds to wait before the credentials are looked at. */
  before(address: string, username: string, now: number): number {
    return Math.max(this.#delay(`${address} ${username}`, 2, now), this.#delay(address, 20, now));
  }

  /**
   * Milliseconds for which this name is shut out at this address, after many failures in a row. The name alone is never
   * shut out: else a stranger could silence a device by guessing at it from elsewhere.
   */
  lockedFor(address: string, username: string, now: number): number {
    const { failuresBeforeLock, firstLockMs, longestLockMs } = this.#limits;
    const known = this.#failures.get(`${address} ${username}`);
    if (!known || known.count < failuresBeforeLock) return 0;
    const lock = Math.min(firstLockMs * 2 ** (known.count - failuresBeforeLock), longestLockMs);
    return Math.max(0, known.last + lock - now);
  }

  failed(address: string, username: string, now: number): void {
    this.#count(`${address} ${username}`, now);
    this.#count(address, now);
  }

  /** A success clears the name, not the address: else one good device would cover for guessing at others. */
  succeeded(address: string, username: string): void {
    this.#failures.delete(`${address} ${username}`);
  }

  #delay(key: string, free: number, now: number): number {
    const known = this.#failures.get(key);
    if (!known || now - known.last > FORGOTTEN_AFTER_MS || known.count <= free) return 0;
    return Math.min(this.#limits.firstSignInDelayMs * 2 ** (known.count - free - 1), this.#limits.longestSignInDelayMs);
  }

  #count(key: string, now: number): void {
    const known = this.#failures.get(key);
    const count = known && now - known.last <= FORGOTTEN_AFTER_MS ? known.count + 1 : 1;
    // Deleted first, so that the map stays in order of the last failure and the oldest is forgotten.
    this.#failures.delete(key);
    this.#failures.set(key, { count, last: now });
    if (this.#failures.size <= LARGEST_MEMORY) return;
    const oldest = this.#failures.keys().next();
    if (!oldest.done) this.#failures.delete(oldest.value);
  }
}
