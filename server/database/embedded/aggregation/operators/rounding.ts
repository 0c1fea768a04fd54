import { type, type Value } from '../../values/bson.ts';
import { double, int32, int64 } from '../../values/build.ts';
import { decimalOfDouble, readDecimal, writeDecimal } from '../../values/decimal.ts';
import { readDouble } from '../../values/numbers.ts';

export type Rounding = 'floor' | 'ceiling' | 'halfEven' | 'truncate';

/** coefficient / divisor rounded to an integer; both with their sign in `negative`. */
function divided(coefficient: bigint, divisor: bigint, negative: boolean, mode: Rounding): bigint {
  const quotient = coefficient / divisor;
  const rest = coefficient % divisor;
  if (rest === 0n || mode === 'truncate') return quotient;
  if (mode === 'floor') return negative ? quotient + 1n : quotient;
  if (mode === 'ceiling') return negative ? quotient : quotient + 1n;
  const twice = rest * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

function roundInteger(value: Value, place: number, mode: Rounding): Value {
  if (place >= 0) return value;
  const whole =
    value.type === type.int32 ? BigInt(value.bytes.readInt32LE(value.start)) : value.bytes.readBigInt64LE(value.start);
  const negative = whole < 0n;
  const unit = 10n ** BigInt(-place);
  const rounded = divided(negative ? -whole : whole, unit, negative, mode) * unit;
  const signed = negative ? -rounded : rounded;
  if (value.type === type.int32 && BigInt.asIntN(32, signed) === signed) return int32(Number(signed));
  return BigInt.asIntN(64, signed) === signed ? int64(signed) : double(Number(signed));
}

function roundDouble(number: number, place: number, mode: Rounding): number {
  if (!Number.isFinite(number) || number === 0) return number;
  if (place === 0) {
    if (mode === 'floor') return Math.floor(number);
    if (mode === 'ceiling') return Math.ceil(number);
    if (mode === 'truncate') return Math.trunc(number);
  }
  // MongoDB rounds a double at a place through Decimal128.
  const decimal = decimalOfDouble(number);
  if (typeof decimal === 'number') return number;
  const shift = -place - decimal.exponent;
  if (shift <= 0) return number;
  const rounded = divided(decimal.coefficient, 10n ** BigInt(shift), decimal.negative, mode);
  return Number(`${decimal.negative ? '-' : ''}${rounded}e${-place}`);
}

/** A number rounded at a decimal place (0: to an integer, -1: to tens), in its own type. */
export function roundNumber(value: Value, place: number, mode: Rounding): Value {
  if (value.type === type.double) return double(roundDouble(readDouble(value), place, mode));
  if (value.type !== type.decimal) return roundInteger(value, place, mode);
  const decimal = readDecimal(value);
  if (typeof decimal === 'number') return value;
  const shift = -place - decimal.exponent;
  if (shift <= 0) return value;
  const coefficient = divided(decimal.coefficient, 10n ** BigInt(shift), decimal.negative, mode);
  return writeDecimal({ negative: decimal.negative, coefficient, exponent: -place });
}
