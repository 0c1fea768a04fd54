import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const ruleStates = ['in-force', 'switched-off', 'superseded'] as const;
export type RuleState = (typeof ruleStates)[number];

export const ruleVerbs = ['supersede', 'switch-off', 'switch-on'] as const;
export type RuleVerb = (typeof ruleVerbs)[number];

interface Transition {
  from: readonly RuleState[];
  to: RuleState;
  permission: Permission;
}

/** 规则版本: a rule is never edited; another version takes its place, or it is switched off with a reason. */
export const ruleTransitions: Readonly<Record<RuleVerb, Transition>> = {
  supersede: { from: ['in-force', 'switched-off'], to: 'superseded', permission: 'warning-rules:supersede' },
  'switch-off': { from: ['in-force'], to: 'switched-off', permission: 'warning-rules:switch' },
  'switch-on': { from: ['switched-off'], to: 'in-force', permission: 'warning-rules:switch' },
};

const standing: Readonly<Record<RuleState, Bilingual>> = {
  'in-force': { zh: '规则正在生效', en: 'the rule is in force' },
  'switched-off': { zh: '规则已停用', en: 'the rule is switched off already' },
  superseded: { zh: '规则已被新版本取代', en: 'a newer version has taken its place' },
};

export function stateOfRule(rule: { supersededBy?: unknown; switchedOff?: unknown }): RuleState {
  if (rule.supersededBy) return 'superseded';
  return rule.switchedOff ? 'switched-off' : 'in-force';
}

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyRefused(state: RuleState, verb: RuleVerb): Bilingual | null {
  return ruleTransitions[verb].from.includes(state) ? null : standing[state];
}
