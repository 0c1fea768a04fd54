import { createHash } from 'node:crypto';
import { elements, items, readBoolean, type, Value } from './bson.ts';
import { type Decimal, fractionOfDecimal, readDecimal } from './decimal.ts';
import { readNumeric } from './numbers.ts';

/**
 * Order-preserving keys: `memcmp(encode(a), encode(b))` orders as `compareValues(a, b)`, and no key is a prefix of
 * another. One tag byte a class; numbers of all four types share one order, so their tag tells the sign and size.
 */
export const tag = {
  minKey: 0x04,
  undefined: 0x08,
  null: 0x0c,
  number: 0x20,
  negativeInfinity: 0x21,
  string: 0x30,
  object: 0x38,
  array: 0x40,
  binary: 0x48,
  objectId: 0x50,
  false: 0x58,
  true: 0x59,
  date: 0x60,
  timestamp: 0x68,
  regex: 0x70,
  dbPointer: 0x78,
  code: 0x80,
  codeWithScope: 0x88,
  maxKey: 0xf0,
} as const;

const numberTag = {
  nan: 0x20,
  negativeInfinity: 0x21,
  negativeHuge: 0x22,
  negative: 0x23,
  negativeTiny: 0x24,
  zero: 0x25,
  positiveTiny: 0x26,
  positive: 0x27,
  positiveHuge: 0x28,
  infinity: 0x29,
} as const;

/** The range of tags a class takes, for bounds: [first, last]. */
export function tagRange(valueType: number): [number, number] {
  const first = classTag(valueType);
  if (first === tag.number) return [tag.number, numberTag.infinity];
  if (first === tag.false) return [tag.false, tag.true];
  return [first, first];
}

function classTag(valueType: number): number {
  switch (valueType) {
    case type.minKey:
      return tag.minKey;
    case type.undefined:
      return tag.undefined;
    case type.null:
      return tag.null;
    case type.double:
    case type.int32:
    case type.int64:
    case type.decimal:
      return tag.number;
    case type.string:
    case type.symbol:
      return tag.string;
    case type.object:
      return tag.object;
    case type.array:
      return tag.array;
    case type.binary:
      return tag.binary;
    case type.objectId:
      return tag.objectId;
    case type.boolean:
      return tag.false;
    case type.date:
      return tag.date;
    case type.timestamp:
      return tag.timestamp;
    case type.regex:
      return tag.regex;
    case type.dbPointer:
      return tag.dbPointer;
    case type.code:
      return tag.code;
    case type.codeWithScope:
      return tag.codeWithScope;
    default:
      return tag.maxKey;
  }
}

/** Bytes of a key under construction; one is reused for all keys of a process. */
class KeyBuffer {
  bytes = Buffer.allocUnsafe(8192);
  length = 0;

  reserve(count: number): number {
    const at = this.length;
    if (at + count > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, at + count));
      this.bytes.copy(larger, 0, 0, at);
      this.bytes = larger;
    }
    this.length = at + count;
    return at;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  copy(source: Buffer, start: number, end: number): void {
    const at = this.reserve(end - start);
    source.copy(this.bytes, at, start, end);
  }

  /** Zero bytes become 00 FF and 00 01 ends the string: a prefix sorts first, and no key begins another. */
  terminated(source: Buffer, start: number, end: number): void {
    let from = start;
    for (;;) {
      const zero = source.indexOf(0, from);
      if (zero < 0 || zero >= end) break;
      this.copy(source, from, zero);
      this.byte(0x00);
      this.byte(0xff);
      from = zero + 1;
    }
    this.copy(source, from, end);
    this.byte(0x00);
    this.byte(0x01);
  }
}

const key = new KeyBuffer();

function invert(start: number): void {
  const { bytes, length } = key;
  for (let index = start; index < length; index++) bytes[index] = 0xff ^ (bytes[index] as number);
}

function encodeFiniteDouble(value: number): void {
  if (value === 0) {
    key.byte(numberTag.zero);
    return;
  }
  key.byte(value < 0 ? numberTag.negative : numberTag.positive);
  const at = key.reserve(9);
  key.bytes.writeDoubleBE(Math.abs(value), at);
  key.bytes[at + 8] = 0;
  if (value < 0) invert(at);
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4 - (Math.clz32(Number.parseInt(value.toString(16)[0] ?? '0', 16)) - 28);
}

