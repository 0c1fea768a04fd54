/** Decides when a value that changes too fast raises, repeats or clears a warning. */
import {
  type Evaluation,
  effectOf,
  isPassedOver,
  type StreamReading,
  type StreamState,
  type WindowPart,
} from './stream-state.ts';

export interface RateOfChangeRule {
  unit: string;
  direction: 'rising' | 'falling';
  /** How much the value may change within the window, in `unit`; more than this raises. */
  limit: number;
  windowSeconds: number;
  /** At most `limit`: the condition ends once the change within the window is no greater. */
  clearAt: number;
}

/** A window is remembered in so many parts, so that its state stays small however fast a device sends. */
export const partsOfWindow = 60;

/**
 * Compares each value with the lowest (rising) or highest (falling) one of the window before it. A part of the window
 * that has begun to leave it no longer counts: a change is never told over a longer time than the rule says.
 */
export function evaluateRateOfChange(rule: RateOfChangeRule, state: StreamState, reading: StreamReading): Evaluation {
  if (isPassedOver(rule.unit, state, reading)) return { state, effect: 'none' };
  const windowMs = rule.windowSeconds * 1000;
  const kept = (state.parts ?? []).filter(({ from }) => from >= reading.at - windowMs);
  const parts = addedTo(kept, reading, windowMs / partsOfWindow);
  const change = changeWithin(rule.direction, parts, reading.value);
  const { raised, effect } = effectOf(state.raised, change > rule.limit, change <= rule.clearAt);
  return { state: { raised, parts, evaluatedAt: reading.at }, effect };
}

/** By how much the value has risen above the window's lowest, or fallen below its highest; 0 at least. */
export function changeWithin(direction: 'rising' | 'falling', parts: readonly WindowPart[], value: number): number {
  return direction === 'rising'
    ? value - Math.min(...parts.map(({ lowest }) => lowest))
    : Math.max(...parts.map(({ highest }) => highest)) - value;
}

function addedTo(parts: readonly WindowPart[], { at, value }: StreamReading, partMs: number): WindowPart[] {
  const last = parts.at(-1);
  if (!last || at >= last.from + partMs) return [...parts, { from: at, lowest: value, highest: value }];
  const widened = { ...last, lowest: Math.min(last.lowest, value), highest: Math.max(last.highest, value) };
  return [...parts.slice(0, -1), widened];
}
