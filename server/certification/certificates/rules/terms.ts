/** The day so many months later by the calendar: 31 January and one month is the last of February. YYYY-MM-DD. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The last day of a certificate that begins on a day; `undefined`: it never expires. */
export function lastDayOf(validFrom: string, years: number | null): string | undefined {
  return years === null ? undefined : dayBefore(monthsAfter(validFrom, 12 * years));
}

/** The last day on which a renewal can be applied for; `undefined` where there is none. */
export function renewalDay(validTo: string | undefined, monthsBefore: number | undefined): string | undefined {
  return validTo === undefined || monthsBefore === undefined ? undefined : monthsAfter(validTo, -monthsBefore);
}

/** When the next surveillance visit is due: so many months after the last one, or after the first day; none after the last. */
export function nextVisit(
  { validFrom, validTo, visits }: { validFrom: string; validTo?: string | undefined; visits: readonly string[] },
  everyMonths: number | undefined,
): string | undefined {
  if (everyMonths === undefined) return undefined;
  const last = [validFrom, ...visits].toSorted().at(-1) ?? validFrom;
  const due = monthsAfter(last, everyMonths);
  return validTo !== undefined && due > validTo ? undefined : due;
}

/** The midnight in China after a day: the first moment that is too late for it. */
export function afterDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 16 * 3_600_000);
}
