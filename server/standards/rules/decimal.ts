import { Decimal } from 'decimal.js';

/** Decimal numbers of up to 200 digits, so that a comparison never rounds. */
const Exact = Decimal.clone({ precision: 200, toExpNeg: -200, toExpPos: 200 });

export type DecimalNumber = Decimal;

export const zero: DecimalNumber = new Exact(0);

/** What a laboratory reported: a number, or that there was less than some bound (`null`: less than an LOQ or LOD not given as a number). */
export type Reported = { kind: 'number'; number: DecimalNumber } | { kind: 'below'; bound: DecimalNumber | null };

/** @param text e.g. `0.10`; exponents and signs are not what a report holds, and read as `null` */
export function decimal(text: string): DecimalNumber | null {
  return /^\d+(\.\d+)?$/.test(text) ? new Exact(text) : null;
}

/**
 * Reads `0.05`, `<0.01`, `<LOQ` and `<LOD`, in full or half width; `null` when it is none of them.
 * @param lod what `<LOD` is below, where it is stated
 */
export function readReported(text: string, lod?: string): Reported | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (plain === '<LOQ') return { kind: 'below', bound: null };
  if (plain === '<LOD') return { kind: 'below', bound: lod === undefined ? null : decimal(lod) };
  const number = decimal(plain.replace(/^</, ''));
  if (!number) return null;
  return plain.startsWith('<') ? { kind: 'below', bound: number } : { kind: 'number', number };
}

/** The text of a number that came as JSON, without exponent: 1e-7 → 0.0000001. */
export function decimalText(value: number): string {
  return new Exact(value).toFixed();
}

/**
 * Does the number keep the limit? 全数值比较法: the value is compared as it stands, unrounded, and any excess counts.
 * Source: GB/T 8170-2008, 4.3.2.
 */
export function keepsLimit(value: DecimalNumber, maximum: DecimalNumber): boolean {
  return value.lte(maximum);
}
