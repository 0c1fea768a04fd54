/** In one minute of receipt: by how many milliseconds the most recent time of the device lay ahead of ours. */
export interface ClockSample {
  minute: number;
  ahead: number;
}

const KEPT_MINUTES = 31;
const FEWEST_SAMPLES = 3;

/** Keeps the best sample of each minute: a delay on the way can only make a clock look slower. */
export function noteClock(samples: ClockSample[], receivedAt: number, at: number): ClockSample[] {
  const minute = Math.floor(receivedAt / 60_000);
  const ahead = at - receivedAt;
  const last = samples.at(-1);
  if (last?.minute !== minute) return [...samples, { minute, ahead }].slice(-KEPT_MINUTES);
  return ahead > last.ahead ? [...samples.slice(0, -1), { minute, ahead }] : samples;
}

/** The best sample of each minute of both, the newest minutes: the same whoever comes first, and however often. */
export function mergeClocks(some: readonly ClockSample[], others: readonly ClockSample[]): ClockSample[] {
  const best = new Map<number, number>();
  for (const { minute, ahead } of [...some, ...others]) best.set(minute, Math.max(ahead, best.get(minute) ?? ahead));
  return [...best]
    .sort(([a], [b]) => a - b)
    .map(([minute, ahead]) => ({ minute, ahead }))
    .slice(-KEPT_MINUTES);
}

/**
 * By how many seconds the device's clock is ahead (negative: behind), the upper quartile of the minutes: a quarter of them
 * may be wrong in the one direction, three quarters delayed in the other. `undefined`: too few minutes to say.
 */
export function clockAhead(samples: readonly ClockSample[]): number | undefined {
  if (samples.length < FEWEST_SAMPLES) return undefined;
  const sorted = samples.map(({ ahead }) => ahead).sort((a, b) => b - a);
  const quartile = sorted[Math.floor(sorted.length / 4)] ?? 0;
  return Math.round(quartile / 100) / 10;
}
