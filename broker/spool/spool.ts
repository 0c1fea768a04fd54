import { type FileHandle, mkdir, open, readdir, readFile, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../log.ts';
import { encodeRecord, readRecords } from './record.ts';

interface Segment {
  path: string;
  bytes: number;
}

export interface SpoolOptions {
  directory: string;
  capacityBytes: number;
  log: Logger;
  /** A file grows to so much before the next is begun. */
  segmentBytes?: number;
}

/** The first records, to be dropped when they have been dealt with. */
export interface Batch {
  contents: Buffer[];
  bytes: number;
}

const SEGMENT_BYTES = 8 * 1024 * 1024;
const SUFFIX = '.spool';

/**
 * A queue on disk: records are appended to the last of a row of files and taken from the first. `append` resolves when the
 * record would survive a loss of power. Many may append; one takes.
 */
export class Spool {
  readonly #options: SpoolOptions;
  readonly #segments: Segment[];
  #next: number;
  #writing: FileHandle | undefined;
  /** How far the first segment has been dealt with. */
  #done = 0;
  #waiting: (() => void)[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(options: SpoolOptions, segments: Segment[], next: number) {
    this.#options = options;
    this.#segments = segments;
    this.#next = next;
  }

  /** Takes up what an earlier run has left; a torn end, which was never acknowledged, is cut off. */
  static async open(options: SpoolOptions): Promise<Spool> {
    const { directory } = options;
    await mkdir(directory, { recursive: true });
    const names = (await readdir(directory)).filter((name) => name.endsWith(SUFFIX)).sort();
    const segments: Segment[] = [];
    for (const [index, name] of names.entries()) {
      const path = join(directory, name);
      const bytes = await checkSegment(path, index === names.length - 1, options.log);
      if (bytes > 0) segments.push({ path, bytes });
      else await unlink(path);
    }
    return new Spool(options, segments, Number.parseInt(names.at(-1) ?? '0', 10) + 1);
  }

  get bytes(): number {
    return this.#segments.reduce((sum, { bytes }) => sum + bytes, 0) - this.#done;
  }

  get capacityBytes(): number {
    return this.#options.capacityBytes;
  }

  get empty(): boolean {
    return this.bytes === 0;
  }

  /**
   * Waits while the spool is full.
   * @throws when the disk refuses or the spool is closed; then the record is not kept
   */
  async append(content: Buffer): Promise<void> {
    const record = encodeRecord(content);
    while (!this.#closed && this.bytes > 0 && this.bytes + record.length > this.#options.capacityBytes)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#alone(() => this.#write(record));
  }

  async #write(record: Buffer): Promise<void> {
    if (this.#closed) throw new Error('the spool is closed');
    const { handle, segment } = await this.#writable();
    try {
      await handle.appendFile(record);
      await handle.datasync();
      segment.bytes += record.length;
    } catch (error) {
      await this.#giveUp(handle, segment);
      throw error;
    }
    if (segment.bytes >= (this.#options.segmentBytes ?? SEGMENT_BYTES)) await this.#endSegment();
  }

  /** The oldest records, up to some `most` bytes; `null` when there are none. */
  async first(most: number): Promise<Batch | null> {
    const [segment] = this.#segments;
    if (!segment || this.empty) return null;
    const bytes = (await readFile(segment.path)).subarray(this.#done, segment.bytes);
    const batch = readRecords(bytes, most);
    if (batch.bytes === 0) throw new Error(`${segment.path} cannot be read at ${this.#done}`);
    return batch;
  }

  /** The batch has been dealt with. */
  async drop(batch: Batch): Promise<void> {
    await this.#alone(() => this.#remove(batch));
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** What is on disk stays there. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const resume of this.#waiting) resume();
    await this.#alone(() => this.#endSegment());
  }

  /** One change at a time: the file that is written to may be the one that has just been dealt with. */
  #alone<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(change);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #remove(batch: Batch): Promise<void> {
    const [segment] = this.#segments;
    if (!segment) return;
    this.#done += batch.bytes;
    if (this.#done < segment.bytes) return;
    this.#segments.shift();
    this.#done = 0;
    if (this.#segments.length === 0) await this.#endSegment();
    await unlink(segment.path);
  }

  async #writable(): Promise<{ handle: FileHandle; segment: Segment }> {
    const last = this.#segments.at(-1);
    if (this.#writing && last) return { handle: this.#writing, segment: last };
    const segment = {
      path: join(this.#options.directory, `${String(this.#next).padStart(12, '0')}${SUFFIX}`),
      bytes: 0,
    };
    this.#next += 1;
    const handle = await open(segment.path, 'ax');
    await syncDirectory(this.#options.directory);
    this.#writing = handle;
    this.#segments.push(segment);
    return { handle, segment };
  }

  async #endSegment(): Promise<void> {
    const handle = this.#writing;
    this.#writing = undefined;
    await handle?.close();
  }

  /** After a failed write nobody knows what stands at the end of the file: it is cut back, and another one begun. */
  async #giveUp(handle: FileHandle, segment: Segment): Promise<void> {
    this.#writing = undefined;
    await handle.close().catch(() => undefined);
    await truncate(segment.path, segment.bytes).catch((error: unknown) =>
      this.#options.log.error({ err: error, path: segment.path }, 'spool file could not be cut back'),
    );
    if (segment.bytes > 0) return;
    this.#segments.splice(this.#segments.indexOf(segment), 1);
    await unlink(segment.path).catch(() => undefined);
  }
}

/** How many bytes of the file are whole records. What follows is cut off; inside an older file it is kept aside for people. */
async function checkSegment(path: string, last: boolean, log: Logger): Promise<number> {
  const content = await readFile(path);
  const { bytes } = readRecords(content);
  if (bytes === content.length) return bytes;
  const lost = content.length - bytes;
  if (last) log.warn({ path, bytes: lost }, 'torn end of the spool cut off; it was not acknowledged');
  else {
    await writeFile(`${path}.damaged`, content.subarray(bytes));
    log.error({ path, bytes: lost }, 'damaged part of the spool kept aside');
  }
  await truncate(path, bytes);
  return bytes;
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
