import type { z } from 'zod';
import { decideVerbs } from '../http/fields.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo, noRight } from '../identity/rights/ability.ts';
import { askingOf } from './asking.ts';
import { refusalOf, warningVerbs } from './lifecycle.ts';
import {
  type FollowUp,
  familyOf,
  type HistoryEntry,
  type Quiet,
  type WarningRecord,
  type WarningRuleRecord,
} from './model.ts';
import { ruleTransitions, ruleVerbs, stateOfRule, whyRefused } from './rule-versions/lifecycle.ts';
import { ruleSchema } from './schema.ts';

export type WarningView = ReturnType<typeof warningView>;

/** One warning as this caller may see it, with what the caller may do about it; to nobody in particular (`null`) without. */
export function warningView(warning: WarningRecord, caller: Caller | null, divisionName: string, now: Date) {
  const asking = askingOf(caller, warning, now);
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
    ...(warning.ruleVersion !== undefined && { ruleVersion: warning.ruleVersion }),
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
    ...(warning.reopens && { reopens: warning.reopens.toHexString() }),
    ...(warning.hazard && { hazard: warning.hazard }),
    ...(warning.quiet && { quiet: quietView(warning.quiet) }),
    ...(warning.inhibits && { inhibits: [...warning.inhibits] }),
    ...(warning.escalatedTo && { escalatedTo: warning.escalatedTo }),
    ...(warning.escalateAt && { escalateAt: warning.escalateAt.toISOString() }),
    history: warning.history.map(historyView),
    followUps: (warning.followUps ?? []).map(followUpView),
    updatedAt: warning.updatedAt.toISOString(),
    ...decideVerbs(
      warningVerbs.map((verb) => ({ verb })),
      ({ verb }) => refusalOf(verb, warning, asking)?.reason ?? null,
    ),
  };
}

function quietView({ because, by, until }: Quiet) {
  return { because, by: by.toHexString(), ...(until && { until: until.toISOString() }) };
}

function historyView({ verb, by, at, note, cause, level, divisions }: HistoryEntry) {
  return {
    verb,
    by,
    at: at.toISOString(),
    ...(note && { note }),
    ...(cause && { cause: { zh: cause.zh, en: cause.en } }),
    ...(level && { level: { from: level.from, to: level.to } }),
    ...(divisions && { divisions: { from: divisions.from, to: divisions.to } }),
  };
}

function followUpView({ number, text, by, at, knownAt, level }: FollowUp) {
  return {
    number,
    text,
    by,
    at: at.toISOString(),
    ...(knownAt && { knownAt: knownAt.toISOString() }),
    ...(level && { level: { from: level.from, to: level.to } }),
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

/** One version of a rule as this caller may see it, with what the caller may do about it. */
export function warningRuleView(rule: WarningRuleRecord, caller: Caller): z.infer<typeof ruleSchema> {
  const { _id, createdAt, supersedes, supersededBy, switchedOff, ...facts } = rule;
  const state = stateOfRule(rule);
  return ruleSchema.parse({
    ...facts,
    id: _id.toHexString(),
    version: rule.version ?? 1,
    family: familyOf(rule).toHexString(),
    state,
    ...(supersedes && { supersedes: supersedes.toHexString() }),
    ...(supersededBy && { supersededBy: supersededBy.toHexString() }),
    ...(switchedOff && {
      switchedOff: { by: switchedOff.by, at: switchedOff.at.toISOString(), reason: switchedOff.reason },
    }),
    createdAt: createdAt.toISOString(),
    ...decideVerbs(
      ruleVerbs.map((verb) => ({ verb })),
      ({ verb }) => (mayDo(caller, ruleTransitions[verb].permission, rule) ? whyRefused(state, verb) : noRight),
    ),
  });
}
