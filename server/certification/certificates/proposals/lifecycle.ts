import type { Bilingual } from '../../../http/fields.ts';
import type { Permission } from '../../../identity/permissions.ts';

export const proposalKinds = ['suspend', 'withdraw'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalCauses = ['failed-sample', 'penalty-decision', 'officer'] as const;
export type ProposalCause = (typeof proposalCauses)[number];

export const proposalStates = ['open', 'accepted', 'dismissed'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalVerbs = ['accept', 'dismiss'] as const;
export type ProposalVerb = (typeof proposalVerbs)[number];

interface Transition {
  verb: ProposalVerb;
  from: readonly ProposalState[];
  to: ProposalState;
  permission: Permission;
}

/** A proposal to suspend or withdraw a certificate: decided once, by somebody else than who raised it. */
export const proposalTransitions: readonly Transition[] = [
  { verb: 'accept', from: ['open'], to: 'accepted', permission: 'certificate-proposals:decide' },
  { verb: 'dismiss', from: ['open'], to: 'dismissed', permission: 'certificate-proposals:decide' },
];

export function proposalTransition(verb: ProposalVerb): Transition {
  const found = proposalTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

interface Judged {
  state: ProposalState;
  raisedBy: string;
  producerId: string;
}

/** `null` when this person may decide it so, else why not. Rights are asked apart. */
export function whyNotDecided(
  { state, raisedBy, producerId }: Judged,
  verb: ProposalVerb,
  acting: { username: string; producerId?: string | undefined },
): Bilingual | null {
  if (!proposalTransition(verb).from.includes(state))
    return { zh: '该建议已有决定', en: 'the proposal has been decided' };
  if (raisedBy === acting.username)
    return { zh: '提出建议的人不能作出决定', en: 'whoever raised it may not decide it' };
  return acting.producerId === producerId
    ? { zh: '不得决定本主体的证书（回避）', en: 'nobody decides on a certificate of the own producer' }
    : null;
}
