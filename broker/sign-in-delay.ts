interface Failures {
  count: number;
  last: number;
}

const FORGOTTEN_AFTER_MS = 10 * 60_000;
const LARGEST_MEMORY = 10_000;

/**
 * A delay before the next sign-in is tried, doubling with every failure. It is counted by address and name together, so
 * that one device with a wrong secret does not slow its neighbors behind the same router, and by address alone with more
 * patience, so that trying many names is slowed too.
 */
export class SignInDelay {
  readonly #failures = new Map<string, Failures>();
  readonly #first: number;
  readonly #longest: number;

  constructor(firstMs: number, longestMs: number) {
    this.#first = firstMs;
    this.#longest = longestMs;
  }

  /** Milliseconds to wait before the credentials are looked at. */
  before(address: string, username: string, now: number): number {
    return Math.max(this.#delay(`${address} ${username}`, 2, now), this.#delay(address, 20, now));
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
    return Math.min(this.#first * 2 ** (known.count - free - 1), this.#longest);
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
