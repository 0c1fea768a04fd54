import type { CanonicalReading, StoreReport } from '../ports.ts';

/** Called once: without an error when all the readings are durable, else none of them may be acknowledged. */
export type Settled = (error?: Error) => void;

interface Submission {
  readings: CanonicalReading[];
  settled: Settled;
}

export interface IngestQueueOptions {
  store(readings: CanonicalReading[]): Promise<StoreReport>;
  /** Readings that may wait; beyond it, publishers wait with their message in hand. */
  capacity: number;
  readingsPerWrite: number;
  /** Told after each write. */
  onStored(report: StoreReport): void;
}

/**
 * Group commit: what arrives while one write is under way goes into the next, so a durable write is paid once for many
 * messages and a lonely message waits for nobody.
 */
export class IngestQueue {
  readonly #options: IngestQueueOptions;
  #queued: Submission[] = [];
  /** Who came while it was full, in the order of arrival. */
  #waiting: Submission[] = [];
  #length = 0;
  #writing = false;

  constructor(options: IngestQueueOptions) {
    this.#options = options;
  }

  /** Readings accepted and not yet stored. */
  get length(): number {
    return this.#length;
  }

  get full(): boolean {
    return this.#waiting.length > 0 || this.#length >= this.#options.capacity;
  }

  /** Takes the readings at once, whether or not the queue is full: ask first. */
  push(readings: CanonicalReading[], settled: Settled): void {
    this.#queued.push({ readings, settled });
    this.#length += readings.length;
    this.#writeNext();
  }

  /** Waits its turn while the queue is full; resolves when all the readings are durable, rejects when their write failed. */
  add(readings: CanonicalReading[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const settled: Settled = (error) => (error === undefined ? resolve() : reject(error));
      if (this.full) this.#waiting.push({ readings, settled });
      else this.push(readings, settled);
    });
  }

  #writeNext(): void {
    if (this.#writing || this.#queued.length === 0) return;
    this.#writing = true;
    // One turn of the event loop lets every packet of the same socket read join the first write too.
    setImmediate(() => void this.#write(this.#takeBatch()));
  }

  #takeBatch(): Submission[] {
    let size = 0;
    let count = 0;
    for (const submission of this.#queued) {
      if (count > 0 && size + submission.readings.length > this.#options.readingsPerWrite) break;
      size += submission.readings.length;
      count += 1;
    }
    return this.#queued.splice(0, count);
  }

  async #write(batch: Submission[]): Promise<void> {
    const readings = batch.flatMap((submission) => submission.readings);
    const outcome = await this.#store(readings);
    this.#length -= readings.length;
    this.#writing = false;
    this.#admit();
    this.#writeNext();
    for (const { settled } of batch) {
      if (outcome.stored) settled();
      else settled(outcome.error);
    }
  }

  async #store(readings: CanonicalReading[]): Promise<{ stored: true } | { stored: false; error: Error }> {
    try {
      this.#options.onStored(await this.#options.store(readings));
      return { stored: true };
    } catch (error) {
      return { stored: false, error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  #admit(): void {
    let admitted = 0;
    while (admitted < this.#waiting.length && this.#length < this.#options.capacity) {
      const { readings, settled } = this.#waiting[admitted] as Submission;
      this.push(readings, settled);
      admitted += 1;
    }
    this.#waiting.splice(0, admitted);
  }
}
