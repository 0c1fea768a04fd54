/** Decides when readings beyond a limit that come too often raise, repeat or clear a warning. */
import { isBeyondLimit } from './beyond-limit.ts';
import { type Evaluation, effectOf, isPassedOver, type StreamReading, type StreamState } from './stream-state.ts';

export interface CountInWindowRule {
  unit: string;
  comparison: 'above' | 'below';
  limit: number;
  /** So many readings beyond the limit within the window raise; 2 at least. */
  count: number;
  windowSeconds: number;
}

/** A door left open again and again: each time too short for a duration, too often to be nothing. Clears after a window without any. */
export function evaluateCountInWindow(rule: CountInWindowRule, state: StreamState, reading: StreamReading): Evaluation {
  if (isPassedOver(rule.unit, state, reading)) return { state, effect: 'none' };
  const windowMs = rule.windowSeconds * 1000;
  const beyond = isBeyondLimit(rule, reading.value);
  const inWindow = (state.beyondAt ?? []).filter((at) => reading.at - at <= windowMs);
  const beyondAt = beyond ? [...inWindow, reading.at].slice(-rule.count) : inWindow;
  const tooMany = beyond && (state.raised || beyondAt.length >= rule.count);
  const { raised, effect } = effectOf(state.raised, tooMany, beyondAt.length === 0);
  return { state: { raised, beyondAt, evaluatedAt: reading.at }, effect };
}
