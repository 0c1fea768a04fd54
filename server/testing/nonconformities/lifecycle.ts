import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { NonconformityRecord } from './model.ts';

export const nonconformityStates = ['open', 'assessed', 'closed'] as const;
export type NonconformityState = (typeof nonconformityStates)[number];

export const nonconformityVerbs = ['confirm', 'set-aside', 'assess', 'close'] as const;
export type NonconformityVerb = (typeof nonconformityVerbs)[number];

type Judged = Pick<NonconformityRecord, 'state' | 'history'>;

interface Transition {
  verb: NonconformityVerb;
  from: readonly NonconformityState[];
  to?: NonconformityState;
  permission: Permission;
  guard?(nonconformity: Judged, username: string): Bilingual | null;
  otherwise: Bilingual;
}

const closed: Bilingual = { zh: '该不符合工作已关闭', en: 'the nonconforming work is closed' };

/** 不符合工作 (ISO/IEC 17025:2017, 7.10): what it means is assessed, each result in doubt is settled, another person lets work go on. */
export const nonconformityTransitions: readonly Transition[] = [
  { verb: 'confirm', from: ['open', 'assessed'], permission: 'nonconformities:assess', otherwise: closed },
  { verb: 'set-aside', from: ['open', 'assessed'], permission: 'nonconformities:assess', otherwise: closed },
  {
    verb: 'assess',
    from: ['open', 'assessed'],
    to: 'assessed',
    permission: 'nonconformities:assess',
    otherwise: closed,
  },
  {
    verb: 'close',
    from: ['assessed'],
    to: 'closed',
    permission: 'nonconformities:close',
    guard: ({ history }, username) =>
      history.some(({ verb, by }) => by === username && verb !== 'open')
        ? { zh: '评估或确认过结果的人不能关闭', en: 'whoever assessed it or confirmed a result may not close it' }
        : null,
    otherwise: { zh: '尚未评估，或已关闭', en: 'it is not assessed yet, or closed' },
  },
];

export function nonconformityTransition(verb: NonconformityVerb): Transition {
  const found = nonconformityTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when this person may take the step now, else why not. Rights by role are asked apart. */
export function whyNotTaken(nonconformity: Judged, verb: NonconformityVerb, username: string): Bilingual | null {
  const { from, guard, otherwise } = nonconformityTransition(verb);
  return from.includes(nonconformity.state) ? (guard?.(nonconformity, username) ?? null) : otherwise;
}
