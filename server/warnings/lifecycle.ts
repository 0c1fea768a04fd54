import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import type { warningStates } from './schema.ts';

export type WarningState = (typeof warningStates)[number];
export type WarningVerb = keyof typeof transitions;

interface Transition {
  from: readonly WarningState[];
  to: WarningState;
  permission: Permission;
  /** Why it is refused in a state that is not in `from`. */
  refusedIn: Partial<Record<WarningState, Bilingual>>;
  refusedToOthers: Bilingual;
}

const resolved = { zh: '预警已处置完毕', en: 'The warning is resolved already' };

/** 预警处理: what people do about a warning, apart from whether its condition still holds. */
export const transitions = {
  acknowledge: {
    from: ['open'],
    to: 'acknowledged',
    permission: 'warnings:acknowledge',
    refusedIn: { acknowledged: { zh: '预警已被确认', en: 'The warning is acknowledged already' }, resolved },
    refusedToOthers: { zh: '您的角色无权确认预警', en: 'Your role may not acknowledge warnings' },
  },
  resolve: {
    from: ['open', 'acknowledged'],
    to: 'resolved',
    permission: 'warnings:resolve',
    refusedIn: { resolved },
    refusedToOthers: { zh: '您的角色无权处置预警', en: 'Your role may not resolve warnings' },
  },
} as const satisfies Record<string, Transition>;

export const warningVerbs = Object.keys(transitions) as WarningVerb[];

export type Refusal = { because: 'state' | 'permission'; reason: Bilingual };

/** Why this verb is refused now, or `null` when it is allowed. A missing right is told before a wrong state. */
export function refusalOf(
  verb: WarningVerb,
  state: WarningState,
  may: (permission: Permission) => boolean,
): Refusal | null {
  const transition: Transition = transitions[verb];
  if (!may(transition.permission)) return { because: 'permission', reason: transition.refusedToOthers };
  if (transition.from.includes(state)) return null;
  return { because: 'state', reason: transition.refusedIn[state] ?? resolved };
}
