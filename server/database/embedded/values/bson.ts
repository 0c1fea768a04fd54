import { EngineError } from '../errors.ts';

/** BSON element types (bsonspec.org). */
export const type = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  dbPointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  codeWithScope: 0x0f,
  int32: 0x10,
  timestamp: 0x11,
  int64: 0x12,
  decimal: 0x13,
  maxKey: 0x7f,
  minKey: 0xff,
} as const;

/** A copy that is not from the pool, where it would keep its neighbors. */
export function ownBytes(bytes: Buffer, start = 0, end = bytes.length): Buffer {
  const own = Buffer.alloc(end - start);
  bytes.copy(own, 0, start, end);
  return own;
}

/** One BSON value as it stands in the bytes it came in; its type is never lost. */
export class Value {
  readonly type: number;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;

  constructor(valueType: number, bytes: Buffer, start: number, end: number) {
    this.type = valueType;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /** The value's own bytes, without type and name. */
  raw(): Buffer {
    return this.bytes.subarray(this.start, this.end);
  }

  /** The same value in bytes of its own: one that is kept must not keep what it was read from. */
  detached(): Value {
    const bytes = ownBytes(this.bytes, this.start, this.end);
    return new Value(this.type, bytes, 0, bytes.length);
  }
}

export type Element = { name: string; value: Value };

/** A whole document as a value. */
export function documentValue(bytes: Buffer): Value {
  return new Value(type.object, bytes, 0, bytes.length);
}

/** Where the value of the given type that starts at `position` ends. The bytes must have been validated. */
export function valueEnd(valueType: number, bytes: Buffer, position: number): number {
  switch (valueType) {
    case type.int32:
      return position + 4;
    case type.double:
    case type.date:
    case type.timestamp:
    case type.int64:
      return position + 8;
    case type.string:
    case type.code:
    case type.symbol:
      return position + 4 + bytes.readInt32LE(position);
    case type.object:
    case type.array:
    case type.codeWithScope:
      return position + bytes.readInt32LE(position);
    case type.binary:
      return position + 5 + bytes.readInt32LE(position);
    case type.objectId:
      return position + 12;
    case type.boolean:
      return position + 1;
    case type.null:
    case type.undefined:
    case type.minKey:
    case type.maxKey:
      return position;
    case type.regex:
      return bytes.indexOf(0, bytes.indexOf(0, position) + 1) + 1;
    case type.dbPointer:
      return position + 16 + bytes.readInt32LE(position);
    case type.decimal:
      return position + 16;
    default:
      throw new EngineError(22, `unrecognized BSON type ${valueType}`);
  }
}

function skipName(bytes: Buffer, position: number): number {
  let end = position;
  while (bytes[end] !== 0) end++;
  return end;
}

/** The field of that name (given as UTF-8) of the document that starts at `start`, or undefined. */
export function readField(bytes: Buffer, start: number, name: Buffer): Value | undefined {
  let position = start + 4;
  const length = name.length;
  for (;;) {
    const elementType = bytes[position] as number;
    if (elementType === 0) return undefined;
    const nameStart = position + 1;
    let matched = 0;
    while (matched < length && bytes[nameStart + matched] === name[matched]) matched++;
    const equal = matched === length && bytes[nameStart + matched] === 0;
    const nameEnd = equal ? nameStart + length : skipName(bytes, nameStart + (matched < length ? matched : 0));
    const end = valueEnd(elementType, bytes, nameEnd + 1);
    if (equal) return new Value(elementType, bytes, nameEnd + 1, end);
    position = end;
  }
}

const keptNames = 1000;
const names = new Map<string, Buffer>();

/** A field's name in UTF-8; the first thousand are kept, since commands ask for the same few again and again. */
function encodedName(name: string): Buffer {
  const kept = names.get(name);
  if (kept) return kept;
  const encoded = Buffer.from(name);
  if (names.size < keptNames) names.set(name, encoded);
  return encoded;
}

/** The field of that name of a document value. */
export function field(document: Value, name: string): Value | undefined {
  return readField(document.bytes, document.start, encodedName(name));
}

type KnownName = { bytes: Buffer; name: string };

/** Names met lately, each at a place told by its bytes: to compare with one costs far less than to decode anew. */
const knownNames: (KnownName | undefined)[] = new Array(1024);
const longestKnownName = 32;

function isName({ bytes }: KnownName, source: Buffer, start: number, end: number): boolean {
  if (bytes.length !== end - start) return false;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== source[start + at]) return false;
  return true;
}

