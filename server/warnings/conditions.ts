import { type Condition, newCondition } from './condition.ts';
import type { DescribedDevice } from './device-places.ts';
import { familyOf, type WarningRuleRecord } from './model.ts';
import { type ApplicableRules, applicableRules } from './rules/applicable-rules.ts';
import { conditionKeyOf } from './rules/stream-rule.ts';

/** Each rule at each device that it concerns, and which of them a reading concerns. */
export function createConditions() {
  const byKey = new Map<string, Condition>();
  let rules: ApplicableRules<WarningRuleRecord> = applicableRules([]);
  /** Of each device where it stands, by metric: a stream of readings does not look for its rules again and again. */
  let found = new WeakMap<DescribedDevice, Map<string, readonly Condition[]>>();

  const conditionOf = (rule: WarningRuleRecord, deviceId: string): Condition => {
    const key = conditionKeyOf(rule.kind, familyOf(rule).toHexString(), deviceId);
    const known = byKey.get(key) ?? newCondition(key, rule, deviceId);
    byKey.set(key, known);
    return known;
  };

  return {
    /** From now on these are the rules. */
    replaceRules(all: readonly WarningRuleRecord[]): void {
      rules = applicableRules(all);
      const current = new Map(all.map((rule) => [familyOf(rule).toHexString(), rule]));
      for (const [key, condition] of byKey) {
        const rule = current.get(familyOf(condition.rule).toHexString());
        // Another version begins anew; of a rule that is off nothing is remembered.
        if (!rule?._id.equals(condition.rule._id)) byKey.delete(key);
      }
      found = new WeakMap();
    },

    concerns: (metric: string): boolean => rules.concerns(metric),

    rulesOf: (metric: string, deviceId: string, device: DescribedDevice) => rules.of(metric, deviceId, device),

    /** @param device of that id, as it stands: the same object for as long as it stands there */
    of(metric: string, deviceId: string, device: DescribedDevice): readonly Condition[] {
      const byMetric = found.get(device) ?? new Map<string, readonly Condition[]>();
      const known = byMetric.get(metric);
      if (known) return known;
      const conditions = rules.of(metric, deviceId, device).map((rule) => conditionOf(rule, deviceId));
      found.set(device, byMetric.set(metric, conditions));
      return conditions;
    },

    all: () => byKey.values(),

    get: (key: string) => byKey.get(key),

    /** Unless there is one with its key. */
    add(condition: Condition): void {
      if (!byKey.has(condition.key)) byKey.set(condition.key, condition);
    },
  };
}
