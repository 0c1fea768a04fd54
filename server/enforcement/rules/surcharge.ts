import { Decimal } from 'decimal.js';
import { amountText } from './fine-range.ts';

/** A part of the fine; the whole of it when no instalments were allowed. Amounts are yuan, days `2026-05-03`. */
export interface Instalment {
  amount: string;
  /** The last day on which it can be paid in time. */
  dueOn: string;
  paidOn?: string | undefined;
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

/**
 * 加处罚款: a share of the part for each day that it is late, never more than the part itself, and so in all never more
 * than the fine. Source: 行政处罚法 72, 73 ¶3.
 */
export function lateSurcharge(
  instalments: readonly Instalment[],
  { today, dailyShare, suspensions }: { today: string; dailyShare: string; suspensions: readonly Suspension[] },
): string {
  const total = instalments.reduce((sum, instalment) => {
    const grown = new Decimal(instalment.amount).times(dailyShare).times(daysLate(instalment, today, suspensions));
    return sum.plus(Decimal.min(grown, instalment.amount));
  }, new Decimal(0));
  return amountText(total);
}
