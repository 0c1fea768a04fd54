import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const conformityStates = ['valid', 'void', 'withdrawn'] as const;
export type ConformityState = (typeof conformityStates)[number];

export const conformityVerbs = ['void', 'withdraw'] as const;
export type ConformityVerb = (typeof conformityVerbs)[number];

interface Transition {
  verb: ConformityVerb;
  from: readonly ConformityState[];
  to: ConformityState;
  permission: Permission;
}

/** The life of a conformity certificate: void 作废 by whoever promised, withdrawn 撤销 by the department; kept in any case. */
export const conformityTransitions: readonly Transition[] = [
  { verb: 'void', from: ['valid'], to: 'void', permission: 'conformity-certificates:void' },
  { verb: 'withdraw', from: ['valid'], to: 'withdrawn', permission: 'conformity-certificates:withdraw' },
];

/** What a state means, as the reason why a step is not taken. */
export const conformityStanding: Readonly<Record<ConformityState, Bilingual>> = {
  valid: { zh: '合格证有效', en: 'the certificate holds' },
  void: { zh: '合格证已作废', en: 'the certificate is void already' },
  withdrawn: { zh: '合格证已被撤销', en: 'the certificate was withdrawn' },
};

export function transitionOf(verb: ConformityVerb): Transition {
  const found = conformityTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyRefused(state: ConformityState, verb: ConformityVerb): Bilingual | null {
  return transitionOf(verb).from.includes(state) ? null : conformityStanding[state];
}
