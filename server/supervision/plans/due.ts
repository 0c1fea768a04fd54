import { endOfDay } from '../../calendar/index.ts';

interface Period {
  year: number;
  quarter?: number | undefined;
  due?: string | undefined;
}

/** The last day (YYYY-MM-DD in China) on which a plan's inspections are handed in. */
export function lastDayOf({ year, quarter = 4, due }: Period): string {
  return due ?? new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
}

/** From when on an inspection of the plan is late; `undefined` where that was over before it was planned. */
export function tooLateFrom(plan: Period, taskDue: string | undefined, now: Date): Date | undefined {
  const tooLate = endOfDay(taskDue ?? lastDayOf(plan));
  return tooLate > now ? tooLate : undefined;
}
