import { type CountInWindowRule, evaluateCountInWindow } from './count-in-window.ts';
import { evaluateRateOfChange, type RateOfChangeRule } from './rate-of-change.ts';
import { evaluateClock, evaluateSilence, type SilenceRule } from './silence.ts';
import type { Evaluation, StreamReading, StreamState } from './stream-state.ts';
import { evaluateThreshold, type ThresholdRule } from './threshold.ts';

/** A rule on the stream of readings: one kind of condition with its numbers. */
export type StreamRule =
  | ({ kind: 'threshold' } & ThresholdRule)
  | ({ kind: 'rate-of-change' } & RateOfChangeRule)
  | ({ kind: 'count-in-window' } & CountInWindowRule)
  | ({ kind: 'silence' } & SilenceRule);

/** A look at the clock: up to `at` nothing has come that is not evaluated. */
export interface ClockLook {
  at: number;
  listeningSince: number;
}

/** The device was taken elsewhere: what held where it stood is over. */
export interface Departure {
  at: number;
  left: true;
}

export type Arrival = StreamReading | ClockLook | Departure;

/** What follows from a reading, or from nothing having come. */
export function evaluate(rule: StreamRule, state: StreamState, arrival: Arrival): Evaluation {
  if ('left' in arrival)
    return { state: { raised: false, evaluatedAt: arrival.at }, effect: state.raised ? 'clear' : 'none' };
  if ('listeningSince' in arrival)
    return rule.kind === 'silence'
      ? evaluateClock(rule, state, arrival.at, arrival.listeningSince)
      : { state, effect: 'none' };
  switch (rule.kind) {
    case 'threshold':
      return evaluateThreshold(rule, state, arrival);
    case 'rate-of-change':
      return evaluateRateOfChange(rule, state, arrival);
    case 'count-in-window':
      return evaluateCountInWindow(rule, state, arrival);
    case 'silence':
      return evaluateSilence(rule, state, arrival);
  }
}

/** Over how many seconds before a reading the rule looks back; 0 where it remembers by its state alone. */
export function looksBackSeconds(rule: StreamRule): number {
  return rule.kind === 'rate-of-change' || rule.kind === 'count-in-window' ? rule.windowSeconds : 0;
}

/** One rule at one device is one condition. */
export function conditionKeyOf(kind: StreamRule['kind'], ruleId: string, deviceId: string): string {
  return `${kind}|${ruleId}|${deviceId}`;
}
