import type { WorkCalendar } from '../../calendar/rules/calendar.ts';
import { type Deadline, deadlineOf, type Pause } from '../../calendar/rules/deadline.ts';
import { termOf } from './terms.ts';

/**
 * Until when goods may be held: seven working days for 先行登记保存 (行政处罚法 56), thirty days for sealing and seizure
 * and once thirty more (行政强制法 25); time of testing does not count.
 * @returns `null` while a test goes on
 */
export function holdTerm(
  hold: { kind: 'preservation' | 'sealing' | 'seizure'; from: Date; extended?: unknown; pauses: readonly Pause[] },
  calendar: WorkCalendar,
): Deadline | null {
  if (hold.kind === 'preservation') return deadlineOf(hold.from, termOf('preservation'), calendar, hold.pauses);
  const first = termOf('seizure');
  const count = hold.extended ? first.count + termOf('seizure-extended').count : first.count;
  return deadlineOf(hold.from, { ...first, count }, calendar, hold.pauses);
}
