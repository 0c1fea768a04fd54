import type { Store } from '../storage/store.ts';
import { documentValue, elements, field, items, readBoolean, type Value } from '../values/bson.ts';
import { encodeDocument, type Plain } from '../values/build.ts';
import { readDouble, readInteger } from '../values/numbers.ts';

/** What a retryable write has done so far: enough to go on, or to answer again. */
export type Progress = {
  next: number;
  n: number;
  nModified: number;
  upserted: { index: number; _id: Value }[];
  writeErrors: { [name: string]: Plain }[];
  /** The whole reply of a findAndModify. */
  reply?: Value;
  /** What a `bulkWrite` command has counted. */
  bulk?: BulkProgress;
};

export type BulkProgress = {
  nInserted: number;
  nMatched: number;
  nModified: number;
  nUpserted: number;
  nDeleted: number;
  /** One document for each operation done, unless errors alone were asked for. */
  items: Value[];
};

export function newBulkProgress(): BulkProgress {
  return { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0, items: [] };
}

export function newProgress(): Progress {
  return { next: 0, n: 0, nModified: 0, upserted: [], writeErrors: [] };
}

/** What is stored of a session: the newest number and what came of it. */
export type SessionRecord = {
  txnNumber: bigint;
  /** Whether the number was a transaction that was committed. */
  committed: boolean;
  progress: Progress;
};

function encodeRecord({ txnNumber, committed, progress }: SessionRecord, usedAt: number): Buffer {
  return encodeDocument({ txnNumber, usedAt, committed, ...progress });
}

function decodeRecord(stored: Value): SessionRecord {
  const number = (name: string): number => {
    const value = field(stored, name);
    return value ? readDouble(value) : 0;
  };
  const list = (name: string): Value[] => {
    const value = field(stored, name);
    return value ? items(value) : [];
  };
  const [reply, bulk, txnNumber, committed] = ['reply', 'bulk', 'txnNumber', 'committed'].map((name) =>
    field(stored, name),
  );
  return {
    txnNumber: (txnNumber && readInteger(txnNumber)) ?? -1n,
    committed: committed !== undefined && readBoolean(committed),
    progress: {
      next: number('next'),
      n: number('n'),
      nModified: number('nModified'),
      upserted: list('upserted').map((value) => ({
        index: readDouble(field(value, 'index') as Value),
        _id: field(value, '_id') as Value,
      })),
      writeErrors: list('writeErrors').map((value) =>
        Object.fromEntries(elements(value).map((element) => [element.name, element.value])),
      ),
      ...(reply ? { reply } : {}),
      ...(bulk ? { bulk: readBulk(bulk) } : {}),
    },
  };
}

function readBulk(stored: Value): BulkProgress {
  const progress = newBulkProgress();
  for (const { name, value } of elements(stored)) {
    if (name === 'items') progress.items = items(value);
    else progress[name as Exclude<keyof BulkProgress, 'items'>] = readDouble(value);
  }
  return progress;
}

/** What the store remembers of sessions: the results of retryable writes and commits, for who asks again. */
export class SessionRecords {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  read(key: Buffer): SessionRecord | undefined {
    const bytes = this.store.sessions.get(key);
    return bytes && decodeRecord(documentValue(Buffer.from(bytes)));
  }

  /** Inside the store write that does the work, so that both are there or neither; `usedAt` in milliseconds. */
  put(key: Buffer, record: SessionRecord, usedAt: number): void {
    this.store.sessions.put(key, encodeRecord(record, usedAt));
  }

  /** Forgets those written before `time`, in milliseconds, whose sessions are not in use. */
  async removeOlder(time: number, isUsed: (key: Buffer) => boolean): Promise<void> {
    const old: Buffer[] = [];
    for (const { key, value } of this.store.sessions.getRange({})) {
      const usedAt = field(documentValue(Buffer.from(value)), 'usedAt');
      if ((!usedAt || readDouble(usedAt) < time) && !isUsed(key)) old.push(Buffer.from(key));
    }
    if (old.length === 0) return;
    const forget = (): void => old.forEach((key) => void this.store.sessions.remove(key));
    await this.store.write(forget, { grows: false });
  }
}
