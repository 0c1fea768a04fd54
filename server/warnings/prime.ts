import { type Condition, newCondition } from './condition.ts';
import type { DescribeDevices } from './device-places.ts';
import { familyOf, type WarningRuleRecord } from './model.ts';
import { isInReach } from './rules/applicable-rules.ts';
import { conditionKeyOf, evaluate, looksBackSeconds } from './rules/stream-rule.ts';
import { quietState, type StreamReading, type StreamState } from './rules/stream-state.ts';

/** Stored readings of one series, the oldest first: from `from` up to but not including `to`. */
export type ReadingsBetween = (device: string, metric: string, from: Date, to: Date) => Promise<StreamReading[]>;

export interface Heard {
  /** The devices of a division's subtree that have sent anything, or anything of one metric. */
  heardIn(divisionCode: string, metric: string | undefined): Promise<string[]>;
  /** When one of them last did. */
  lastHeard(device: string, metric: string | undefined): Promise<Date | null>;
}

/**
 * A rule that looks back over a window begins with what was stored before the first reading it is given: after a
 * restart it goes on as if there had been none. The effects of those readings were written when they came.
 */
export async function primed(condition: Condition, readingsBetween: ReadingsBetween): Promise<StreamState> {
  const { rule, deviceId, state, waiting } = condition;
  const [first] = waiting;
  const lookBack = looksBackSeconds(rule) * 1000;
  if (first === undefined || rule.metric === undefined || lookBack === 0) return state;
  // What was measured elsewhere says nothing of this place.
  const from = Math.max(first.at - lookBack, first.device.from ?? Number.NEGATIVE_INFINITY);
  const earlier = await readingsBetween(deviceId, rule.metric, new Date(from), new Date(first.at));
  const { raised } = state;
  const folded = earlier.reduce<StreamState>((known, reading) => evaluate(rule, known, reading).state, quietState);
  return { ...folded, raised };
}

/** For each silence rule the devices it concerns: one that fell silent while the platform was down is noticed, too. */
export async function heardConditions(
  rules: readonly WarningRuleRecord[],
  { heardIn, lastHeard }: Heard,
  describeDevices: DescribeDevices,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const rule of rules) {
    if (rule.kind !== 'silence') continue;
    const places = await describeDevices(await heardIn(rule.divisionCode, rule.metric));
    for (const [device, place] of places) {
      const at = isInReach(rule, device, place) ? await lastHeard(device, rule.metric) : null;
      if (!at) continue;
      const key = conditionKeyOf(rule.kind, familyOf(rule).toHexString(), device);
      conditions.push(newCondition(key, rule, device, { state: { raised: false, evaluatedAt: at.getTime() } }));
    }
  }
  return conditions;
}
