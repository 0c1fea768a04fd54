import {
  addWorkingDays,
  dayAfter,
  dayOf,
  endOfDay,
  isSettled,
  monthsAfter,
  type WorkCalendar,
  workingDayFrom,
} from './calendar.ts';

export const termUnits = ['working-day', 'day', 'hour', 'month'] as const;

/** A statutory period: a row of data with the clause it stands in. */
export interface Term {
  unit: (typeof termUnits)[number];
  count: number;
}

/** Time that does not count, such as that of a test. Without an end it goes on. */
export interface Pause {
  from: Date;
  to?: Date | undefined;
}

export interface Deadline {
  /** The first moment that is too late: midnight after the last day, or the hour itself. */
  due: Date;
  /** The last day in China on which it can be done. */
  lastDay: string;
  /** A year that it reaches into is not published yet: it may still change. */
  provisional: boolean;
}

/**
 * When a period ends that begins with an event.
 *
 * The day of the event does not count; a period of calendar days that would end on a rest day ends with the next
 * working day. A period of months ends on the day of the month of its event, or on the last one of a shorter month. Hours run from the moment itself, nights and holidays included. Source: 民法典 201–203; 行政处罚法 85
 * for which periods are in working days.
 *
 * @returns `null` while a pause has no end: nobody can tell yet
 */
export function deadlineOf(
  event: Date,
  term: Term,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): Deadline | null {
  const ended = pauses.filter((pause): pause is Required<Pause> => pause.to !== undefined);
  if (ended.length < pauses.length) return null;
  if (term.unit === 'hour') return byTheHour(event, term.count, ended);
  let lastDay = ofDays(dayOf(event), term, calendar);
  for (const pause of ended.toSorted((a, b) => a.from.getTime() - b.from.getTime()))
    if (dayOf(pause.from) <= lastDay) lastDay = ofDays(lastDay, pauseTerm(pause, event, term, calendar), calendar);
  return { due: endOfDay(lastDay), lastDay, provisional: reachesUnsettled(dayOf(event), lastDay, calendar) };
}

function ofDays(from: string, { unit, count }: Term, calendar: WorkCalendar): string {
  if (unit === 'working-day') return addWorkingDays(from, count, calendar);
  return workingDayFrom(unit === 'month' ? monthsAfter(from, count) : dayAfter(from, count), calendar);
}

/** What a pause takes up, in days of the term's kind; the days before the event are none of its. */
function pauseTerm({ from, to }: Required<Pause>, event: Date, { unit }: Term, calendar: WorkCalendar): Term {
  const last = dayOf(to);
  let counted = 0;
  for (let day = dayAfter(dayOf(from < event ? event : from)); day <= last; day = dayAfter(day))
    if (unit !== 'working-day' || workingDayFrom(day, calendar) === day) counted++;
  return { unit: unit === 'working-day' ? unit : 'day', count: counted };
}

/** No calendar changes an hour. */
function byTheHour(event: Date, hours: number, pauses: readonly Required<Pause>[]): Deadline {
  let due = event.getTime() + hours * 3_600_000;
  for (const { from, to } of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime()))
    if (from.getTime() < due) due += Math.max(0, to.getTime() - Math.max(from.getTime(), event.getTime()));
  const end = new Date(due);
  return { due: end, lastDay: dayOf(end), provisional: false };
}

function reachesUnsettled(from: string, to: string, calendar: WorkCalendar): boolean {
  for (let day = from; day <= to; day = dayAfter(day)) if (!isSettled(day, calendar)) return true;
  return false;
}