/** |v| = numerator/denominator as the largest double at or below it, then 80 bits of what is left. */
function encodeFraction(negative: boolean, numerator: bigint, denominator: bigint): void {
  const scaled = (exponent: number): { floor: bigint; rest: bigint; divisor: bigint } => {
    const dividend = exponent < 0 ? numerator << BigInt(-exponent) : numerator;
    const divisor = exponent > 0 ? denominator << BigInt(exponent) : denominator;
    return { floor: dividend / divisor, rest: dividend % divisor, divisor };
  };
  let exponent = Math.max(bitLength(numerator) - bitLength(denominator) - 53, -1074);
  let parts = scaled(exponent);
  if (bitLength(parts.floor) > 53) parts = scaled(++exponent);
  else if (bitLength(parts.floor) < 53 && exponent > -1074) parts = scaled(--exponent);
  if (exponent > 971) {
    encodeBeyondDouble(negative, numerator, denominator, true);
    return;
  }
  if (parts.floor === 0n) {
    encodeBeyondDouble(negative, numerator, denominator, false);
    return;
  }
  key.byte(negative ? numberTag.negative : numberTag.positive);
  const at = key.reserve(9);
  const subnormal = parts.floor < 1n << 52n;
  const bits = subnormal ? parts.floor : (BigInt(exponent + 1075) << 52n) | (parts.floor & 0xfffffffffffffn);
  key.bytes.writeBigUInt64BE(bits, at);
  if (parts.rest === 0n) key.bytes[at + 8] = 0;
  else {
    key.bytes[at + 8] = 1;
    const shifted = parts.rest << 80n;
    const tail = (shifted / parts.divisor) | (shifted % parts.divisor === 0n ? 0n : 1n);
    const tailAt = key.reserve(10);
    key.bytes.write(tail.toString(16).padStart(20, '0'), tailAt, 'hex');
  }
  if (negative) invert(at);
}

/** Decimals above the largest or below the smallest double: decimal exponent and digits. */
function encodeBeyondDouble(negative: boolean, numerator: bigint, denominator: bigint, huge: boolean): void {
  const above = huge ? numberTag.positiveHuge : numberTag.positiveTiny;
  const below = huge ? numberTag.negativeHuge : numberTag.negativeTiny;
  key.byte(negative ? below : above);
  const digits = numerator.toString();
  const exponent = digits.length - denominator.toString().length;
  const at = key.reserve(2);
  key.bytes.writeUInt16BE(exponent + 8192, at);
  const significant = Buffer.from(digits.replace(/0+$/, ''));
  key.copy(significant, 0, significant.length);
  key.byte(0);
  if (negative) invert(at);
}

function encodeDecimal(decimal: Decimal): void {
  if (decimal.coefficient === 0n) {
    key.byte(numberTag.zero);
    return;
  }
  const { numerator, denominator } = fractionOfDecimal({ ...decimal, negative: false });
  encodeFraction(decimal.negative, numerator, denominator);
}

function encodeNumber(value: Value): void {
  const number = value.type === type.decimal ? readDecimal(value) : readNumeric(value);
  if (typeof number === 'object') {
    encodeDecimal(number);
    return;
  }
  if (typeof number === 'bigint') {
    encodeFraction(number < 0n, number < 0n ? -number : number, 1n);
    return;
  }
  if (Number.isNaN(number)) {
    key.byte(numberTag.nan);
    return;
  }
  if (number === Number.POSITIVE_INFINITY) {
    key.byte(numberTag.infinity);
    return;
  }
  if (number === Number.NEGATIVE_INFINITY) {
    key.byte(numberTag.negativeInfinity);
    return;
  }
  encodeFiniteDouble(number);
}

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
    encodeNumber(value);
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
  if (descending) invert(0);
  return Buffer.from(key.bytes.subarray(0, key.length));
}

/** The key of one value; a descending component has all its bytes inverted. */
export function encodeKey(value: Value, descending = false): Buffer {
  key.length = 0;
  encodeInto(value);
  return finished(descending);
}

/** The key of several values one after the other. */
export function encodeCompoundKey(values: readonly Value[], descending: readonly boolean[]): Buffer {
  key.length = 0;
  for (let index = 0; index < values.length; index++) {
    const at = key.length;
    encodeInto(values[index] as Value);
    if (descending[index]) invert(at);
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
