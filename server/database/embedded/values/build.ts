import { type, Value } from './bson.ts';
import { GrowingBytes } from './growing-bytes.ts';

/** What can be written as BSON: integral JS numbers of 32 bits become int32, other numbers double, bigint int64. */
export type Plain =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Value
  | Plain[]
  | { [name: string]: Plain };

/** A growing buffer into which documents are written; undefined fields are left out. */
export class Writer extends GrowingBytes {
  constructor(capacity = 512) {
    super(capacity);
  }

  begin(): number {
    return this.reserve(4);
  }

  end(start: number): void {
    const at = this.reserve(1);
    this.bytes[at] = 0;
    this.bytes.writeInt32LE(this.length - start, start);
  }

  header(valueType: number, name: string): void {
    this.byte(valueType);
    this.text(name);
    this.byte(0);
  }

  value(name: string, value: Value): void {
    this.header(value.type, name);
    this.copy(value.bytes, value.start, value.end);
  }

  int32(value: number): void {
    const at = this.reserve(4);
    this.bytes.writeInt32LE(value, at);
  }

  int64(value: bigint): void {
    const at = this.reserve(8);
    this.bytes.writeBigInt64LE(value, at);
  }

  double(value: number): void {
    const at = this.reserve(8);
    this.bytes.writeDoubleLE(value, at);
  }

  string(value: string): void {
    const start = this.reserve(4);
    this.text(value);
    this.byte(0);
    this.bytes.writeInt32LE(this.length - start - 4, start);
  }

  plain(name: string, value: Plain): void {
    if (value === undefined) return;
    if (value instanceof Value) {
      this.value(name, value);
      return;
    }
    if (value === null) {
      this.header(type.null, name);
      return;
    }
    if (typeof value === 'string') {
      this.header(type.string, name);
      this.string(value);
      return;
    }
    if (typeof value === 'number') {
      this.number(name, value);
      return;
    }
    if (typeof value === 'boolean') {
      this.header(type.boolean, name);
      this.byte(value ? 1 : 0);
      return;
    }
    if (typeof value === 'bigint') {
      this.header(type.int64, name);
      this.int64(value);
      return;
    }
    if (value instanceof Date) {
      this.header(type.date, name);
      this.int64(BigInt(value.getTime()));
      return;
    }
    this.header(Array.isArray(value) ? type.array : type.object, name);
    this.document(value);
  }

  /** A document of plain fields. */
  document(fields: { [name: string]: Plain } | Plain[]): void {
    const start = this.begin();
    for (const name of Object.keys(fields)) this.plain(name, (fields as { [name: string]: Plain })[name]);
    this.end(start);
  }

  private number(name: string, value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0)) {
      this.header(type.int32, name);
      this.int32(value);
      return;
    }
    this.header(type.double, name);
    this.double(value);
  }

  /** The bytes written so far; the writer must not be used afterwards. */
  finish(): Buffer {
    return this.bytes.subarray(0, this.length);
  }
}

export function encodeDocument(fields: { [name: string]: Plain }): Buffer {
  const writer = new Writer();
  writer.document(fields);
  return writer.finish();
}

export function documentOf(fields: Iterable<{ name: string; value: Value }>): Value {
  const writer = new Writer(256);
  const start = writer.begin();
  for (const { name, value } of fields) writer.value(name, value);
  writer.end(start);
  const bytes = writer.finish();
  return new Value(type.object, bytes, 0, bytes.length);
}

export function arrayOf(values: Iterable<Value>): Value {
  const writer = new Writer(256);
  const start = writer.begin();
  let index = 0;
  for (const value of values) writer.value(String(index++), value);
  writer.end(start);
  const bytes = writer.finish();
  return new Value(type.array, bytes, 0, bytes.length);
}

/** A single value from its plain form. */
export function plainValue(plain: Exclude<Plain, undefined>): Value {
  if (plain instanceof Value) return plain;
  const writer = new Writer(64);
  writer.plain('', plain);
  const bytes = writer.finish();
  return new Value(bytes[0] as number, bytes, 2, bytes.length);
}

export function int32(value: number): Value {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return new Value(type.int32, bytes, 0, 4);
}

export function int64(value: bigint): Value {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64LE(value);
  return new Value(type.int64, bytes, 0, 8);
}

export function double(value: number): Value {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleLE(value);
  return new Value(type.double, bytes, 0, 8);
}

export function date(milliseconds: number | bigint): Value {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64LE(BigInt(milliseconds));
  return new Value(type.date, bytes, 0, 8);
}

export function binary(content: Buffer, subtype: number): Value {
  const bytes = Buffer.alloc(5 + content.length);
  bytes.writeInt32LE(content.length);
  bytes[4] = subtype;
  content.copy(bytes, 5);
  return new Value(type.binary, bytes, 0, bytes.length);
}

const empty = Buffer.alloc(0);
export const nullValue = new Value(type.null, empty, 0, 0);
export const undefinedValue = new Value(type.undefined, empty, 0, 0);
export const trueValue = new Value(type.boolean, Buffer.from([1]), 0, 1);
export const falseValue = new Value(type.boolean, Buffer.from([0]), 0, 1);

export function boolean(value: boolean): Value {
  return value ? trueValue : falseValue;
}
