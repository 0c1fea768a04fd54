import { Decimal } from 'decimal.js';
import { amountText } from './fine-range.ts';

/** A part of the fine; the whole of it when no instalments were allowed. Amounts are yuan, days `2026-05-03`. */
export interface Instalment {
  amount: string;
  /** The last day on which it can be paid in time. */
  dueOn: string;
  paidOn?: string | undefined;
  /** What had accrued on its money before it was allowed a later day. */
  accrued?: string | undefined;
}

/** Days on which a review or a lawsuit was under way, first and last included; without an end it goes on. */
export interface Suspension {
  from: string;
  to?: string | undefined;
}

const dayLength = 86_400_000;
const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;

/** How many days after its due day a part was unpaid, without those that do not count. */
export function daysLate({ dueOn, paidOn }: Instalment, today: string, suspensions: readonly Suspension[]): number {
  const last = paidOn ?? today;
  let late = 0;
  for (let day = number(dueOn) + 1; day <= number(last); day++)
    if (!suspensions.some(({ from, to }) => number(from) <= day && day <= number(to ?? last))) late++;
  return late;
}

interface Counting {
  today: string;
  dailyShare: string;
  suspensions: readonly Suspension[];
}

/**
 * 加处罚款: a share of the part for each day that it is late, never more than the part itself, and so in all never more
 * than the fine. Source: 行政处罚法 72, 73 ¶3.
 */
export function lateSurcharge(instalments: readonly Instalment[], counting: Counting): string {
  // Shares of what had accrued may be endless fractions.
  return amountText(surchargeOf(instalments, counting).toDecimalPlaces(8));
}

/**
 * Parts that are allowed in the stead of unpaid ones: what has accrued on those stands, each new part bearing its share.
 * Source: 行政处罚法 66 ¶2 puts off the payment, and remits nothing.
 */
export function inInstalments<Part extends Instalment>(
  unpaid: readonly Instalment[],
  parts: readonly Part[],
  counting: Counting,
): Part[] {
  const accrued = surchargeOf(unpaid, counting);
  const whole = Decimal.sum(0, ...parts.map(({ amount }) => amount));
  if (accrued.isZero()) return [...parts];
  return parts.map((part) => ({ ...part, accrued: accrued.times(part.amount).div(whole).toFixed() }));
}

/** The part cut down to an amount, with as much of what had accrued on it. */
export function cutTo<Part extends Instalment>(amount: Decimal, part: Part): Part {
  const accrued = part.accrued && new Decimal(part.accrued).times(amount).div(part.amount).toFixed();
  return { ...part, amount: amount.toFixed(), ...(accrued && { accrued }) };
}

function surchargeOf(instalments: readonly Instalment[], { today, dailyShare, suspensions }: Counting): Decimal {
  return instalments.reduce((sum, instalment) => {
    const grown = new Decimal(instalment.amount).times(dailyShare).times(daysLate(instalment, today, suspensions));
    return sum.plus(Decimal.min(grown.plus(instalment.accrued ?? 0), instalment.amount));
  }, new Decimal(0));
}
