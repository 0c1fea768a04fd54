import { unscoped } from '../database/guard.ts';
import { type Condition, newCondition } from './condition.ts';
import {
  familyOf,
  type PendingConditionRecord,
  type WarningModels,
  type WarningRecord,
  type WarningRuleRecord,
} from './model.ts';
import { ruleKinds } from './schema.ts';

/**
 * The live state after a restart: what is raised, from the warnings; what is beyond its limit but not yet for long
 * enough, from the pending conditions (without them a duration would begin anew at each restart).
 */
export async function restoreConditions(
  { Warning, PendingCondition }: Pick<WarningModels, 'Warning' | 'PendingCondition'>,
  rules: WarningRuleRecord[],
): Promise<Condition[]> {
  const byFamily = new Map(rules.map((rule) => [familyOf(rule).toHexString(), rule]));
  const restored = new Map<string, Condition>();
  for (const pending of await PendingCondition.find({}).lean<PendingConditionRecord[]>()) {
    const rule = byFamily.get(pending.ruleId.toHexString());
    if (rule) restored.set(pending._id, pendingCondition(pending, rule));
  }
  // Those without an open key, which are ended, come first: the one that tells of the condition has the last word.
  const holding = { kind: { $in: ruleKinds }, $or: [{ active: true }, { openKey: { $exists: true } }] };
  const told = await Warning.find(holding, null, unscoped('the watch takes up every condition'))
    .sort({ openKey: 1 })
    .lean<WarningRecord[]>();
  for (const warning of told) {
    const rule = byFamily.get((warning.ruleFamily ?? warning.ruleId)?.toHexString() ?? '');
    const pending = restored.get(warning.conditionKey);
    if (!rule || !warning.deviceId || (pending && !warning.active)) continue;
    restored.set(warning.conditionKey, {
      ...warnedCondition(warning, rule, warning.deviceId),
      ...(pending?.storedBeyondSince !== undefined && { storedBeyondSince: pending.storedBeyondSince }),
    });
  }
  return [...restored.values()];
}

function pendingCondition(pending: PendingConditionRecord, rule: WarningRuleRecord): Condition {
  const since = pending.beyondSince.getTime();
  return newCondition(pending._id, rule, pending.deviceId, {
    state: { raised: false, beyondSince: since, evaluatedAt: since },
    storedBeyondSince: since,
  });
}

function warnedCondition(warning: WarningRecord, rule: WarningRuleRecord, deviceId: string): Condition {
  const toldAt = warning.lastOccurredAt.getTime();
  return newCondition(warning.conditionKey, rule, deviceId, {
    state: warning.active
      ? { raised: true, evaluatedAt: toldAt }
      : { raised: false, evaluatedAt: warning.clearedAt?.getTime() ?? toldAt },
    toldAt,
    reopen: warning.active && warning.openKey === undefined,
  });
}
