import type { ControlState } from './control-judgement.ts';

/** Results entered after `since` (absent: ever) and not after `until` are in doubt. */
export interface ReachBack {
  since?: Date;
  until: Date;
}

export const isInReach = ({ since, until }: ReachBack, at: Date): boolean =>
  at <= until && (since === undefined || at > since);

export const goodControlStates: readonly ControlState[] = ['in-control', 'warning'];

/**
 * A control that failed casts doubt on what was measured since the last good one of its kind before it (ISO/IEC 17025:2017, 7.10.1 c).
 * @param earlier the controls of the same kind, method, analyte and instrument
 */
export function reachOfControl(
  failed: { at: Date; enteredAt: Date },
  earlier: readonly { at: Date; state: ControlState }[],
): ReachBack {
  const good = earlier.filter(({ at, state }) => at < failed.at && goodControlStates.includes(state));
  const since = newest(good.map(({ at }) => at));
  return { ...(since && { since }), until: failed.enteredAt };
}

/**
 * The same for rapid tests, by when they were measured: a rapid tester has no run that its failed control would stop, so the doubt lasts
 * until the next good one.
 * @param later the controls of the same kind, method, analyte and instrument
 */
export function rapidReachOfControl(
  { since }: ReachBack,
  failed: { at: Date },
  later: readonly { at: Date; state: ControlState }[],
): ReachBack {
  const good = later.filter(({ at, state }) => at > failed.at && goodControlStates.includes(state));
  const next = good.reduce((first, { at }) => Math.min(first, at.getTime()), endOfTime);
  return { ...(since && { since }), until: new Date(next) };
}

/**
 * A device that did not conform casts doubt on what it measured since the day of its last good calibration,
 * and until the end of the day on which the next one was made: a certificate tells no hour.
 * @param lastGood that day, such as `2026-05-03`; absent: none is known
 * @param next the day of the calibration after the failed one; absent: there is none yet
 */
export function reachOfFailedCalibration(lastGood: string | undefined, now: Date, next?: string): ReachBack {
  const until = next === undefined || now < endOf(next) ? now : endOf(next);
  return { ...(lastGood !== undefined && { since: startOf(lastGood) }), until };
}

/**
 * A device whose calibration is over casts doubt on what it measured after the last day for which that was good,
 * until the end of the day on which the next one was made.
 * @param next that day; absent: there is none yet
 */
export function reachOfLapse(dueOn: string, now: Date, next?: string): ReachBack {
  return { since: endOf(dueOn), until: next === undefined || now < endOf(next) ? now : endOf(next) };
}

/**
 * What of a reach was not looked at yet, when all until `seen` was and something measured at `measuredAt` came since;
 * `null`: all of it was. One moment is looked at twice: results of the same millisecond may follow.
 */
export function unseenReach({ since, until }: ReachBack, seen: Date | undefined, measuredAt: Date): ReachBack | null {
  if (!seen) return { ...(since && { since }), until };
  const from = new Date(Math.min(seen.getTime(), measuredAt.getTime()) - 1);
  const start = since && since > from ? since : from;
  return start < until ? { since: start, until } : null;
}

/** The last moment that a date can tell. */
const endOfTime = 8.64e15;

function newest(times: readonly Date[]): Date | undefined {
  return times.reduce<Date | undefined>((last, next) => (last && last >= next ? last : next), undefined);
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function endOf(day: string): Date {
  return new Date(startOf(day).getTime() + 86_400_000);
}
