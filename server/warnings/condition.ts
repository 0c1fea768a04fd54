import type { DescribedDevice } from './device-places.ts';
import type { WarningRuleRecord } from './model.ts';
import { type Arrival, evaluate, looksBackSeconds } from './rules/stream-rule.ts';
import { quietState, type StreamEffect, type StreamState } from './rules/stream-state.ts';

/** A raised condition that goes on is written at most this often: an officer needs to know that, not each reading. */
const repeatMilliseconds = 5 * 60_000;

/** More readings than this are not kept for a condition whose warning cannot be written. */
const keptWaiting = 100;

/** `device`: as it stood when the reading was made. */
export type PlacedArrival = Arrival & { device: DescribedDevice };

/** One rule at one device: its live state, and what is still to be evaluated, in order of arrival. */
export interface Condition {
  key: string;
  rule: WarningRuleRecord;
  deviceId: string;
  state: StreamState;
  waiting: PlacedArrival[];
  /** Time of what was last written to the warning. */
  toldAt: number;
  /** Somebody resolved the warning while its condition held: the next reading beyond the limit opens a new one. */
  reopen: boolean;
  /** Since when the stored pending condition says that the value is beyond the limit. */
  storedBeyondSince?: number;
  failures: number;
  retryAt: number;
  otherUnit: boolean;
  /** Whether the readings that the rule looks back on have been taken into its state. */
  primed: boolean;
}

export function newCondition(
  key: string,
  rule: WarningRuleRecord,
  deviceId: string,
  known: Partial<Pick<Condition, 'state' | 'toldAt' | 'reopen' | 'storedBeyondSince'>> = {},
): Condition {
  return {
    key,
    rule,
    deviceId,
    state: quietState,
    waiting: [],
    toldAt: 0,
    reopen: false,
    failures: 0,
    retryAt: 0,
    otherUnit: false,
    primed: looksBackSeconds(rule) === 0,
    ...known,
  };
}

/** An effect that has to be written; `state` is what holds once it is. */
export interface DueEffect {
  effect: Exclude<StreamEffect, 'none'>;
  at: number;
  device: DescribedDevice;
  /** Absent where nothing came. */
  value?: number;
  state: StreamState;
  /** The same arrival has more effects. */
  again: boolean;
}

/** Takes the waiting arrivals that need no writing, up to the first that does. */
export function nextDue(condition: Condition): DueEffect | null {
  for (let arrival = condition.waiting[0]; arrival; arrival = condition.waiting[0]) {
    const { state, effect, at = arrival.at, again = false } = evaluate(condition.rule, condition.state, arrival);
    if (effect !== 'none' && !isToldRecently(condition, effect, at))
      return {
        effect,
        at,
        device: arrival.device,
        ...('value' in arrival && { value: arrival.value }),
        state,
        again,
      };
    condition.state = state;
    condition.waiting.shift();
  }
  return null;
}

function isToldRecently(condition: Condition, effect: StreamEffect, at: number): boolean {
  return effect === 'repeat' && !condition.reopen && at - condition.toldAt < repeatMilliseconds;
}

/** The effect is written: the live state moves on. `reopening` says whether a resolved warning was opened anew by it. */
export function settled(condition: Condition, due: DueEffect, reopening: boolean): void {
  condition.state = due.state;
  if (!due.again) condition.waiting.shift();
  condition.toldAt = due.at;
  // Somebody may have resolved the warning while this was being written.
  if (reopening || !due.state.raised) condition.reopen = false;
  condition.failures = 0;
  condition.retryAt = 0;
}

/**
 * The effect could not be written: its arrival stays first in line, so that the next evaluation decides the same again.
 * The second attempt comes at once, later ones after 1, 2, … 30 seconds.
 */
export function failed(condition: Condition, now: number): void {
  condition.retryAt = now + Math.min(condition.failures, 30) * 1000;
  condition.failures += 1;
  const newest = condition.waiting.at(-1);
  if (condition.waiting.length <= keptWaiting || !newest) return;
  condition.waiting = [...condition.waiting.slice(0, keptWaiting - 1), newest];
}

/** Since when the value is beyond the limit without having been so for long enough; worth keeping over a restart. */
export function pendingSince({ rule, state }: Condition): number | undefined {
  return rule.kind !== 'threshold' || state.raised || rule.durationSeconds === 0 ? undefined : state.beyondSince;
}
