import { hours } from '../limits.ts';

export interface Patience {
  /** Failures that cost nothing: people mistype. */
  free: number;
  firstSeconds: number;
  longestSeconds: number;
  forgottenHours: number;
}

export interface Failures {
  count: number;
  lastAt: Date;
}

/** How long to wait after that many failures in a row, in milliseconds: doubling, up to the longest. */
export function delayAfter(count: number, patience: Patience): number {
  if (count <= patience.free) return 0;
  const seconds = patience.firstSeconds * 2 ** Math.min(count - patience.free - 1, 30);
  return Math.min(seconds, patience.longestSeconds) * 1000;
}

/** Failures that lie so far back that they count no more. */
export function isForgotten({ lastAt }: Failures, patience: Patience, now: Date): boolean {
  return now.getTime() - lastAt.getTime() >= hours(patience.forgottenHours);
}

/** Milliseconds until the next attempt is looked at; 0 when it may be made now. */
export function waitFor(failures: Failures | null, patience: Patience, now: Date): number {
  if (!failures || isForgotten(failures, patience, now)) return 0;
  return Math.max(0, failures.lastAt.getTime() + delayAfter(failures.count, patience) - now.getTime());
}
