import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const handOverStates = ['ready', 'accepted', 'rejected'] as const;
export type HandOverState = (typeof handOverStates)[number];

export const handOverVerbs = ['accept', 'reject', 'resend'] as const;
export type HandOverVerb = (typeof handOverVerbs)[number];

interface Transition {
  verb: HandOverVerb;
  from: readonly HandOverState[];
  to: HandOverState;
  permission: Permission;
  otherwise: Bilingual;
}

const receipted: Bilingual = { zh: '已有回执', en: 'there is a receipt already' };

/** 数据交换包: made each night, fetched by the platform above, answered by a receipt; what was rejected is made anew. */
export const handOverTransitions: readonly Transition[] = [
  { verb: 'accept', from: ['ready'], to: 'accepted', permission: 'hand-overs:record-receipt', otherwise: receipted },
  { verb: 'reject', from: ['ready'], to: 'rejected', permission: 'hand-overs:record-receipt', otherwise: receipted },
  {
    verb: 'resend',
    from: ['ready', 'rejected'],
    to: 'ready',
    permission: 'hand-overs:resend',
    otherwise: { zh: '对方已接收', en: 'it was accepted' },
  },
];

export function handOverTransition(verb: HandOverVerb): Transition {
  const found = handOverTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyRefused(state: HandOverState, verb: HandOverVerb): Bilingual | null {
  const { from, otherwise } = handOverTransition(verb);
  return from.includes(state) ? null : otherwise;
}
