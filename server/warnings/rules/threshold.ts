/** Decides when a reading raises, repeats or clears a threshold warning. */
import { isBeyondLimit } from './beyond-limit.ts';
import { type Evaluation, effectOf, isPassedOver, type StreamReading, type StreamState } from './stream-state.ts';

export interface ThresholdRule {
  unit: string;
  comparison: 'above' | 'below';
  limit: number;
  /** On the safe side of the limit: the dead band between the two neither raises nor clears (ISA-18.2 hysteresis). */
  clearAt: number;
  durationSeconds: number;
}

/**
 * Raises once the value has been beyond the limit for `durationSeconds` of event time; clears once it is back at
 * `clearAt` or on its safe side. A silence between two readings beyond the limit counts as beyond: nothing says otherwise.
 */
export function evaluateThreshold(rule: ThresholdRule, state: StreamState, reading: StreamReading): Evaluation {
  if (isPassedOver(rule.unit, state, reading)) return { state, effect: 'none' };
  const beyond = isBeyondLimit(rule, reading.value);
  if (!beyond) {
    const { raised, effect } = effectOf(state.raised, false, isCleared(rule, reading.value));
    return { state: { raised, evaluatedAt: reading.at }, effect };
  }
  const beyondSince = state.beyondSince ?? reading.at;
  const longEnough = state.raised || reading.at - beyondSince >= rule.durationSeconds * 1000;
  const { raised, effect } = effectOf(state.raised, longEnough, false);
  return { state: { raised, beyondSince, evaluatedAt: reading.at }, effect };
}

function isCleared(rule: ThresholdRule, value: number): boolean {
  return rule.comparison === 'above' ? value <= rule.clearAt : value >= rule.clearAt;
}
