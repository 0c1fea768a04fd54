/** The same day, so many months later; of a month that has no such day, its last. Days are written `2026-05-03`. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, length)).padStart(2, '0')}`;
}

/** The last day on which a breach can still be found in time; it runs from the end of an act that goes on. Source: 行政处罚法 36. */
export function limitationEnds(actEndedOn: string, years: number): string {
  return monthsAfter(actEndedOn, 12 * years);
}

export function isBarred(actEndedOn: string, foundOn: string, years: number): boolean {
  return foundOn > limitationEnds(actEndedOn, years);
}
