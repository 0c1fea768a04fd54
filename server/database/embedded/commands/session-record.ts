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

/** The parts of a progress that grow with every statement. */
type Lists = { upserted: Plain[]; writeErrors: Plain[]; items: Plain[] };

function listsOf({ upserted, writeErrors, bulk }: Progress, from = { upserted: 0, writeErrors: 0, items: 0 }): Lists {
  return {
    upserted: upserted.slice(from.upserted),
    writeErrors: writeErrors.slice(from.writeErrors),
    items: (bulk?.items ?? []).slice(from.items),
  };
}

function sizesOf({ upserted, writeErrors, items }: Lists): { [Name in keyof Lists]: number } {
  return { upserted: upserted.length, writeErrors: writeErrors.length, items: items.length };
}

function listed(stored: Value, name: string): Value[] {
  const value = field(stored, name);
  return value ? items(value) : [];
}

function decodeRecord(stored: Value, parts: readonly Value[]): SessionRecord {
  const number = (name: string): number => {
    const value = field(stored, name);
    return value ? readDouble(value) : 0;
  };
  const list = (name: string): Value[] => [...parts, stored].flatMap((part) => listed(part, name));
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
      ...(bulk ? { bulk: { ...countsOf(bulk), items: list('items') } } : {}),
    },
  };
}

function countsOf(stored: Value): BulkProgress {
  const progress = newBulkProgress();
  for (const { name, value } of elements(stored))
    progress[name as Exclude<keyof BulkProgress, 'items'>] = readDouble(value);
  return progress;
}

/** So much of its lists a record holds itself; the rest is put aside in parts, each written once. */
const listedInRecord = 500;

/** A session's name: a UUID. */
export const sessionKeyLength = 16;

/** What of a progress stands in parts, and in how many. */
type Parted = { sizes: { [Name in keyof Lists]: number }; parts: number };

function partKey(key: Buffer, txnNumber: bigint, part: number): Buffer {
  const suffix = Buffer.allocUnsafe(12);
  suffix.writeBigInt64BE(txnNumber);
  suffix.writeUInt32BE(part, 8);
  return Buffer.concat([key, suffix]);
}

/** What the store remembers of sessions: the results of retryable writes and commits, for who asks again. */
export class SessionRecords {
  private readonly store: Store;
  private readonly parted = new WeakMap<Progress, Parted>();

  constructor(store: Store) {
    this.store = store;
  }

  read(key: Buffer): SessionRecord | undefined {
    const bytes = this.store.sessions.get(key);
    if (!bytes) return undefined;
    const stored = documentValue(Buffer.from(bytes));
    const count = field(stored, 'parts');
    const txnNumber = field(stored, 'txnNumber');
    const parts = count && txnNumber ? this.readParts(key, readInteger(txnNumber) ?? -1n, readDouble(count)) : [];
    const record = decodeRecord(stored, parts);
    if (parts.length > 0) {
      const sizes = { upserted: 0, writeErrors: 0, items: 0 };
      for (const part of parts)
        for (const name of ['upserted', 'writeErrors', 'items'] as const) sizes[name] += listed(part, name).length;
      this.parted.set(record.progress, { sizes, parts: parts.length });
    }
    return record;
  }

  private readParts(key: Buffer, txnNumber: bigint, count: number): Value[] {
    return Array.from({ length: count }, (_, part) => {
      const bytes = this.store.sessions.get(partKey(key, txnNumber, part));
      if (!bytes) throw new Error(`a session's record lacks its part ${part}`);
      return documentValue(Buffer.from(bytes));
    });
  }

  /** Inside the store write that does the work, so that both are there or neither; `usedAt` in milliseconds. */
  put(key: Buffer, { txnNumber, committed, progress }: SessionRecord, usedAt: number): void {
    const before = this.parted.get(progress);
    let lists = listsOf(progress, before?.sizes);
    let parts = before?.parts ?? 0;
    if (lists.upserted.length + lists.writeErrors.length + lists.items.length > listedInRecord) {
      this.store.sessions.put(partKey(key, txnNumber, parts++), encodeDocument(lists));
      this.parted.set(progress, { sizes: sizesOf(listsOf(progress)), parts });
      lists = { upserted: [], writeErrors: [], items: [] };
    }
    const { next, n, nModified, reply, bulk } = progress;
    const counts = bulk && { ...bulk, items: undefined };
    const listed = (list: Plain[]): Plain => (list.length > 0 ? list : undefined);
    this.store.sessions.put(
      key,
      encodeDocument({
        txnNumber,
        usedAt,
        committed: committed || undefined,
        parts: parts || undefined,
        next,
        n,
        nModified,
        reply,
        bulk: counts,
        upserted: listed(lists.upserted),
        writeErrors: listed(lists.writeErrors),
        items: listed(lists.items),
      }),
    );
  }

  /** Forgets those written before `time`, in milliseconds, whose sessions are not in use. */
  async removeOlder(time: number, isUsed: (key: Buffer) => boolean): Promise<void> {
    const old: Buffer[] = [];
    let current: { key: Buffer; txnNumber: bigint } | undefined;
    for (const entry of this.store.sessions.getRange({})) {
      const key = Buffer.from(entry.key);
      if (key.length > sessionKeyLength) {
        // A part stays as long as the record it belongs to is about the same write.
        const owner = current?.key.equals(key.subarray(0, sessionKeyLength)) ? current : undefined;
        if (owner?.txnNumber !== key.readBigInt64BE(sessionKeyLength)) old.push(key);
        continue;
      }
      const record = documentValue(Buffer.from(entry.value));
      const [usedAt, txnNumber] = [field(record, 'usedAt'), field(record, 'txnNumber')];
      const isOld = !usedAt || readDouble(usedAt) < time;
      if (isOld && !isUsed(key)) {
        current = undefined;
        old.push(key);
      } else current = { key, txnNumber: (txnNumber && readInteger(txnNumber)) ?? -1n };
    }
    if (old.length === 0) return;
    const forget = (): void => old.forEach((key) => void this.store.sessions.remove(key));
    await this.store.write(forget, { grows: false });
  }
}
