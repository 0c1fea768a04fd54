import { createHash } from 'node:crypto';
import { elements, items, readBoolean, type, Value } from './bson.ts';
import { KeyBuffer } from './key-buffer.ts';
import { encodeNumber } from './key-number.ts';
import { classTag, tag } from './key-tags.ts';

/** One buffer for all keys of a process. */
const key = new KeyBuffer();

function encodeObject(value: Value): void {
  for (const element of elements(value)) {
    key.byte(classTag(element.value.type));
    const name = Buffer.from(element.name);
    key.terminated(name, 0, name.length);
    encodeInto(element.value);
  }
  key.byte(0);
}

function encodeInto(value: Value): void {
  const { bytes, start, end } = value;
  if (value.type === type.boolean) {
    key.byte(readBoolean(value) ? tag.true : tag.false);
    return;
  }
  const first = classTag(value.type);
  if (first === tag.number) {
    encodeNumber(key, value);
    return;
  }
  key.byte(first);
  switch (value.type) {
    case type.string:
    case type.symbol:
    case type.code:
      key.terminated(bytes, start + 4, end - 1);
      return;
    case type.object:
      encodeObject(value);
      return;
    case type.array:
      for (const item of items(value)) encodeInto(item);
      key.byte(0);
      return;
    case type.objectId:
      key.copy(bytes, start, end);
      return;
    case type.date: {
      const at = key.reserve(8);
      key.bytes.writeBigUInt64BE(BigInt.asUintN(64, bytes.readBigInt64LE(start)) ^ (1n << 63n), at);
      return;
    }
    case type.timestamp: {
      const at = key.reserve(8);
      key.bytes.writeBigUInt64BE(bytes.readBigUInt64LE(start), at);
      return;
    }
    case type.binary: {
      const at = key.reserve(4);
      key.bytes.writeUInt32BE(end - start - 5, at);
      key.copy(bytes, start + 4, end);
      return;
    }
    case type.dbPointer: {
      const at = key.reserve(4);
      key.bytes.writeUInt32BE(end - start, at);
      key.copy(bytes, start, end);
      return;
    }
    case type.regex:
      key.copy(bytes, start, end);
      return;
    case type.codeWithScope: {
      const codeEnd = start + 8 + bytes.readInt32LE(start + 4);
      key.terminated(bytes, start + 8, codeEnd - 1);
      encodeObject(new Value(type.object, bytes, codeEnd, end));
      return;
    }
    default:
      return;
  }
}

/** The largest compound key which is stored whole; a longer one keeps this much and a hash (LMDB allows 1978 bytes). */
export const maximumKeyLength = 1500;

/** The same for a clustered collection's `_id`, which is part of the keys of its other indexes, too. */
export const maximumRecordKeyLength = 400;

/** An over-long key: its beginning, a mark and a hash of the whole, so that equality stays exact. */
export function shorten(whole: Buffer, length: number): Buffer {
  if (whole.length <= length) return whole;
  const hash = createHash('md5').update(whole).digest();
  return Buffer.concat([whole.subarray(0, length), Buffer.from([0xff]), hash]);
}

function finished(descending: boolean): Buffer {
  if (descending) key.invert(0);
  return Buffer.from(key.bytes.subarray(0, key.length));
}

/**
 * The key of one value: `memcmp(encodeKey(a), encodeKey(b))` orders as `compareValues(a, b)`, and no key begins
 * another. A descending component has all its bytes inverted.
 */
export function encodeKey(value: Value, descending = false): Buffer {
  key.length = 0;
  encodeInto(value);
  return finished(descending);
}

/** The key of one value as text, for maps and sets: each byte one character. */
export function keyText(value: Value): string {
  key.length = 0;
  encodeInto(value);
  return key.bytes.toString('latin1', 0, key.length);
}

/** The key of several values one after the other. */
export function encodeCompoundKey(values: readonly Value[], descending: readonly boolean[]): Buffer {
  key.length = 0;
  for (let index = 0; index < values.length; index++) {
    const at = key.length;
    encodeInto(values[index] as Value);
    if (descending[index]) key.invert(at);
  }
  return finished(false);
}

/** The beginning which the keys of all strings with that prefix share. */
export function encodeStringPrefix(prefix: string): Buffer {
  key.length = 0;
  key.byte(tag.string);
  const bytes = Buffer.from(prefix);
  key.terminated(bytes, 0, bytes.length);
  key.length -= 2;
  return finished(false);
}
