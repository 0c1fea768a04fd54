import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const complaintStates = ['received', 'assigned', 'handling', 'answered', 'closed', 'transferred'] as const;
export type ComplaintState = (typeof complaintStates)[number];
export type ComplaintVerb = 'assign' | 'accept' | 'answer' | 'transfer' | 'close';

interface Transition {
  verb: ComplaintVerb;
  from: readonly ComplaintState[];
  to: ComplaintState;
  permission: Permission;
  otherwise: Bilingual;
}

const over: Bilingual = { zh: '投诉举报已经答复或移送', en: 'it is answered or passed on already' };

/** 投诉举报: received, given to the division in charge, handled and answered; or passed on to whoever is competent. */
export const complaintTransitions: readonly Transition[] = [
  { verb: 'assign', from: ['received', 'assigned'], to: 'assigned', permission: 'complaints:assign', otherwise: over },
  {
    verb: 'accept',
    from: ['received', 'assigned'],
    to: 'handling',
    permission: 'complaints:handle',
    otherwise: { zh: '投诉举报已经受理', en: 'it is taken up already' },
  },
  {
    verb: 'answer',
    from: ['handling'],
    to: 'answered',
    permission: 'complaints:handle',
    otherwise: { zh: '尚未受理，或已经答复', en: 'it is not taken up yet, or answered already' },
  },
  {
    verb: 'transfer',
    from: ['received', 'assigned', 'handling'],
    to: 'transferred',
    permission: 'complaints:handle',
    otherwise: over,
  },
  {
    verb: 'close',
    from: ['answered'],
    to: 'closed',
    permission: 'complaints:handle',
    otherwise: { zh: '尚未答复，或已经办结', en: 'it is not answered yet, or closed already' },
  },
];

export function complaintTransition(verb: ComplaintVerb): Transition {
  const found = complaintTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

export function whyNotNow({ state }: { state: ComplaintState }, verb: ComplaintVerb): Bilingual | null {
  const { from, otherwise } = complaintTransition(verb);
  return from.includes(state) ? null : otherwise;
}
