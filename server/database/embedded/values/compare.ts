import { elements, items, readBoolean, sameBytes, type, Value } from './bson.ts';
import { compareNumbers } from './numbers.ts';

/** MongoDB's canonical order of types; types with the same class compare by value. */
const classes: Record<number, number> = {
  [type.minKey]: -1,
  [type.undefined]: 0,
  [type.null]: 5,
  [type.double]: 10,
  [type.int32]: 10,
  [type.int64]: 10,
  [type.decimal]: 10,
  [type.string]: 15,
  [type.symbol]: 15,
  [type.object]: 20,
  [type.array]: 25,
  [type.binary]: 30,
  [type.objectId]: 35,
  [type.boolean]: 40,
  [type.date]: 45,
  [type.timestamp]: 47,
  [type.regex]: 50,
  [type.dbPointer]: 55,
  [type.code]: 60,
  [type.codeWithScope]: 65,
  [type.maxKey]: 127,
};

export function typeClass(valueType: number): number {
  return classes[valueType] ?? 0;
}

function compareBytes(left: Value, right: Value, skip: number, drop: number): number {
  return left.bytes.compare(right.bytes, right.start + skip, right.end - drop, left.start + skip, left.end - drop);
}

function compareDocuments(left: Value, right: Value): number {
  const a = elements(left);
  const b = elements(right);
  for (let index = 0; index < a.length; index++) {
    const x = a[index];
    const y = b[index];
    if (!x) break;
    if (!y) return 1;
    const classOrder = typeClass(x.value.type) - typeClass(y.value.type);
    if (classOrder !== 0) return classOrder;
    if (x.name !== y.name) return Buffer.compare(Buffer.from(x.name), Buffer.from(y.name));
    const order = compareValues(x.value, y.value);
    if (order !== 0) return order;
  }
  return a.length < b.length ? -1 : 0;
}

function compareArrays(left: Value, right: Value): number {
  const a = items(left);
  const b = items(right);
  for (let index = 0; index < a.length && index < b.length; index++) {
    const order = compareValues(a[index] as Value, b[index] as Value);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareRegexes(left: Value, right: Value): number {
  // Two zero-terminated strings one after the other: their bytes order like the pair.
  return compareBytes(left, right, 0, 0);
}

function compareCodeWithScope(left: Value, right: Value): number {
  const part = (value: Value): { code: Value; scope: Value } => {
    const codeEnd = value.start + 8 + value.bytes.readInt32LE(value.start + 4);
    return {
      code: new Value(type.code, value.bytes, value.start + 4, codeEnd),
      scope: new Value(type.object, value.bytes, codeEnd, value.end),
    };
  };
  const a = part(left);
  const b = part(right);
  return compareBytes(a.code, b.code, 4, 1) || compareDocuments(a.scope, b.scope);
}

/** The total order of BSON values: below, equal to or above zero. */
export function compareValues(left: Value, right: Value): number {
  const classOrder = typeClass(left.type) - typeClass(right.type);
  if (classOrder !== 0) return classOrder;
  switch (left.type) {
    case type.double:
    case type.int32:
    case type.int64:
    case type.decimal:
      return compareNumbers(left, right);
    case type.string:
    case type.symbol:
    case type.code:
      return compareBytes(left, right, 4, 1);
    case type.object:
      return compareDocuments(left, right);
    case type.array:
      return compareArrays(left, right);
    case type.binary:
      return left.end - left.start - (right.end - right.start) || compareBytes(left, right, 4, 0);
    case type.objectId:
      return compareBytes(left, right, 0, 0);
    case type.dbPointer:
      return left.end - left.start - (right.end - right.start) || compareBytes(left, right, 0, 0);
    case type.boolean:
      return Number(readBoolean(left)) - Number(readBoolean(right));
    case type.date: {
      const a = left.bytes.readBigInt64LE(left.start);
      const b = right.bytes.readBigInt64LE(right.start);
      return a < b ? -1 : a > b ? 1 : 0;
    }
    case type.timestamp: {
      const a = left.bytes.readBigUInt64LE(left.start);
      const b = right.bytes.readBigUInt64LE(right.start);
      return a < b ? -1 : a > b ? 1 : 0;
    }
    case type.regex:
      return compareRegexes(left, right);
    case type.codeWithScope:
      return compareCodeWithScope(left, right);
    default:
      return 0;
  }
}

export function equalValues(left: Value, right: Value): boolean {
  return sameBytes(left, right) || compareValues(left, right) === 0;
}
