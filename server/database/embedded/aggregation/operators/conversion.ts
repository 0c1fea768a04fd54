import { Decimal128 } from 'bson';
import { EngineError, unsupported } from '../../errors.ts';
import { readBoolean, readString, type, typeNames, Value } from '../../values/bson.ts';
import { boolean, date, double, int32, int64, nullValue, plainValue } from '../../values/build.ts';
import { decimalOfInteger, writeDecimal } from '../../values/decimal.ts';
import { isNumber, readDouble, readInteger, readNumeric } from '../../values/numbers.ts';
import {
  type Expression,
  isPresent,
  type Operator,
  type Operators,
  ofValues,
  parameters,
  typeName,
} from '../operator.ts';
import { dateText, numberText } from './printing.ts';
import { roundNumber } from './rounding.ts';

function failure(message: string): EngineError {
  return new EngineError(241, `${message} in $convert with no onError value`);
}

function impossible(value: Value, target: string): EngineError {
  return failure(`Unsupported conversion from ${typeName(value)} to ${target}`);
}

function wholeOf(value: Value, bits: 32 | 64): bigint {
  const target = bits === 32 ? 'int' : 'long';
  if (value.type === type.string) {
    const text = readString(value);
    if (!/^[+-]?\d+$/.test(text)) throw failure(`Failed to parse number '${text}'`);
    const parsed = BigInt(text.replace(/^\+/, ''));
    if (BigInt.asIntN(bits, parsed) !== parsed) throw failure(`Failed to parse number '${text}': Overflow`);
    return parsed;
  }
  if (value.type === type.boolean) return readBoolean(value) ? 1n : 0n;
  if (value.type === type.date && bits === 64) return value.bytes.readBigInt64LE(value.start);
  if (!isNumber(value)) throw impossible(value, target);
  const number = readDouble(value);
  if (!Number.isFinite(number))
    throw failure(`Attempt to convert ${Number.isNaN(number) ? 'NaN' : 'infinity'} value to integer type`);
  const whole = readInteger(
    value.type === type.int32 || value.type === type.int64 ? value : roundNumber(value, 0, 'truncate'),
  );
  if (whole === undefined || BigInt.asIntN(bits, whole) !== whole)
    throw failure(`Conversion would overflow target type: ${numberText(value)}`);
  return whole;
}

function toDouble(value: Value): Value {
  if (value.type === type.string) {
    const text = readString(value);
    if (!/^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|Infinity|NaN|inf|nan)$/.test(text))
      throw failure(`Failed to parse number '${text}'`);
    return double(Number(text.replace(/inf$/, 'Infinity').replace(/nan$/, 'NaN')));
  }
  if (value.type === type.boolean) return double(readBoolean(value) ? 1 : 0);
  if (value.type === type.date) return double(Number(value.bytes.readBigInt64LE(value.start)));
  if (!isNumber(value)) throw impossible(value, 'double');
  return double(readDouble(value));
}

function decimalFromText(text: string): Value {
  try {
    return new Value(type.decimal, Buffer.from(Decimal128.fromString(text).bytes), 0, 16);
  } catch {
    throw failure(`Failed to parse number '${text}'`);
  }
}

function toDecimal(value: Value): Value {
  if (value.type === type.decimal) return value;
  if (value.type === type.string) return decimalFromText(readString(value));
  if (value.type === type.boolean) return writeDecimal(decimalOfInteger(readBoolean(value) ? 1n : 0n));
  if (value.type === type.date) return writeDecimal(decimalOfInteger(value.bytes.readBigInt64LE(value.start)));
  if (!isNumber(value)) throw impossible(value, 'decimal');
  if (value.type !== type.double) return writeDecimal(decimalOfInteger(BigInt(readNumeric(value))));
  const number = readDouble(value);
  if (!Number.isFinite(number)) return decimalFromText(String(number));
  // A double is quantized to fifteen digits on its way to Decimal128.
  return decimalFromText(number.toExponential(14));
}

function toText(value: Value): Value {
  if (value.type === type.string) return value;
  if (isNumber(value)) return plainValue(numberText(value));
  if (value.type === type.boolean) return plainValue(String(readBoolean(value)));
  if (value.type === type.objectId) return plainValue(value.raw().toString('hex'));
  if (value.type === type.date) return plainValue(dateText(value));
  if (value.type === type.binary) throw unsupported('$convert of binary data to strings', 168);
  throw impossible(value, 'string');
}

