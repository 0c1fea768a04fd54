export interface RetryPolicy {
  /** Seconds after the first failure, the second … */
  steps: readonly number[];
  /** The share by which a step may be longer, so that what failed together does not come again together. */
  jitter: number;
}

/**
 * When to try again after so many failures; `null` when it is enough.
 * @param chance from 0 up to 1
 * @param asked seconds that the other side asked us to wait
 */
export function retryAt(
  failures: number,
  now: Date,
  { steps, jitter }: RetryPolicy,
  chance: number,
  asked = 0,
): Date | null {
  const step = steps[failures - 1];
  if (step === undefined) return null;
  const seconds = Math.max(step * (1 + jitter * chance), asked);
  return new Date(now.getTime() + Math.round(seconds * 1000));
}
