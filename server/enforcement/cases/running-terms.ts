import { deadlineOf } from '../../calendar/index.ts';
import { termOf } from '../rules/terms.ts';
import { noonOf } from './days.ts';
import { type Asking, type Judged, publishable } from './guards.ts';

/** The terms that run in the case's present state; days begin with the event's own, in China. */
export function runningTerms(found: Judged, asking: Asking) {
  const { calendar, isSuspectedCrime } = asking;
  const begun: [code: string, event: Date | undefined][] = [];
  const { state, createdAt, filedAt, decision, notice, proposal, hearing, service, reminder } = found;
  if (state === 'clue' || state === 'verified') begun.push(['clue-check', createdAt]);
  if (['filed', 'in-review', 'reviewed', 'notified', 'heard'].includes(state)) {
    begun.push(['decision', filedAt]);
    if (found.finding?.acts.some(isSuspectedCrime) && !found.crimeCleared) begun.push(['crime-decision', filedAt]);
  }
  if (state === 'notified' && notice) {
    begun.push(['statement', noonOf(notice.on)]);
    if (proposal?.hearing && !hearing) begun.push(['hearing-request', noonOf(notice.on)]);
  }
  if (state === 'decided') begun.push(['service', decision?.decidedAt]);
  if (state === 'served' && service) {
    if (found.instalments.some(({ paidOn }) => !paidOn)) begun.push(['payment', noonOf(service.on)]);
    begun.push(['reconsideration', noonOf(service.on)]);
    if (reminder) begun.push(['reminder', noonOf(reminder.on)]);
  }
  if (decision && !publishable(found, asking)) begun.push(['publication', decision.decidedAt]);
  return begun.flatMap(([code, event]) => {
    const term = termOf(code);
    const deadline = event && deadlineOf(event, term, calendar);
    return deadline ? [{ ...term, ...deadline, from: event }] : [];
  });
}
