import { type } from './bson.ts';

/** One tag byte a class; numbers of all four types share one order, so their tag tells the sign and size. */
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

export const numberTag = {
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

export function classTag(valueType: number): number {
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

/** The range of tags a class takes, for bounds: [first, last]. */
export function tagRange(valueType: number): [number, number] {
  const first = classTag(valueType);
  if (first === tag.number) return [tag.number, numberTag.infinity];
  if (first === tag.false) return [tag.false, tag.true];
  return [first, first];
}
