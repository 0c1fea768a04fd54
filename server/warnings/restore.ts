import { unscoped } from '../database/guard.ts';
import { type Condition, newCondition } from './condition.ts';
import type { PendingConditionRecord, WarningModels, WarningRecord, WarningRuleRecord } from './model.ts';
import { ruleKinds } from './schema.ts';

/**
 * The live state after a restart: what is raised, from the warnings; what is beyond its limit but not yet for long
 * enough, from the pending conditions (without them a duration would begin anew at each restart).
 */
export async function restoreConditions(
  { Warning, PendingCondition }: Pick<WarningModels, 'Warning' | 'PendingCondition'>,
  rules: WarningRuleRecord[],
): Promise<Condition[]> {
  const byId = new Map(rules.map((rule) => [rule._id.toHexString(), rule]));
  const restored = new Map<string, Condition>();
  for (const pending of await PendingCondition.find({}).lean<PendingConditionRecord[]>()) {
    const rule = byId.get(pending.ruleId.toHexString());
    if (rule) restored.set(pending._id, pendingCondition(pending, rule));
  }
  // Resolved ones come first: where an older, resolved warning shares the condition, the unresolved one has the last word.
  const holding = {
    kind: { $in: ruleKinds },
    $or: [{ active: true }, { state: { $in: ['open' as const, 'acknowledged' as const] } }],
  };
  const told = await Warning.find(holding, null, unscoped('the watch takes up every condition'))
    .sort({ state: -1 })
    .lean<WarningRecord[]>();
  for (const warning of told) {
    const rule = byId.get(warning.ruleId?.toHexString() ?? '');
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
    reopen: warning.active && warning.state === 'resolved',
  });
}
