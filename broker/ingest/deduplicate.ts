import type { CanonicalReading } from '../ports.ts';

/** The first of each device, metric and time: what the database would keep as well, so that it need not be asked twice. */
export function withoutRepeats(readings: readonly CanonicalReading[]): CanonicalReading[] {
  const first = new Map<string, CanonicalReading>();
  for (const reading of readings) {
    const key = `${reading.device}|${reading.metric}|${reading.at.getTime()}`;
    if (!first.has(key)) first.set(key, reading);
  }
  return [...first.values()];
}
