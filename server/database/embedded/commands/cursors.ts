import { randomBytes } from 'node:crypto';
import { EngineError } from '../errors.ts';
import { maximumDocumentSize, requireWrappedSize } from '../limits.ts';
import type { Transaction } from '../storage/transaction.ts';
import { type, Value } from '../values/bson.ts';
import { Writer } from '../values/build.ts';
import type { Reply } from './command.ts';
import type { PinnedSnapshot } from './snapshot-reads.ts';

const cursorTimeout = 10 * 60_000;
/** Reading pauses after this long, so that other connections get their turn. */
const turn = 5;
export const defaultBatchSize = 101;

export type Cursor = {
  id: bigint;
  namespace: string;
  results: Iterator<Value>;
  /** A result that did not fit into the last batch. */
  waiting?: Value;
  transaction: Transaction | undefined;
  snapshot: PinnedSnapshot | undefined;
  session: string | undefined;
  usedAt: number;
  timesOut: boolean;
  busy: boolean;
};

type Batch = { documents: Value; done: boolean };

function deadlineError(): EngineError {
  return new EngineError(50, 'operation exceeded time limit');
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Open cursors: suspended generators, which read on from their last key; they hold no snapshot. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  private readonly clock: () => number;

  constructor(clock: () => number) {
    this.clock = clock;
  }

  get count(): number {
    return this.open.size;
  }

  private newId(): bigint {
    for (;;) {
      const id = randomBytes(8).readBigInt64LE() & 0x7fffffffffffffffn;
      if (id !== 0n && !this.open.has(id)) return id;
    }
  }

  private async nextBatch(cursor: Cursor, size: number, deadline: number): Promise<Batch> {
    const writer = new Writer();
    const start = writer.begin();
    let count = 0;
    let turnEnds = Date.now() + turn;
    let steps = 0;
    let done = false;
    while (count < size) {
      if (++steps % 64 === 0 && Date.now() > turnEnds) {
        if (Date.now() > deadline) throw deadlineError();
        await pause();
        turnEnds = Date.now() + turn;
      }
      const next = cursor.waiting ? { done: false as const, value: cursor.waiting } : cursor.results.next();
      delete cursor.waiting;
      if (next.done) {
        done = true;
        break;
      }
      const { value } = next;
      if (value === skipped) continue;
      requireWrappedSize(value.end - value.start);
      // A batch ends before it would make the reply larger than a document may be.
      if (count > 0 && writer.length + value.end - value.start > maximumDocumentSize) {
        cursor.waiting = value;
        break;
      }
      writer.value(String(count++), value);
    }
    writer.end(start);
    const bytes = writer.finish();
    return { documents: new Value(type.array, bytes, 0, bytes.length), done };
  }

  /** Answers a command with the first batch, and keeps the cursor open if there is more. */
  async start(
    options: Pick<Cursor, 'namespace' | 'results' | 'transaction' | 'snapshot' | 'session'> & {
      batchSize: number;
      singleBatch?: boolean;
      deadline: number;
      timesOut?: boolean;
    },
  ): Promise<Reply> {
    const { namespace, results, transaction, snapshot, session, timesOut = true } = options;
    const cursor: Cursor = {
      id: 0n,
      namespace,
      results,
      transaction,
      snapshot,
      session,
      usedAt: this.clock(),
      timesOut,
      busy: false,
    };
    const batch = await this.nextBatch(cursor, options.batchSize, options.deadline);
    if (!batch.done && !options.singleBatch) {
      cursor.id = this.newId();
      this.open.set(cursor.id, cursor);
    } else results.return?.();
    return { cursor: { firstBatch: batch.documents, atClusterTime: snapshot?.time, id: cursor.id, ns: namespace } };
  }

  find(id: bigint): Cursor {
    const cursor = this.open.get(id);
    if (!cursor || cursor.busy) throw new EngineError(43, `cursor id ${id} not found`);
    return cursor;
  }

  async more(cursor: Cursor, size: number, deadline: number): Promise<Reply> {
    cursor.busy = true;
    try {
      const batch = await this.nextBatch(cursor, size, deadline);
      const open = this.open.get(cursor.id) === cursor && !batch.done;
      if (!open) this.kill(cursor.id);
      cursor.usedAt = this.clock();
      return { cursor: { nextBatch: batch.documents, id: open ? cursor.id : 0n, ns: cursor.namespace } };
    } catch (error) {
      this.kill(cursor.id);
      throw error;
    } finally {
      cursor.busy = false;
    }
  }

  kill(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (cursor && !cursor.busy) cursor.results.return?.();
    return this.open.delete(id);
  }

  /** The cursors of a transaction or a snapshot end with it. */
  killOf(owner: Transaction | PinnedSnapshot): void {
    for (const cursor of this.open.values())
      if (cursor.transaction === owner || cursor.snapshot === owner) this.kill(cursor.id);
  }

  killIdle(now: number): void {
    for (const cursor of this.open.values()) {
      if (cursor.timesOut && now - cursor.usedAt > cursorTimeout) this.kill(cursor.id);
    }
  }

  close(): void {
    for (const id of this.open.keys()) this.kill(id);
  }
}

/** What a scan yields for a document that does not match, so that long scans can pause. */
export const skipped = new Value(type.null, Buffer.alloc(0), 0, 0);
