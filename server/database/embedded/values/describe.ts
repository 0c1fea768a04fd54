import { Decimal128 } from 'bson';
import { elements, items, readBoolean, readRegex, readString, type, type Value } from './bson.ts';
import { readNumeric } from './numbers.ts';

function describeNumber(value: Value): string {
  if (value.type === type.decimal) return `Decimal128('${new Decimal128(value.raw()).toString()}')`;
  if (value.type !== type.double)
    return String(value.type === type.int64 ? value.bytes.readBigInt64LE(value.start) : readNumeric(value));
  const number = Number(readNumeric(value));
  if (Number.isNaN(number)) return 'nan.0';
  if (!Number.isFinite(number)) return number > 0 ? 'inf.0' : '-inf.0';
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? `${number}.0` : String(number);
}

/** A value as MongoDB's error messages show it. */
export function describe(value: Value): string {
  switch (value.type) {
    case type.double:
    case type.int32:
    case type.int64:
    case type.decimal:
      return describeNumber(value);
    case type.string:
    case type.symbol:
      return `"${readString(value).replace(/["\\]/g, '\\$&')}"`;
    case type.object:
      return describeKey(value);
    case type.array:
      return `[ ${items(value).map(describe).join(', ')} ]`;
    case type.objectId:
      return `ObjectId('${value.raw().toString('hex')}')`;
    case type.boolean:
      return String(readBoolean(value));
    case type.date:
      return `new Date(${value.bytes.readBigInt64LE(value.start)})`;
    case type.timestamp:
      return `Timestamp(${value.bytes.readUInt32LE(value.start + 4)}, ${value.bytes.readUInt32LE(value.start)})`;
    case type.binary:
      return `BinData(${value.bytes[value.start + 4]}, ${value.bytes.toString('hex', value.start + 5, value.end).toUpperCase()})`;
    case type.regex: {
      const { source, options } = readRegex(value);
      return `/${source}/${options}`;
    }
    case type.minKey:
      return 'MinKey';
    case type.maxKey:
      return 'MaxKey';
    case type.undefined:
      return 'undefined';
    default:
      return 'null';
  }
}

/** `{ a: 1, b: "x" }` */
export function describeKey(document: Value): string {
  const fields = elements(document).map(({ name, value }) => `${name}: ${describe(value)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
