/** Decides when a reading raises, repeats or clears a threshold warning. */

export interface ThresholdRule {
  unit: string;
  comparison: 'above' | 'below';
  limit: number;
  /** On the safe side of the limit: the dead band between the two neither raises nor clears (ISA-18.2 hysteresis). */
  clearAt: number;
  durationSeconds: number;
}

/** What is known of one rule at one device. Times are milliseconds since 1970, of the readings, not of their arrival. */
export interface ThresholdState {
  raised: boolean;
  /** Since when every reading has been beyond the limit. */
  beyondSince?: number;
  /** Time of the newest reading evaluated. */
  evaluatedAt?: number;
}

export interface ThresholdReading {
  value: number;
  unit: string;
  at: number;
}

/** `repeat`: a raised condition was seen beyond the limit again. */
export type ThresholdEffect = 'none' | 'raise' | 'repeat' | 'clear';

export const quietState: ThresholdState = { raised: false };

/**
 * Raises once the value has been beyond the limit for `durationSeconds` of event time; clears once it is back at
 * `clearAt` or on its safe side. A silence between two readings beyond the limit counts as beyond: nothing says otherwise.
 * A reading older than the last one evaluated changes nothing: live state only moves forward. A reading in another unit
 * is not compared.
 */
export function evaluateThreshold(
  rule: ThresholdRule,
  state: ThresholdState,
  reading: ThresholdReading,
): { state: ThresholdState; effect: ThresholdEffect } {
  if (reading.unit !== rule.unit || !Number.isFinite(reading.value)) return { state, effect: 'none' };
  if (state.evaluatedAt !== undefined && reading.at < state.evaluatedAt) return { state, effect: 'none' };
  if (state.raised) return whileRaised(rule, state, reading);
  if (!isBeyondLimit(rule, reading.value)) return { state: { raised: false, evaluatedAt: reading.at }, effect: 'none' };
  const beyondSince = state.beyondSince ?? reading.at;
  const raised = reading.at - beyondSince >= rule.durationSeconds * 1000;
  return { state: { raised, beyondSince, evaluatedAt: reading.at }, effect: raised ? 'raise' : 'none' };
}

export function isBeyondLimit(rule: Pick<ThresholdRule, 'comparison' | 'limit'>, value: number): boolean {
  return rule.comparison === 'above' ? value > rule.limit : value < rule.limit;
}

function isCleared(rule: ThresholdRule, value: number): boolean {
  return rule.comparison === 'above' ? value <= rule.clearAt : value >= rule.clearAt;
}

function whileRaised(
  rule: ThresholdRule,
  state: ThresholdState,
  reading: ThresholdReading,
): { state: ThresholdState; effect: ThresholdEffect } {
  if (isBeyondLimit(rule, reading.value)) return { state: { ...state, evaluatedAt: reading.at }, effect: 'repeat' };
  if (isCleared(rule, reading.value)) return { state: { raised: false, evaluatedAt: reading.at }, effect: 'clear' };
  return { state: { ...state, evaluatedAt: reading.at }, effect: 'none' };
}
