import data from './data/years.json' with { type: 'json' };
import type { WorkCalendar } from './rules/calendar.ts';

/** China's working days, year by year as published; `docs/testing.md` says how a year is added. */
export const workCalendar = data as WorkCalendar;

export {
  addWorkingDays,
  dayOf,
  endOfDay,
  isWorkingDay,
  minuteOf,
  type WorkCalendar,
  workingDaysBetween,
  workingDaysUntil,
} from './rules/calendar.ts';
export { type Deadline, deadlineOf, type Pause, type Term, termUnits } from './rules/deadline.ts';
