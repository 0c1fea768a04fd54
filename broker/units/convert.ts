import { Decimal } from 'decimal.js';
import conversions from './data/conversions.json' with { type: 'json' };

interface Conversion {
  from: string;
  to: string;
  /** canonical = (value + add) × multiply ÷ divide */
  add?: string;
  multiply?: string;
  divide?: string;
}

const byUnits = new Map((conversions as Conversion[]).map((row) => [`${row.from} to ${row.to}`, row]));

/** The value in the other unit, exact in decimals: 39.2 [degF] is 4 Cel and not 4.000000000000002. `null`: no conversion known. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const row = byUnits.get(`${from} to ${to}`);
  if (!row) return null;
  return new Decimal(value)
    .plus(row.add ?? 0)
    .times(row.multiply ?? 1)
    .dividedBy(row.divide ?? 1)
    .toNumber();
}
