import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import type { CanonicalReading, StoreReport } from '../ports.ts';
import type { Spool } from './spool.ts';

export interface SpooledStoreOptions {
  spool: Spool;
  store(readings: CanonicalReading[]): Promise<StoreReport>;
  /** Does the error say that the database cannot be reached, rather than that it refused? */
  isAway(error: unknown): boolean;
  /** A write that takes longer counts as away. */
  deadlineMs: number;
  retryMs: number;
  log: Logger;
  onSpooled(readings: number): void;
  onReplayed(report: StoreReport): void;
}

const REPLAY_BYTES = 512 * 1024;
const WARN_ABOVE = 0.5;

/**
 * Stores readings in the database while it answers, and on disk while it does not. From the first reading on disk all
 * others go behind it, so that they are replayed in the order in which they came. A write that was given up may still be
 * carried out, and a replay may be cut by a power loss: the natural key of a reading makes the repeat harmless.
 */
export class SpooledStore {
  readonly #options: SpooledStoreOptions;
  #replaying: Promise<void> | undefined;
  readonly #stopping = new AbortController();
  #warned = false;

  constructor(options: SpooledStoreOptions) {
    this.#options = options;
    if (!options.spool.empty) this.#replay(Promise.resolve());
  }

  get replaying(): boolean {
    return this.#replaying !== undefined;
  }

  /** More than half full: somebody should look before it is too late. */
  get filling(): boolean {
    const { spool } = this.#options;
    return spool.bytes > spool.capacityBytes * WARN_ABOVE;
  }

  /** Resolves when the readings are durable, here or there; waits while the spool is full. */
  async store(readings: CanonicalReading[]): Promise<StoreReport> {
    if (this.#replaying) return this.#toSpool(readings);
    const attempt = this.#options.store(readings);
    const outcome = await this.#inTime(attempt);
    if (outcome.ok) return outcome.report;
    if (!outcome.away) throw outcome.error;
    this.#options.log.error({ err: outcome.error }, 'the database does not answer, readings go to the spool');
    const ended = attempt.then(
      () => undefined,
      () => undefined,
    );
    this.#replay(ended);
    return this.#toSpool(readings);
  }

  /** Ends the replay; what is on disk is taken up at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#options.spool.close();
  }

  async #inTime(
    attempt: Promise<StoreReport>,
  ): Promise<{ ok: true; report: StoreReport } | { ok: false; away: boolean; error: unknown }> {
    const late = new AbortController();
    const deadline = wait(this.#options.deadlineMs, undefined, { signal: late.signal }).then(() => ({
      ok: false as const,
      away: true,
      error: new Error(`the database has not stored within ${this.#options.deadlineMs} ms`),
    }));
    try {
      return await Promise.race([
        attempt.then(
          (report) => ({ ok: true as const, report }),
          (error: unknown) => ({ ok: false as const, away: this.#options.isAway(error), error }),
        ),
        deadline,
      ]);
    } finally {
      deadline.catch(() => undefined);
      late.abort();
    }
  }

  async #toSpool(readings: CanonicalReading[]): Promise<StoreReport> {
    await this.#options.spool.append(Buffer.from(JSON.stringify(readings)));
    this.#replay(Promise.resolve());
    this.#options.onSpooled(readings.length);
    if (this.filling && !this.#warned)
      this.#options.log.error(
        { bytes: this.#options.spool.bytes, capacity: this.#options.spool.capacityBytes },
        'the spool is more than half full; when it is full, devices are no longer acknowledged',
      );
    this.#warned = this.filling;
    return { stored: 0, duplicates: 0 };
  }

  /** @param pending the write that was given up: its end shows that the database answers again */
  #replay(pending: Promise<void>): void {
    this.#replaying ??= this.#replayAll(pending).finally(() => {
      this.#replaying = undefined;
      // What came in while the last record was being dropped.
      if (!this.#options.spool.empty && !this.#stopping.signal.aborted) this.#replay(Promise.resolve());
    });
  }

  async #replayAll(pending: Promise<void>): Promise<void> {
    const { spool, store, retryMs, log, onReplayed } = this.#options;
    const { signal } = this.#stopping;
    await unlessAborted(pending, signal);
    while (!signal.aborted && !spool.empty) {
      try {
        const batch = await spool.first(REPLAY_BYTES);
        if (!batch) return;
        const report = await unlessAborted(store(batch.contents.flatMap(readingsOf)), signal);
        if (!report) return;
        onReplayed(report);
        await spool.drop(batch);
      } catch (error) {
        log.warn({ err: error, bytes: spool.bytes }, 'readings in the spool cannot be stored yet');
        await wait(retryMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
    if (!signal.aborted) log.info({}, 'the spool is empty, readings go to the database again');
  }
}

/** What the work comes to, or `undefined` as soon as the signal is given; leaves no listener behind. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

type Written = Omit<CanonicalReading, 'at' | 'receivedAt'> & { at: string; receivedAt: string };

function readingsOf(content: Buffer): CanonicalReading[] {
  const written: Written[] = JSON.parse(content.toString('utf8'));
  return written.map((reading) => ({ ...reading, at: new Date(reading.at), receivedAt: new Date(reading.receivedAt) }));
}
