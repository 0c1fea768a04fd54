import { addWorkingDays, dayOf, endOfDay, type WorkCalendar, workingDayFrom } from '../../calendar/rules/calendar.ts';
import { type Deadline, deadlineOf, type Pause, type Term } from '../../calendar/rules/deadline.ts';

/** From what a deadline follows: a period that runs from an event, or a day that was set. */
export interface DueFacts {
  startedAt: Date;
  /** Absent where the moment itself was set. */
  term?: Term | undefined;
  /** The first moment that is too late, where it was set. */
  setTo?: Date | undefined;
  /** By how many units of its term it was made longer, each time. */
  extensions: readonly number[];
  pauses: readonly Pause[];
}

/**
 * When it is due. An extension counts in the units of the term, so that two extensions are as long as one of both; the time of
 * a pause is left out (行政处罚法 and 行政强制法 25 leave out tests, hearings and notices in this way).
 *
 * @returns `null` while it is suspended
 */
export function computeDue({ startedAt, term, setTo, extensions, pauses }: DueFacts, calendar: WorkCalendar) {
  if (term) {
    const count = extensions.reduce((sum, each) => sum + each, term.count);
    return deadlineOf(startedAt, { unit: term.unit, count }, calendar, pauses);
  }
  if (!setTo) throw new Error('a deadline has a term, or is set to a day');
  return { due: setTo, lastDay: dayOf(new Date(setTo.getTime() - 1)), provisional: false } satisfies Deadline;
}

/** The moments at which to remind of it, each once, the earliest first; those before its start are none. */
export function reminders(due: Deadline, startedAt: Date, before: readonly Term[], calendar: WorkCalendar): Date[] {
  const moments = before.map((each) => reminder(due, each, calendar)).filter((moment) => moment > startedAt);
  return [...new Set(moments.map((moment) => moment.getTime()))].sort((a, b) => a - b).map((time) => new Date(time));
}

function reminder({ due, lastDay }: Deadline, { unit, count }: Term, calendar: WorkCalendar): Date {
  if (unit === 'hour') return new Date(due.getTime() - count * 3_600_000);
  if (unit === 'day') return new Date(due.getTime() - count * 86_400_000);
  if (unit === 'month') return new Date(due.getTime() - count * 30 * 86_400_000);
  return endOfDay(workingDaysBefore(lastDay, count, calendar));
}

/** The working day after which `count` working days are left, the last day included. */
function workingDaysBefore(lastDay: string, count: number, calendar: WorkCalendar): string {
  const last = workingDayFrom(lastDay, calendar);
  let day = dayBefore(last);
  while (workingDayFrom(day, calendar) !== day || addWorkingDays(day, count, calendar) > last) day = dayBefore(day);
  return day;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
