/** Decides when a device that sends nothing raises a warning, and when it has spoken again. */
import { type Evaluation, isPassedOver, type StreamReading, type StreamState } from './stream-state.ts';

export interface SilenceRule {
  /** A device is silent once it has sent nothing for longer than this. */
  silentSeconds: number;
}

/**
 * A reading ends a silence. One that comes after a gap which nobody has noticed (the platform was down, or the device
 * sends afterwards what it kept) first raises what live delivery would have raised, at the time it would have.
 */
export function evaluateSilence(rule: SilenceRule, state: StreamState, reading: StreamReading): Evaluation {
  if (isPassedOver(undefined, state, reading)) return { state, effect: 'none' };
  if (state.raised) return { state: { raised: false, evaluatedAt: reading.at }, effect: 'clear' };
  const noticed = evaluateClock(rule, state, reading.at);
  if (noticed.effect === 'raise') return { ...noticed, again: true };
  return { state: { raised: false, evaluatedAt: reading.at }, effect: 'none' };
}

/**
 * @param now milliseconds since 1970; up to then the device has sent nothing that is not evaluated
 * @param listeningSince since when the platform could have heard it: its own outage is not the device's silence
 */
export function evaluateClock(
  rule: SilenceRule,
  state: StreamState,
  now: number,
  listeningSince = Number.NEGATIVE_INFINITY,
): Evaluation {
  if (state.raised || state.evaluatedAt === undefined) return { state, effect: 'none' };
  const silentFrom = Math.max(state.evaluatedAt, listeningSince) + rule.silentSeconds * 1000;
  if (now <= silentFrom) return { state, effect: 'none' };
  return { state: { ...state, raised: true }, effect: 'raise', at: silentFrom };
}
