import { dayAfter, type WorkCalendar } from '../../calendar/rules/calendar.ts';
import { deadlineOf, type Term } from '../../calendar/rules/deadline.ts';

/** A review or lawsuit of a decision; days are written `2026-05-03`. */
export interface Remedy {
  kind: 'reconsideration' | 'litigation';
  /** Absent: under way. */
  to?: string | undefined;
  outcome?: string | undefined;
}

export interface CourtTerms {
  litigation: Term;
  litigationAfterReview: Term;
  courtApplication: Term;
}

/**
 * The last day on which the party may still go to court; `null` while a review or lawsuit is under way. A review that was
 * withdrawn leaves the term as it was, a lawsuit that ended leaves none. Source: 行政诉讼法 45, 46.
 */
export function remediesEnd(
  servedOn: string,
  remedies: readonly Remedy[],
  terms: Omit<CourtTerms, 'courtApplication'>,
  calendar: WorkCalendar,
): string | null {
  if (remedies.some(({ to }) => !to)) return null;
  const lawsuit = remedies.findLast(({ kind }) => kind === 'litigation');
  if (lawsuit?.to) return lawsuit.to;
  const review = remedies.findLast(({ outcome }) => outcome !== 'withdrawn-by-party');
  return review?.to
    ? lastDayOf(review.to, terms.litigationAfterReview, calendar)
    : lastDayOf(servedOn, terms.litigation, calendar);
}

/**
 * From when until when the court may be asked for compulsory execution; `null` while a review or lawsuit is under way.
 * The time begins when nothing is open to the party any more, and not before the last instalment that was allowed.
 * Source: 行政强制法 53; 行政处罚法 66.
 */
export function courtWindow(
  { servedOn, remedies, allowedUntil = '' }: { servedOn: string; remedies: readonly Remedy[]; allowedUntil?: string },
  terms: CourtTerms,
  calendar: WorkCalendar,
): { after: string; first: string; last: string } | null {
  const end = remediesEnd(servedOn, remedies, terms, calendar);
  if (end === null) return null;
  const after = end > allowedUntil ? end : allowedUntil;
  return { after, first: dayAfter(after), last: lastDayOf(after, terms.courtApplication, calendar) };
}

function lastDayOf(day: string, term: Term, calendar: WorkCalendar): string {
  return deadlineOf(new Date(`${day}T12:00:00+08:00`), term, calendar)?.lastDay ?? day;
}
