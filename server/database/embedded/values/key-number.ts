import { type, type Value } from './bson.ts';
import { type Decimal, fractionOfDecimal, readDecimal } from './decimal.ts';
import type { KeyBuffer } from './key-buffer.ts';
import { numberTag } from './key-tags.ts';
import { readNumeric } from './numbers.ts';

function encodeFiniteDouble(key: KeyBuffer, value: number): void {
  if (value === 0) {
    key.byte(numberTag.zero);
    return;
  }
  key.byte(value < 0 ? numberTag.negative : numberTag.positive);
  const at = key.reserve(9);
  key.bytes.writeDoubleBE(Math.abs(value), at);
  key.bytes[at + 8] = 0;
  if (value < 0) key.invert(at);
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4 - (Math.clz32(Number.parseInt(value.toString(16)[0] ?? '0', 16)) - 28);
}

/** |v| = numerator/denominator as the largest double at or below it, then 80 bits of what is left. */
function encodeFraction(key: KeyBuffer, negative: boolean, numerator: bigint, denominator: bigint): void {
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
    encodeBeyondDouble(key, negative, numerator, denominator, true);
    return;
  }
  if (parts.floor === 0n) {
    encodeBeyondDouble(key, negative, numerator, denominator, false);
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
  if (negative) key.invert(at);
}

/** Decimals above the largest or below the smallest double: decimal exponent and digits. */
function encodeBeyondDouble(
  key: KeyBuffer,
  negative: boolean,
  numerator: bigint,
  denominator: bigint,
  huge: boolean,
): void {
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
  if (negative) key.invert(at);
}

function encodeDecimal(key: KeyBuffer, decimal: Decimal): void {
  if (decimal.coefficient === 0n) {
    key.byte(numberTag.zero);
    return;
  }
  const { numerator, denominator } = fractionOfDecimal({ ...decimal, negative: false });
  encodeFraction(key, decimal.negative, numerator, denominator);
}

/** The key of a number of any type: its class, the double at or below it, and what is left. */
export function encodeNumber(key: KeyBuffer, value: Value): void {
  const number = value.type === type.decimal ? readDecimal(value) : readNumeric(value);
  if (typeof number === 'object') {
    encodeDecimal(key, number);
    return;
  }
  if (typeof number === 'bigint') {
    encodeFraction(key, number < 0n, number < 0n ? -number : number, 1n);
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
  encodeFiniteDouble(key, number);
}
