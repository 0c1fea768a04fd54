import { Decimal } from 'decimal.js';
import limits from '../data/mass-balance.json' with { type: 'json' };
import unitCodes from '../data/unit-codes.json' with { type: 'json' };
import type { Quantity } from '../model.ts';
import { inBaseUnit } from './epcis/units.ts';

export interface Movement {
  eventId: string;
  at: Date;
  quantity?: Quantity | undefined;
}

export interface BalanceLine {
  eventId: string;
  at: Date;
  taken?: Quantity;
  /** What is left of the lot after it, in the lot's unit; absent once it cannot be told. */
  left?: number;
  exceeded: boolean;
}

export interface Balance {
  /** `cannot-be-checked`: a quantity is missing, or its unit cannot be converted into the lot's. Never read as balanced. */
  verdict: 'balanced' | 'exceeded' | 'cannot-be-checked';
  tolerance: number;
  lines: BalanceLine[];
}

const codes: Readonly<Record<string, string>> = unitCodes.codes;

/** The value in another unit of the same dimension; `undefined` when there is no factor between the two. */
export function converted({ value, unit }: Quantity, into: string): number | undefined {
  if (unit === into) return value;
  const [from, to] = [codes[unit], codes[into]];
  if (from === undefined || to === undefined) return undefined;
  const [amount, one] = [inBaseUnit(value, from), inBaseUnit(1, to)];
  if (amount.dimension !== one.dimension || one.value === 0) return undefined;
  return new Decimal(amount.value).div(one.value).toSignificantDigits(12).toNumber();
}

/**
 * What was taken out of a lot, in order of time, against what it came to: no more than that and the tolerance may leave it, at
 * any moment, not only in the end.
 */
export function balanceOf(lot: Quantity, taken: readonly Movement[]): Balance {
  const inOrder = [...taken].sort((a, b) => a.at.getTime() - b.at.getTime());
  let left: Decimal | undefined = new Decimal(lot.value);
  const least = new Decimal(lot.value).times(-limits.tolerance);
  const lines = inOrder.map(({ eventId, at, quantity }): BalanceLine => {
    const amount = quantity && converted(quantity, lot.unit);
    left = amount === undefined ? undefined : left?.minus(amount);
    return {
      eventId,
      at,
      ...(quantity && { taken: quantity }),
      ...(left && { left: left.toNumber() }),
      exceeded: left?.lt(least) ?? false,
    };
  });
  const verdict = lines.some(({ exceeded }) => exceeded)
    ? 'exceeded'
    : lines.some((line) => line.left === undefined)
      ? 'cannot-be-checked'
      : 'balanced';
  return { verdict, tolerance: limits.tolerance, lines };
}
