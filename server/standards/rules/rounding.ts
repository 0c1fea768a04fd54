import { Decimal } from 'decimal.js';
import { type DecimalNumber, decimal, keepsLimit } from './decimal.ts';

/**
 * How a result is held against a limit: as it stands (全数值比较法, the rule where a standard says nothing), or rounded to the
 * digits in which the limit is written (修约值比较法, only where the standard says so).
 * Source: GB/T 8170-2008, 4.3.
 */
export type Comparison = 'full-value' | 'rounded-value';

/**
 * Rounds to a multiple of the interval, once, the half to the even multiple.
 * Source: GB/T 8170-2008, 3.2 and 3.3; intervals of 0.5 and 0.2 units: 3.4.
 * @param interval e.g. 0.1, 1, 100, 0.5, 20
 */
export function roundedTo(value: DecimalNumber, interval: DecimalNumber): DecimalNumber {
  return value.div(interval).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).times(interval);
}

/**
 * The value as it is held against the limit, both in one unit.
 * @param maximum the limit as its standard prints it: 0.10 has two decimals
 */
export function asCompared(
  value: DecimalNumber,
  maximum: string,
  comparison: Comparison = 'full-value',
): DecimalNumber {
  return comparison === 'rounded-value' ? roundedTo(value, lastDigitOf(maximum)) : value;
}

/** @param maximum as in `asCompared` */
export function keeps(value: DecimalNumber, maximum: string, comparison?: Comparison): boolean {
  const limit = decimal(maximum);
  return limit !== null && keepsLimit(asCompared(value, maximum, comparison), limit);
}

/** The unit of the last digit written: 0.10 → 0.01. */
function lastDigitOf(text: string): DecimalNumber {
  const decimals = text.split('.')[1]?.length ?? 0;
  return new Decimal(10).pow(-decimals) as DecimalNumber;
}
