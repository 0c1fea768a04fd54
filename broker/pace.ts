const LARGEST_MEMORY = 10_000;

/**
 * Holds each name to a steady pace with room for a burst (the generic cell rate algorithm, ITU-T I.371 annex A): one number a
 * name, no timers.
 */
export class Pace {
  readonly #intervalMs: number;
  readonly #burstMs: number;
  /** When the next one would be due at the steady pace, by name. */
  readonly #due = new Map<string, number>();

  constructor(perSecond: number, burst: number) {
    this.#intervalMs = 1000 / perSecond;
    this.#burstMs = (burst - 1) * this.#intervalMs;
  }

  /** Counts one in, whatever comes of it. @returns how many milliseconds it is early; 0: in time */
  early(name: string, now: number): number {
    const due = Math.max(this.#due.get(name) ?? now, now);
    this.#remember(name, due + this.#intervalMs, now);
    return Math.max(0, due - this.#burstMs - now);
  }

  /** Counts one in only when it is in time. */
  allows(name: string, now: number): boolean {
    const due = Math.max(this.#due.get(name) ?? now, now);
    if (due - this.#burstMs > now) return false;
    this.#remember(name, due + this.#intervalMs, now);
    return true;
  }

  #remember(name: string, due: number, now: number): void {
    this.#due.set(name, due);
    if (this.#due.size <= LARGEST_MEMORY) return;
    for (const [each, passed] of this.#due) if (passed <= now) this.#due.delete(each);
  }
}
