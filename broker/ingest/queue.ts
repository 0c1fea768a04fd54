import type { CanonicalReading, StoreReport } from '../ports.ts';

interface Submission {
  readings: CanonicalReading[];
  stored: () => void;
  failed: (error: unknown) => void;
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
  #waiting: (() => void)[] = [];
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
    return this.#length >= this.#options.capacity;
  }

  /** Resolves when all the readings are durable; rejects when their write failed, and then none of them may be acknowledged. */
  async add(readings: CanonicalReading[]): Promise<void> {
    while (this.full) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const done = new Promise<void>((stored, failed) => this.#queued.push({ readings, stored, failed }));
    this.#length += readings.length;
    this.#writeNext();
    return done;
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
    try {
      this.#options.onStored(await this.#options.store(readings));
      for (const submission of batch) submission.stored();
    } catch (error) {
      for (const submission of batch) submission.failed(error);
    } finally {
      this.#length -= readings.length;
      this.#writing = false;
      this.#admit();
      this.#writeNext();
    }
  }

  #admit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
