import type { DescribedDevice } from './device-places.ts';
import type { WarningRuleRecord } from './model.ts';
import {
  evaluateThreshold,
  quietState,
  type ThresholdEffect,
  type ThresholdReading,
  type ThresholdState,
} from './rules/threshold.ts';

/** A raised condition that goes on is written at most this often: an officer needs to know that, not each reading. */
const repeatMilliseconds = 5 * 60_000;

/** More readings than this are not kept for a condition whose warning cannot be written. */
const keptWaiting = 100;

/** One rule at one device: its live state, and the readings that are still to be evaluated, in order of arrival. */
export interface Condition {
  key: string;
  rule: WarningRuleRecord;
  deviceId: string;
  device?: DescribedDevice;
  state: ThresholdState;
  waiting: ThresholdReading[];
  /** Time of the reading that was last written to the warning. */
  toldAt: number;
  /** Somebody resolved the warning while its condition held: the next reading beyond the limit opens a new one. */
  reopen: boolean;
  /** Since when the stored pending condition says that the value is beyond the limit. */
  storedBeyondSince?: number;
  failures: number;
  retryAt: number;
  otherUnit: boolean;
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
    ...known,
  };
}

/** A reading whose effect has to be written; `state` is what holds once it is. */
export interface DueEffect {
  effect: Exclude<ThresholdEffect, 'none'>;
  reading: ThresholdReading;
  state: ThresholdState;
}

/** Takes the waiting readings that need no writing, up to the first that does. */
export function nextDue(condition: Condition): DueEffect | null {
  for (let reading = condition.waiting[0]; reading; reading = condition.waiting[0]) {
    const { state, effect } = evaluateThreshold(condition.rule, condition.state, reading);
    if (effect !== 'none' && !isToldRecently(condition, effect, reading)) return { effect, reading, state };
    condition.state = state;
    condition.waiting.shift();
  }
  return null;
}

function isToldRecently(condition: Condition, effect: ThresholdEffect, reading: ThresholdReading): boolean {
  return effect === 'repeat' && !condition.reopen && reading.at - condition.toldAt < repeatMilliseconds;
}

/** The effect is written: the live state moves on. `reopening` says whether a resolved warning was opened anew by it. */
export function settled(condition: Condition, due: DueEffect, reopening: boolean): void {
  condition.state = due.state;
  condition.waiting.shift();
  condition.toldAt = due.reading.at;
  // Somebody may have resolved the warning while this was being written.
  if (reopening || !due.state.raised) condition.reopen = false;
  condition.failures = 0;
  condition.retryAt = 0;
}

/**
 * The effect could not be written: its reading stays first in line, so that the next evaluation decides the same again.
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
export function pendingSince(condition: Condition): number | undefined {
  return condition.state.raised || condition.rule.durationSeconds === 0 ? undefined : condition.state.beyondSince;
}
