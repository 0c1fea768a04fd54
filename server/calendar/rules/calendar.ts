/** A span of rest days, first and last included; days are written `2026-05-03`, in China's time. */
interface RestSpan {
  from: string;
  to: string;
}

/** One year of the calendar: data, from the State Council's notice once it is published. */
export interface CalendarYear {
  year: number;
  /** `provisional`: the moved days are not known yet, so a deadline in this year may still change. */
  status: 'published' | 'provisional';
  rest: readonly RestSpan[];
  /** Saturdays and Sundays on which work is made up. */
  working: readonly string[];
}

export interface WorkCalendar {
  /** Days of the week without work, Sunday is 0. */
  weekend: readonly number[];
  years: readonly CalendarYear[];
}

const chinaAheadOfUtc = 8 * 3_600_000;
const dayLength = 86_400_000;

/** The day in China at this moment; China keeps one time, without summer time. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + chinaAheadOfUtc).toISOString().slice(0, 10);
}

/** The minute in China, as papers print it: `2026-05-03 16:00`. */
export function minuteOf(instant: Date): string {
  return new Date(instant.getTime() + chinaAheadOfUtc).toISOString().slice(0, 16).replace('T', ' ');
}

/** The moment at which a day in China is over. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayLength - chinaAheadOfUtc);
}

export function dayAfter(day: string, count = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** The same day of a later month, or its last day where it is shorter. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0));
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(Math.min(date, lastOfMonth.getUTCDate())).padStart(2, '0')}`;
}

export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  const year = yearOf(day, calendar);
  if (year?.working.includes(day)) return true;
  if (year?.rest.some(({ from, to }) => from <= day && day <= to)) return false;
  return !calendar.weekend.includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Whether the year of this day is known for good. A year without data has its weekends alone. */
export function isSettled(day: string, calendar: WorkCalendar): boolean {
  return yearOf(day, calendar)?.status === 'published';
}

/** The day itself when work is done on it, else the next on which it is. */
export function workingDayFrom(day: string, calendar: WorkCalendar): string {
  return isWorkingDay(day, calendar) ? day : workingDayFrom(dayAfter(day), calendar);
}

/** The working day that is `count` working days after a day, which itself does not count. */
export function addWorkingDays(day: string, count: number, calendar: WorkCalendar): string {
  let reached = day;
  for (let left = count; left > 0; left--) reached = workingDayFrom(dayAfter(reached), calendar);
  return reached;
}

/** How many working days lie after `from`, up to and with `to`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let counted = 0;
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (isWorkingDay(day, calendar)) counted++;
  return counted;
}

/** Working days left after today until the end of `lastDay`: 0 on the last day itself, less than 0 once it is over. */
export function workingDaysUntil(lastDay: string, today: string, calendar: WorkCalendar): number {
  return lastDay >= today
    ? workingDaysBetween(today, lastDay, calendar)
    : 0 - workingDaysBetween(lastDay, today, calendar);
}

function yearOf(day: string, { years }: WorkCalendar): CalendarYear | undefined {
  return years.find(({ year }) => day.startsWith(`${year}-`));
}
