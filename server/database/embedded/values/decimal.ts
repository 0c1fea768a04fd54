import { EngineError } from '../errors.ts';
import { type, Value } from './bson.ts';

/** A finite Decimal128: coefficient × 10^exponent with its sign. */
export type Decimal = { negative: boolean; coefficient: bigint; exponent: number };

const bias = 6176;
const maximumCoefficient = 10n ** 34n - 1n;

/** Reads a Decimal128 (IEEE 754 binary integer decimal); NaN and infinities come as numbers. */
export function readDecimal(value: Value): Decimal | number {
  const low = value.bytes.readBigUInt64LE(value.start);
  const high = value.bytes.readBigUInt64LE(value.start + 8);
  const negative = high >> 63n === 1n;
  const combination = Number((high >> 58n) & 0x1fn);
  if (combination === 0x1f) return Number.NaN;
  if (combination === 0x1e) return negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const wide = combination >> 3 === 3;
  const exponent = Number((high >> (wide ? 47n : 49n)) & 0x3fffn) - bias;
  // The wide form's coefficients exceed 34 digits and stand for zero.
  const coefficient = wide ? 0n : ((high & 0x1ffffffffffffn) << 64n) | low;
  return { negative, coefficient: coefficient > maximumCoefficient ? 0n : coefficient, exponent };
}

export function writeDecimal(decimal: Decimal): Value {
  let { coefficient, exponent } = decimal;
  let dropped = 0n;
  let scale = 1n;
  while (coefficient > maximumCoefficient || exponent < -bias) {
    dropped += (coefficient % 10n) * scale;
    scale *= 10n;
    coefficient /= 10n;
    exponent++;
  }
  if (dropped * 2n > scale || (dropped * 2n === scale && coefficient % 2n === 1n)) coefficient++;
  if (coefficient > maximumCoefficient) {
    coefficient /= 10n;
    exponent++;
  }
  while (exponent > 6111 && coefficient !== 0n && coefficient * 10n <= maximumCoefficient) {
    coefficient *= 10n;
    exponent--;
  }
  if (exponent > 6111) {
    if (coefficient !== 0n) throw new EngineError(15, 'Decimal128 overflow');
    exponent = 6111;
  }
  const bytes = Buffer.allocUnsafe(16);
  const sign = decimal.negative ? 1n << 63n : 0n;
  bytes.writeBigUInt64LE(coefficient & 0xffffffffffffffffn, 0);
  bytes.writeBigUInt64LE(sign | (BigInt(exponent + bias) << 49n) | (coefficient >> 64n), 8);
  return new Value(type.decimal, bytes, 0, 16);
}

/** NaN or an infinity, or the smallest zero for 0. */
export function writeSpecial(number: number): Value {
  if (number === 0) return writeDecimal({ negative: Object.is(number, -0), coefficient: 0n, exponent: -bias });
  const bytes = Buffer.alloc(16);
  bytes[15] = Number.isNaN(number) ? 0x7c : number > 0 ? 0x78 : 0xf8;
  return new Value(type.decimal, bytes, 0, 16);
}

/** The exact fraction a finite number stands for, denominator positive. */
export type Fraction = { numerator: bigint; denominator: bigint };

export function fractionOfDecimal({ negative, coefficient, exponent }: Decimal): Fraction {
  const signed = negative ? -coefficient : coefficient;
  if (exponent >= 0) return { numerator: signed * 10n ** BigInt(exponent), denominator: 1n };
  return { numerator: signed, denominator: 10n ** BigInt(-exponent) };
}

const view = new DataView(new ArrayBuffer(8));

export function fractionOfDouble(value: number): Fraction {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  const signed = bits >> 63n === 1n ? -mantissa : mantissa;
  if (exponent >= 0) return { numerator: signed << BigInt(exponent), denominator: 1n };
  return { numerator: signed, denominator: 1n << BigInt(-exponent) };
}

export function decimalOfInteger(value: bigint): Decimal {
  return { negative: value < 0n, coefficient: value < 0n ? -value : value, exponent: 0 };
}

/** A double as Decimal128 with 15 significant digits, as MongoDB converts in mixed arithmetic. */
export function decimalOfDouble(value: number): Decimal | number {
  if (!Number.isFinite(value)) return value;
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14));
  if (!match) return Number.NaN;
  const digits = `${match[2]}${match[3] ?? ''}`;
  return { negative: match[1] === '-', coefficient: BigInt(digits), exponent: Number(match[4]) - 14 };
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  // Digits more than 80 places below the larger number cannot change 34 rounded digits other than as a sticky one.
  const exponent = Math.min(left.exponent, right.exponent);
  const signed = (decimal: Decimal): bigint => {
    const scaled = decimal.coefficient * 10n ** BigInt(decimal.exponent - exponent);
    return decimal.negative ? -scaled : scaled;
  };
  const sum = signed(left) + signed(right);
  if (sum === 0n) return { negative: left.negative && right.negative, coefficient: 0n, exponent };
  return { negative: sum < 0n, coefficient: sum < 0n ? -sum : sum, exponent };
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return {
    negative: left.negative !== right.negative,
    coefficient: left.coefficient * right.coefficient,
    exponent: left.exponent + right.exponent,
  };
}

/** The quotient with 34 digits and what is left as a sticky one; exact quotients keep the preferred exponent. */
export function divideDecimals(left: Decimal, right: Decimal): Decimal {
  const negative = left.negative !== right.negative;
  const exponent = left.exponent - right.exponent;
  if (left.coefficient === 0n) return { negative, coefficient: 0n, exponent };
  const digits = Math.max(0, 36 + String(right.coefficient).length - String(left.coefficient).length);
  const scaled = left.coefficient * 10n ** BigInt(digits);
  let [coefficient, shift] = [scaled / right.coefficient, digits];
  if (scaled % right.coefficient !== 0n)
    return { negative, coefficient: coefficient * 10n + 1n, exponent: exponent - shift - 1 };
  while (shift > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    shift--;
  }
  return { negative, coefficient, exponent: exponent - shift };
}