function toObjectId(value: Value): Value {
  if (value.type === type.objectId) return value;
  if (value.type !== type.string) throw impossible(value, 'objectId');
  const text = readString(value);
  if (!/^[0-9a-fA-F]{24}$/.test(text)) throw failure(`Failed to parse objectId '${text}'`);
  return new Value(type.objectId, Buffer.from(text, 'hex'), 0, 12);
}

function toBoolean(value: Value): Value {
  if (value.type === type.boolean) return value;
  return boolean(!isNumber(value) || readDouble(value) !== 0);
}

const isoDate =
  /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)? ?(Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds of a date written as ISO 8601; other ways of writing dates are refused. */
export function parseDateText(text: string): { local: number; offset: number | undefined } {
  const parts = isoDate.exec(text);
  if (!parts) {
    if (!/\d/.test(text)) throw failure(`Error parsing date string '${text}'`);
    throw unsupported(`dates written like '${text}' (only ISO 8601)`, 168);
  }
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone] = parts;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  );
  const valid = new Date(local);
  if (valid.getUTCMonth() !== Number(month) - 1 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw failure(`Error parsing date string '${text}'`);
  const shift = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!shift) return { local, offset: zone === undefined ? undefined : 0 };
  const minutes = Number(shift[2]) * 60 + Number(shift[3]);
  return { local, offset: (shift[1] === '-' ? -minutes : minutes) * 60_000 };
}

function toDate(value: Value): Value {
  if (value.type === type.date) return value;
  if (value.type === type.string) {
    const { local, offset = 0 } = parseDateText(readString(value));
    return date(local - offset);
  }
  if (value.type === type.objectId) return date(value.bytes.readUInt32BE(value.start) * 1000);
  if (value.type === type.timestamp) return date(value.bytes.readUInt32LE(value.start + 4) * 1000);
  if (value.type === type.int64 || value.type === type.double || value.type === type.decimal)
    return date(wholeOf(value, 64));
  throw impossible(value, 'date');
}

const targets: { readonly [name: string]: (value: Value) => Value } = {
  double: toDouble,
  string: toText,
  objectId: toObjectId,
  bool: toBoolean,
  date: toDate,
  int: (value) => int32(Number(wholeOf(value, 32))),
  long: (value) => int64(wholeOf(value, 64)),
  decimal: toDecimal,
};

function targetOf(value: Value): (value: Value) => Value {
  const name = value.type === type.string ? readString(value) : (typeNames[readDouble(value)] ?? '');
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (target) return target;
  if (Object.values(typeNames).includes(name)) throw failure(`Unsupported conversion to ${name}`);
  throw new EngineError(2, `Unknown type name: ${name}`);
}

const convert: Operator = (operand, scope, build) => {
  const known = ['input', 'to', 'onError', 'onNull', 'format', 'base', 'byteOrder'];
  const given = parameters('$convert', operand, known, ['input', 'to'], 9);
  for (const later of ['format', 'base', 'byteOrder']) {
    if (given.has(later)) throw unsupported(`the parameter ${later} of $convert`, 168);
  }
  const part = (name: string): Expression | undefined => {
    const value = given.get(name);
    return value && build(value, scope);
  };
  const [input, to, onError, onNull] = ['input', 'to', 'onError', 'onNull'].map(part);
  return (document) => {
    const value = input?.(document);
    const target = to?.(document);
    if (!isPresent(value)) return onNull ? onNull(document) : nullValue;
    if (!isPresent(target)) return nullValue;
    if (target.type !== type.string && !isNumber(target))
      throw new EngineError(9, `$convert's 'to' argument must be a string or number, but is ${typeName(target)}`);
    const perform = targetOf(target);
    if (!onError) return perform(value);
    try {
      return perform(value);
    } catch (error) {
      if (error instanceof EngineError && error.code === 241) return onError(document);
      throw error;
    }
  };
};

function shorthand(name: string): Operator {
  return ofValues(1, ([value]) => (isPresent(value) ? targets[name]?.(value) : nullValue));
}

export const conversionOperators: Operators = {
  $convert: convert,
  $toDouble: shorthand('double'),
  $toString: shorthand('string'),
  $toObjectId: shorthand('objectId'),
  $toBool: shorthand('bool'),
  $toDate: shorthand('date'),
  $toInt: shorthand('int'),
  $toLong: shorthand('long'),
  $toDecimal: shorthand('decimal'),
};
