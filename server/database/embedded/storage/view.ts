/** One stored entry: its key within its space and its value. */
export type Entry = { key: Buffer; value: Buffer };

export type Range = {
  /** First key, included; without it the space's beginning. */
  low?: Buffer;
  /** End, excluded; without it the space's end. */
  high?: Buffer;
  reverse?: boolean;
  limit: number;
};

/**
 * What reading and writing of documents and index entries goes through. A space is the numbered key range of one
 * collection or index. Plain commands see the store itself, a transaction its snapshot with its own changes above.
 */
export interface View {
  get(space: number, key: Buffer): Buffer | undefined;
  range(space: number, range: Range): Entry[];
  put(space: number, key: Buffer, value: Buffer): void;
  remove(space: number, key: Buffer): void;
  /**
   * Announces that this key is about to change. Throws 112 WriteConflict in a transaction that lost the race for it,
   * and `HeldByTransaction` for a plain write on a key an open transaction holds.
   */
  claim(space: number, key: Buffer): void;
}

/** The first key after all keys which begin with these bytes. */
export function successor(bytes: Buffer): Buffer | undefined {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0xff) length--;
  if (length === 0) return undefined;
  const next = Buffer.from(bytes.subarray(0, length));
  next[length - 1] = (next[length - 1] as number) + 1;
  return next;
}

/** Reads a range piece by piece, each piece at once: the consumer may pause between entries. */
export function* scanRange(view: View, space: number, range: Omit<Range, 'limit'>): Generator<Entry> {
  let { low, high } = range;
  let limit = 8;
  for (;;) {
    const piece = view.range(space, { ...range, ...(low ? { low } : {}), ...(high ? { high } : {}), limit });
    yield* piece;
    const last = piece.at(-1);
    if (!last || piece.length < limit) return;
    if (range.reverse) high = last.key;
    else low = Buffer.concat([last.key, Buffer.from([0])]);
    limit = Math.min(limit * 4, 512);
  }
}
