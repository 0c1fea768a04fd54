import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import handling from './data/handling.json' with { type: 'json' };
import type { warningStates } from './schema.ts';

export type WarningState = (typeof warningStates)[number];

export const warningVerbs = [
  'acknowledge',
  'withdraw-acknowledgement',
  'handle',
  'resolve',
  'dismiss',
  'close',
] as const;
export type WarningVerb = (typeof warningVerbs)[number];

/** What a step is decided by. */
export interface Handled {
  state: WarningState;
  history: readonly { verb: string; by: string; at: Date }[];
}

/** Who asks, and when. */
export interface Asking {
  username: string;
  now: Date;
  may(permission: Permission): boolean;
}

interface Transition {
  from: readonly WarningState[];
  to: WarningState;
  permission: Permission;
  /** Why this person may not take the step although the state allows it; `null` when the person may. */
  guard?(warning: Handled, asking: Pick<Asking, 'username' | 'now'>): Bilingual | null;
  refusedToOthers: Bilingual;
}

/** 预警处理: what people do about a warning, apart from whether its condition still holds. */
export const transitions: Readonly<Record<WarningVerb, Transition>> = {
  acknowledge: {
    from: ['open'],
    to: 'acknowledged',
    permission: 'warnings:acknowledge',
    refusedToOthers: { zh: '您的角色无权确认预警', en: 'Your role may not acknowledge warnings' },
  },
  'withdraw-acknowledgement': {
    from: ['acknowledged'],
    to: 'open',
    permission: 'warnings:acknowledge',
    guard: whyNotWithdrawn,
    refusedToOthers: { zh: '您的角色无权确认预警', en: 'Your role may not acknowledge warnings' },
  },
  handle: {
    from: ['open', 'acknowledged'],
    to: 'handling',
    permission: 'warnings:handle',
    refusedToOthers: { zh: '您的角色无权处理预警', en: 'Your role may not take warnings in hand' },
  },
  resolve: {
    from: ['open', 'acknowledged', 'handling'],
    to: 'resolved',
    permission: 'warnings:resolve',
    refusedToOthers: { zh: '您的角色无权处置预警', en: 'Your role may not resolve warnings' },
  },
  dismiss: {
    from: ['open', 'acknowledged', 'handling'],
    to: 'false-alarm',
    permission: 'warnings:dismiss',
    refusedToOthers: { zh: '您的角色无权判定误报', en: 'Your role may not call warnings false alarms' },
  },
  close: {
    from: ['resolved'],
    to: 'closed',
    permission: 'warnings:close',
    refusedToOthers: { zh: '您的角色无权关闭预警', en: 'Your role may not close warnings' },
  },
};

/** Why a step is refused to a warning in this state. */
const standing: Readonly<Record<WarningState, Bilingual>> = {
  open: { zh: '预警待确认', en: 'The warning is still open' },
  acknowledged: { zh: '预警已被确认', en: 'The warning is acknowledged already' },
  handling: { zh: '预警正在处理', en: 'The warning is being handled already' },
  resolved: { zh: '预警已处置完毕', en: 'The warning is resolved already' },
  'false-alarm': { zh: '预警已判为误报', en: 'The warning was a false alarm' },
  closed: { zh: '预警已关闭', en: 'The warning is closed' },
};

export type Refusal = { because: 'state' | 'permission'; reason: Bilingual };

/** Why this verb is refused now, or `null` when it is allowed. A missing right is told before a wrong state. */
export function refusalOf(verb: WarningVerb, warning: Handled, asking: Asking): Refusal | null {
  const { permission, refusedToOthers, from, guard } = transitions[verb];
  if (!asking.may(permission)) return { because: 'permission', reason: refusedToOthers };
  const reason = from.includes(warning.state) ? (guard?.(warning, asking) ?? null) : standing[warning.state];
  return reason && { because: 'state', reason };
}

/** A slip of the hand is taken back by whoever made it, soon. */
function whyNotWithdrawn({ history }: Handled, { username, now }: Pick<Asking, 'username' | 'now'>): Bilingual | null {
  const minutes = handling.withdrawAcknowledgementMinutes;
  const acknowledged = history.findLast(({ verb }) => verb === 'acknowledge');
  if (acknowledged?.by !== username)
    return { zh: '只有确认人可以撤回确认', en: 'Only whoever acknowledged it may take that back' };
  if (now.getTime() - acknowledged.at.getTime() > minutes * 60_000)
    return {
      zh: `确认已超过 ${minutes} 分钟，不能撤回`,
      en: `It was acknowledged more than ${minutes} minutes ago: too late to take that back`,
    };
  return null;
}
