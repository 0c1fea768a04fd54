import type { Condition } from './condition.ts';
import { evaluate, looksBackSeconds } from './rules/stream-rule.ts';
import { quietState, type StreamReading, type StreamState } from './rules/stream-state.ts';

/** Stored readings of one series, the oldest first: from `from` up to but not including `to`. */
export type ReadingsBetween = (device: string, metric: string, from: Date, to: Date) => Promise<StreamReading[]>;

/**
 * A rule that looks back over a window begins with what was stored before the first reading it is given: after a
 * restart it goes on as if there had been none. The effects of those readings were written when they came.
 */
export async function primed(condition: Condition, readingsBetween: ReadingsBetween): Promise<StreamState> {
  const { rule, deviceId, state, waiting } = condition;
  const first = waiting[0]?.at;
  const lookBack = looksBackSeconds(rule) * 1000;
  if (first === undefined || rule.metric === undefined || lookBack === 0) return state;
  const earlier = await readingsBetween(deviceId, rule.metric, new Date(first - lookBack), new Date(first));
  const { raised } = state;
  const folded = earlier.reduce<StreamState>((known, reading) => evaluate(rule, known, reading).state, quietState);
  return { ...folded, raised };
}
