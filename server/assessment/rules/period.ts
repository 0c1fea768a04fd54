import { dayOf } from '../../calendar/rules/calendar.ts';

export const periods = ['month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** `2026-05`, `2026-Q2`, `2026`, by the calendar of the city. */
export function periodOf(at: Date, period: Period): string {
  const day = dayOf(at);
  const year = day.slice(0, 4);
  if (period === 'year') return year;
  return period === 'month' ? day.slice(0, 7) : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const midnight = (year: number, month: number): Date => new Date(`${dayOfMonth(year, month)}T00:00:00+08:00`);

function dayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

/** The first and the last instant of `2026-05`, `2026-Q2` or `2026`. */
export function boundsOf(period: string): { from: Date; to: Date } {
  const year = Number(period.slice(0, 4));
  const rest = period.slice(5);
  const [first, months] =
    rest === '' ? [1, 12] : rest.startsWith('Q') ? [Number(rest[1]) * 3 - 2, 3] : [Number(rest), 1];
  return { from: midnight(year, first), to: new Date(midnight(year, first + months).getTime() - 1) };
}
