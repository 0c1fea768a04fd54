import type { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { refusalOf, warningVerbs } from './lifecycle.ts';
import type { WarningRecord, WarningRuleRecord } from './model.ts';
import { ruleSchema } from './schema.ts';

export type WarningView = ReturnType<typeof warningView>;

/** One warning as this caller may see it, with what the caller may do about it; to nobody in particular (`null`) without. */
export function warningView(warning: WarningRecord, caller: Caller | null, divisionName: string) {
  const decided = warningVerbs.map((verb) => ({
    verb: verb as string,
    refusal: refusalOf(verb, warning.state, (permission) => caller !== null && mayDo(caller, permission, warning)),
  }));
  return {
    id: warning._id.toHexString(),
    kind: warning.kind,
    level: warning.level,
    state: warning.state,
    active: warning.active,
    title: { zh: warning.title.zh, en: warning.title.en },
    detail: { zh: warning.detail.zh, en: warning.detail.en },
    divisionCode: warning.divisionCode,
    divisionName,
    ...(warning.ruleId && { ruleId: warning.ruleId.toHexString() }),
    ...(warning.deviceId && { deviceId: warning.deviceId }),
    ...(warning.siteId && { siteId: warning.siteId.toHexString() }),
    ...(warning.siteName && { siteName: warning.siteName }),
    ...(warning.metric && { metric: warning.metric }),
    ...(warning.batchCode && { batchCode: warning.batchCode }),
    ...(warning.sampleId && { sampleId: warning.sampleId.toHexString() }),
    openedAt: warning.openedAt.toISOString(),
    lastOccurredAt: warning.lastOccurredAt.toISOString(),
    ...(warning.clearedAt && { clearedAt: warning.clearedAt.toISOString() }),
    occurrences: warning.occurrences,
    history: warning.history.map(({ verb, by, at, note }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(note && { note }),
    })),
    updatedAt: warning.updatedAt.toISOString(),
    allowed: decided.flatMap(({ verb, refusal }) => (refusal ? [] : [verb])),
    refused: decided.flatMap(({ verb, refusal }) => (refusal ? [{ verb, reason: refusal.reason }] : [])),
  };
}

/** What a trace shows of an unresolved warning about one of its batches. */
export function tracedWarningView(warning: WarningRecord) {
  return {
    id: warning._id.toHexString(),
    level: warning.level,
    state: warning.state,
    title: { zh: warning.title.zh, en: warning.title.en },
    detail: { zh: warning.detail.zh, en: warning.detail.en },
    ...(warning.batchCode && { batchCode: warning.batchCode }),
    openedAt: warning.openedAt.toISOString(),
  };
}

export function warningRuleView(rule: WarningRuleRecord): z.infer<typeof ruleSchema> {
  const { _id, createdAt: _, createdBy: __, ...facts } = rule;
  return ruleSchema.parse({ id: _id.toHexString(), ...facts });
}
