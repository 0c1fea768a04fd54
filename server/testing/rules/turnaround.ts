/** A report's way through the laboratory. */
export interface Turnaround {
  receivedAt: Date;
  /** When its first and its last result were entered. */
  testedFrom?: Date | undefined;
  testedTo?: Date | undefined;
  issuedAt: Date;
}

/** Hours, to a tenth. */
export interface Spread {
  median: number;
  /** Nine of ten took no longer (nearest rank). */
  p90: number;
  longest: number;
}

export interface TurnaroundFigures {
  reports: number;
  /** From the receipt of the sample to the issue of its report. */
  whole: Spread;
  /** From the receipt to the first result, from that to the last, from that to the issue. */
  waiting?: Spread;
  testing?: Spread;
  verification?: Spread;
}

/** @returns `null` of no reports at all */
export function turnaroundFigures(reports: readonly Turnaround[]): TurnaroundFigures | null {
  const spread = (from: keyof Turnaround, to: keyof Turnaround): Spread | undefined =>
    spreadOf(reports.flatMap((report) => hoursBetween(report[from], report[to])));
  const whole = spread('receivedAt', 'issuedAt');
  if (!whole) return null;
  const parts = {
    waiting: spread('receivedAt', 'testedFrom'),
    testing: spread('testedFrom', 'testedTo'),
    verification: spread('testedTo', 'issuedAt'),
  };
  return {
    reports: reports.length,
    whole,
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
  };
}

/** How many of a hundred reports were issued within so many hours of the receipt. */
export function shareWithin(reports: readonly Turnaround[], hours: number): number {
  const within = reports.filter(
    ({ receivedAt, issuedAt }) => issuedAt.getTime() - receivedAt.getTime() <= hours * hour,
  );
  return reports.length === 0 ? 0 : rounded((within.length / reports.length) * 100);
}

const hour = 3_600_000;

function hoursBetween(from: Date | undefined, to: Date | undefined): number[] {
  return from && to && to >= from ? [(to.getTime() - from.getTime()) / hour] : [];
}

function spreadOf(hours: readonly number[]): Spread | undefined {
  const sorted = hours.toSorted((a, b) => a - b);
  const rank = (share: number): number => rounded(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return sorted.length === 0 ? undefined : { median: rank(0.5), p90: rank(0.9), longest: rank(1) };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
