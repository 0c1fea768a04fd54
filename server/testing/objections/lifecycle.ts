import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { ObjectionRecord } from './model.ts';

export const objectionStates = [
  'raised',
  'accepted',
  'appointed',
  'in-retest',
  'decided',
  'refused',
  'withdrawn',
] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionVerbs = ['accept', 'refuse', 'appoint', 'receive-sample', 'decide', 'withdraw'] as const;
export type ObjectionVerb = (typeof objectionVerbs)[number];

type Judged = Pick<ObjectionRecord, 'state' | 'inTime'>;

interface Transition {
  verb: ObjectionVerb;
  from: readonly ObjectionState[];
  to: ObjectionState;
  permission: Permission;
  guard?(objection: Judged): Bilingual | null;
  otherwise: Bilingual;
}

/** 异议与复检: raised by whoever was tested, answered by the department, tested again by another laboratory. */
export const objectionTransitions: readonly Transition[] = [
  {
    verb: 'accept',
    from: ['raised'],
    to: 'accepted',
    permission: 'objections:decide',
    guard: ({ inTime }) =>
      inTime ? null : { zh: '已超过法定期限，不予受理', en: 'raised too late: it cannot be accepted' },
    otherwise: { zh: '异议已经答复', en: 'the objection is answered already' },
  },
  {
    verb: 'refuse',
    from: ['raised'],
    to: 'refused',
    permission: 'objections:decide',
    otherwise: { zh: '异议已经答复', en: 'the objection is answered already' },
  },
  {
    verb: 'appoint',
    from: ['accepted'],
    to: 'appointed',
    permission: 'objections:decide',
    otherwise: {
      zh: '异议未受理，或已指定复检机构',
      en: 'the objection is not accepted, or a laboratory is appointed already',
    },
  },
  {
    verb: 'receive-sample',
    from: ['appointed'],
    to: 'in-retest',
    permission: 'objections:retest',
    otherwise: { zh: '未指定复检机构，或样品已接收', en: 'no laboratory is appointed, or it has the sample already' },
  },
  {
    verb: 'decide',
    from: ['in-retest'],
    to: 'decided',
    permission: 'objections:retest',
    otherwise: { zh: '样品不在复检中', en: 'there is no re-test under way' },
  },
  {
    verb: 'withdraw',
    from: ['raised', 'accepted', 'appointed'],
    to: 'withdrawn',
    permission: 'objections:create',
    otherwise: {
      zh: '复检开始后或结束后不能撤回',
      en: 'it cannot be withdrawn once the re-test began, or when it is over',
    },
  },
];

export function objectionTransition(verb: ObjectionVerb): Transition {
  const found = objectionTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyNotNow(objection: Judged, verb: ObjectionVerb): Bilingual | null {
  const { from, guard, otherwise } = objectionTransition(verb);
  return from.includes(objection.state) ? (guard?.(objection) ?? null) : otherwise;
}
