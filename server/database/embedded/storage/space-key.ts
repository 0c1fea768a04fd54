import type { Range } from './view.ts';

/** A key as the store has it: the number of its space and its bytes within. */
export type SpaceKey = [space: number, key: Buffer];

const prefixLength = 4;
const noBytes = Buffer.alloc(0);

/** How LMDB's binding writes and reads such keys, straight into and from its own buffers. */
export const spaceKeys = {
  writeKey([space, key]: SpaceKey, target: Uint8Array, start: number): number {
    target[start] = space >>> 24;
    target[start + 1] = space >>> 16;
    target[start + 2] = space >>> 8;
    target[start + 3] = space;
    // Throws a RangeError where there is no room, which the binding waits for.
    target.set(key, start + prefixLength);
    return start + prefixLength + key.length;
  },
  readKey(source: Uint8Array, start: number, end: number): SpaceKey {
    const key = copied(source, start + prefixLength, end);
    const space = ((source[start] as number) << 24) | ((source[start + 1] as number) << 16);
    return [(space | ((source[start + 2] as number) << 8) | (source[start + 3] as number)) >>> 0, key];
  },
};

/** Values are copied as they are read: the binding's buffer is used again by its next read. */
export const copiedValues = {
  encode: (value: Buffer): Buffer => value,
  decode: (bytes: Uint8Array): Buffer => copied(bytes, 0, bytes.length),
};

function copied(source: Uint8Array, start: number, end: number): Buffer {
  const copy = Buffer.allocUnsafe(end - start);
  // The binding's buffer says it is as long as the value; `subarray` itself looks at its true length.
  copy.set(Uint8Array.prototype.subarray.call(source, start, end));
  return copy;
}

export function lowKey(space: number, range: Omit<Range, 'limit'>): SpaceKey {
  return [space, range.low ?? noBytes];
}

export function highKey(space: number, range: Omit<Range, 'limit'>): SpaceKey {
  return range.high ? [space, range.high] : [space + 1, noBytes];
}
