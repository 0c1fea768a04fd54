import { Decimal128 } from 'bson';
import { EngineError } from '../../errors.ts';
import { type, type Value } from '../../values/bson.ts';
import { readNumeric } from '../../values/numbers.ts';

/** A double as C prints it with `%.16g`. */
function doubleText(number: number): string {
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? 'Infinity' : '-Infinity';
  if (number === 0) return Object.is(number, -0) ? '-0' : '0';
  const [mantissa = '', power = '0'] = number.toExponential(15).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) {
    const fixed = number.toFixed(Math.max(0, Math.min(100, 15 - exponent)));
    return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  }
  const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

export function numberText(value: Value): string {
  if (value.type === type.decimal) return new Decimal128(value.raw()).toString();
  if (value.type === type.double) return doubleText(value.bytes.readDoubleLE(value.start));
  return String(readNumeric(value));
}

/** `2026-01-31T08:00:00.000Z` */
export function dateText(value: Value): string {
  const when = new Date(Number(value.bytes.readBigInt64LE(value.start)));
  const year = when.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999)
    throw new EngineError(
      18537,
      'Could not convert date to string: date component was outside the supported range of 0-9999',
    );
  return when.toISOString();
}
