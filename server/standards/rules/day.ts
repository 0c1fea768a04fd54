/** A day of the calendar as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

export interface Term {
  /** The first day; absent when it began before anything recorded here. */
  effectiveFrom?: string | undefined;
  /** The last day. */
  effectiveTo?: string | undefined;
}

export function isInForce({ effectiveFrom, effectiveTo }: Term, day: string): boolean {
  return (effectiveFrom === undefined || effectiveFrom <= day) && (effectiveTo === undefined || day <= effectiveTo);
}

/** How a term stands on a day. */
export function stateOn(term: Term, day: string): 'in-force' | 'not-yet' | 'expired' {
  if (isInForce(term, day)) return 'in-force';
  return term.effectiveTo !== undefined && term.effectiveTo < day ? 'expired' : 'not-yet';
}

/** @param day YYYY-MM-DD */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
