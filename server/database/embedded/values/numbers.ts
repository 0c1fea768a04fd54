import { type, type Value } from './bson.ts';
import { double, int32, int64 } from './build.ts';
import {
  addDecimals,
  type Decimal,
  decimalOfDouble,
  decimalOfInteger,
  divideDecimals,
  fractionOfDecimal,
  fractionOfDouble,
  multiplyDecimals,
  readDecimal,
  writeDecimal,
  writeSpecial,
} from './decimal.ts';

export function isNumber(value: Value | undefined): boolean {
  if (value === undefined) return false;
  const { type: t } = value;
  return t === type.int32 || t === type.double || t === type.int64 || t === type.decimal;
}

/** An int32, double or int64 as the JS value which compares exactly (bigint beyond 2^53); not for decimals. */
export function readNumeric(value: Value): number | bigint {
  if (value.type === type.int32) return value.bytes.readInt32LE(value.start);
  if (value.type === type.double) return value.bytes.readDoubleLE(value.start);
  const long = value.bytes.readBigInt64LE(value.start);
  return long >= -9007199254740992n && long <= 9007199254740992n ? Number(long) : long;
}

/** Any number as the nearest double. */
export function readDouble(value: Value): number {
  if (value.type !== type.decimal) return Number(readNumeric(value));
  const decimal = readDecimal(value);
  if (typeof decimal === 'number') return decimal;
  return Number(`${decimal.negative ? '-' : ''}${decimal.coefficient}e${decimal.exponent}`);
}

/** The number as an exact integer, or undefined if it has a fraction or is not finite. */
export function readInteger(value: Value): bigint | undefined {
  if (value.type === type.int32) return BigInt(value.bytes.readInt32LE(value.start));
  if (value.type === type.int64) return value.bytes.readBigInt64LE(value.start);
  if (value.type === type.double) {
    const number = value.bytes.readDoubleLE(value.start);
    return Number.isInteger(number) ? BigInt(number) : undefined;
  }
  const decimal = readDecimal(value);
  if (typeof decimal === 'number') return undefined;
  const { numerator, denominator } = fractionOfDecimal(decimal);
  return numerator % denominator === 0n ? numerator / denominator : undefined;
}

function compareDecimal(left: Value, right: Value): number {
  const parts = [left, right].map((value) => {
    const read = value.type === type.decimal ? readDecimal(value) : readNumeric(value);
    if (typeof read === 'bigint') return { numerator: read, denominator: 1n };
    if (typeof read === 'object') return fractionOfDecimal(read);
    return Number.isFinite(read) ? fractionOfDouble(read) : read;
  });
  const [a, b] = parts;
  if (typeof a === 'object' && typeof b === 'object') {
    const crossLeft = a.numerator * b.denominator;
    const crossRight = b.numerator * a.denominator;
    return crossLeft < crossRight ? -1 : crossLeft > crossRight ? 1 : 0;
  }
  return compareNumeric(typeof a === 'number' ? a : 0, typeof b === 'number' ? b : 0);
}

function compareNumeric(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: compares a number with a bigint exactly
  if (a == b) return 0;
  const nanA = Number.isNaN(a);
  const nanB = Number.isNaN(b);
  return nanA === nanB ? 0 : nanA ? -1 : 1;
}

/** MongoDB's order of numbers of all four types: exact values, NaN first, −0 = 0. */
export function compareNumbers(left: Value, right: Value): number {
  if (left.type === type.decimal || right.type === type.decimal) return compareDecimal(left, right);
  return compareNumeric(readNumeric(left), readNumeric(right));
}

function decimalOf(value: Value): Decimal | number {
  if (value.type === type.decimal) return readDecimal(value);
  if (value.type === type.double) return decimalOfDouble(value.bytes.readDoubleLE(value.start));
  return decimalOfInteger(BigInt(readNumeric(value)));
}

/** On finite numbers, and on NaN, infinities and the signs of finite numbers. */
type DecimalOperation = {
  finite: (left: Decimal, right: Decimal) => Decimal;
  special: (left: number, right: number) => number;
};
const addition: DecimalOperation = { finite: addDecimals, special: (left, right) => left + right };
const multiplication: DecimalOperation = { finite: multiplyDecimals, special: (left, right) => left * right };
const division: DecimalOperation = { finite: divideDecimals, special: (left, right) => left / right };

function signOf(number: Decimal | number): number {
  if (typeof number === 'number') return number;
  const size = number.coefficient === 0n ? 0 : 1;
  return number.negative ? -size : size;
}

function decimalArithmetic(left: Value, right: Value, { finite, special }: DecimalOperation): Value {
  const a = decimalOf(left);
  const b = decimalOf(right);
  if (typeof a === 'object' && typeof b === 'object') return writeDecimal(finite(a, b));
  return writeSpecial(special(signOf(a), signOf(b)));
}

/** The integer as int32 when both were int32 and it fits, else int64; undefined when it does not fit int64. */
function integerResult(result: bigint, left: Value, right: Value): Value | undefined {
  const narrow = left.type === type.int32 && right.type === type.int32;
  if (narrow && result >= -2147483648n && result <= 2147483647n) return int32(Number(result));
  if (result < -(2n ** 63n) || result >= 2n ** 63n) return undefined;
  return int64(result);
}

/** Sum or product with MongoDB's result types; undefined when an int64 overflows. */
function combine(left: Value, right: Value, multiply: boolean): Value | undefined {
  if (left.type === type.decimal || right.type === type.decimal)
    return decimalArithmetic(left, right, multiply ? multiplication : addition);
  if (left.type === type.double || right.type === type.double) {
    const a = Number(readNumeric(left));
    const b = Number(readNumeric(right));
    return double(multiply ? a * b : a + b);
  }
  const a = BigInt(readNumeric(left));
  const b = BigInt(readNumeric(right));
  return integerResult(multiply ? a * b : a + b, left, right);
}

export function addNumbers(left: Value, right: Value): Value | undefined {
  return combine(left, right, false);
}

export function multiplyNumbers(left: Value, right: Value): Value | undefined {
  return combine(left, right, true);
}

/** The quotient of two numbers of which one is a Decimal128; the divisor is not zero. */
export function divideAsDecimals(left: Value, right: Value): Value {
  return decimalArithmetic(left, right, division);
}

export function negateNumber(value: Value): Value {
  if (value.type === type.double) return double(-readDouble(value));
  if (value.type === type.decimal) {
    const decimal = readDecimal(value);
    if (typeof decimal === 'number') return writeSpecial(-decimal);
    return writeDecimal({ ...decimal, negative: !decimal.negative });
  }
  const negated = -BigInt(readNumeric(value));
  return value.type === type.int32 && negated <= 2147483647n
    ? int32(Number(negated))
    : int64(BigInt.asIntN(64, negated));
}