function decodedName(bytes: Buffer, start: number, end: number): string {
  if (end - start > longestKnownName) return bytes.toString('utf8', start, end);
  let place = 0;
  for (let at = start; at < end; at++) place = (place * 31 + (bytes[at] as number)) & 1023;
  const known = knownNames[place];
  if (known && isName(known, bytes, start, end)) return known.name;
  const name = bytes.toString('utf8', start, end);
  knownNames[place] = { bytes: Buffer.from(bytes.subarray(start, end)), name };
  return name;
}

/** All fields in their order. */
export function elements(document: Value): Element[] {
  const { bytes } = document;
  const found: Element[] = [];
  let position = document.start + 4;
  for (;;) {
    const elementType = bytes[position] as number;
    if (elementType === 0) return found;
    const nameEnd = skipName(bytes, position + 1);
    const end = valueEnd(elementType, bytes, nameEnd + 1);
    found.push({
      name: decodedName(bytes, position + 1, nameEnd),
      value: new Value(elementType, bytes, nameEnd + 1, end),
    });
    position = end;
  }
}

/** The values of an array (or of a document without its names). */
export function items(array: Value): Value[] {
  const { bytes } = array;
  const found: Value[] = [];
  let position = array.start + 4;
  for (;;) {
    const elementType = bytes[position] as number;
    if (elementType === 0) return found;
    const nameEnd = skipName(bytes, position + 1);
    const end = valueEnd(elementType, bytes, nameEnd + 1);
    found.push(new Value(elementType, bytes, nameEnd + 1, end));
    position = end;
  }
}

export function isEmptyDocument(document: Value): boolean {
  return document.end - document.start === 5;
}

export function readString(value: Value): string {
  return value.bytes.toString('utf8', value.start + 4, value.end - 1);
}

export function readRegex(value: Value): { source: string; options: string } {
  const split = value.bytes.indexOf(0, value.start);
  return {
    source: value.bytes.toString('utf8', value.start, split),
    options: value.bytes.toString('utf8', split + 1, value.end - 1),
  };
}

export function readBoolean(value: Value): boolean {
  return value.bytes[value.start] !== 0;
}

export function sameBytes(left: Value, right: Value): boolean {
  return (
    left.type === right.type && left.bytes.compare(right.bytes, right.start, right.end, left.start, left.end) === 0
  );
}

/** The name MongoDB's messages give a type, and `$type` accepts. */
export const typeNames: Record<number, string> = {
  [type.double]: 'double',
  [type.string]: 'string',
  [type.object]: 'object',
  [type.array]: 'array',
  [type.binary]: 'binData',
  [type.undefined]: 'undefined',
  [type.objectId]: 'objectId',
  [type.boolean]: 'bool',
  [type.date]: 'date',
  [type.null]: 'null',
  [type.regex]: 'regex',
  [type.dbPointer]: 'dbPointer',
  [type.code]: 'javascript',
  [type.symbol]: 'symbol',
  [type.codeWithScope]: 'javascriptWithScope',
  [type.int32]: 'int',
  [type.timestamp]: 'timestamp',
  [type.int64]: 'long',
  [type.decimal]: 'decimal',
  [type.maxKey]: 'maxKey',
  [type.minKey]: 'minKey',
};
