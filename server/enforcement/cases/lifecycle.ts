import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import {
  type Asking,
  all,
  anyDue,
  byItsOfficers,
  crimeDealtWith,
  discussedWhereGrave,
  fineUnpaid,
  hearingDue,
  hearingOpen,
  investigated,
  type Judged,
  legallyReviewed,
  measuresDone,
  noRemedyOpen,
  notByItsOfficers,
  notByItsReviewers,
  nothingHeld,
  noticeServed,
  noticeUnserved,
  overdue,
  paidInFull,
  partyHeard,
  partyNamed,
  publishable,
  published,
  remedyOpen,
  ripeForCourt,
  stands,
  withinLimitation,
} from './guards.ts';
import { type CaseState, type CaseVerb, caseVerbs } from './states.ts';

export interface CaseTransition {
  from: readonly CaseState[];
  /** Absent: it stays in its state. */
  to?: CaseState;
  permission: Permission;
  /** Why not, although the state allows it; `null` when nothing is in the way. */
  guard?(found: Judged, asking: Asking): Bilingual | null;
  otherwise: Bilingual;
}

const undecided = ['clue', 'verified', 'filed', 'in-review', 'reviewed', 'notified', 'heard'] as const;
const afterDecision = ['decided', 'served', 'executed', 'closed'] as const;
const notDecided: Bilingual = {
  zh: '尚未作出处罚决定，或者案件已了结',
  en: 'there is no decision, or the case is over',
};
const notServed: Bilingual = {
  zh: '决定书尚未送达，或者已执行完毕',
  en: 'the decision is not served, or carried out already',
};
const notNotified: Bilingual = { zh: '不在告知阶段', en: 'it is not in the time of the prior notice' };

/** 农业行政处罚案件: ordinary and summary procedure in one table. */
export const caseTransitions: Readonly<Record<CaseVerb, CaseTransition>> = {
  'name-party': {
    from: ['clue', 'verified', 'filed'],
    permission: 'cases:investigate',
    otherwise: { zh: '调查终结后不能更改当事人', en: 'the party stays once the investigation ended' },
  },
  verify: {
    from: ['clue'],
    to: 'verified',
    permission: 'cases:investigate',
    guard: partyNamed,
    otherwise: { zh: '线索已经核查', en: 'the clue is verified already' },
  },
  file: {
    from: ['verified'],
    to: 'filed',
    permission: 'cases:approve',
    guard: all(notByItsOfficers, withinLimitation),
    otherwise: { zh: '线索尚未核查，或者已经立案', en: 'the clue is not verified, or the case is filed already' },
  },
  drop: {
    from: undecided,
    to: 'dropped',
    permission: 'cases:approve',
    guard: all(notByItsOfficers, nothingHeld),
    otherwise: { zh: '已作出决定或者已了结', en: 'it is decided or over' },
  },
  recuse: {
    from: ['verified', 'filed', 'in-review', 'reviewed', 'notified', 'heard'],
    permission: 'cases:approve',
    otherwise: { zh: '没有执法人员可以更换', en: 'there is no officer to replace' },
  },
  'record-finding': {
    from: ['filed'],
    permission: 'cases:investigate',
    guard: byItsOfficers,
    otherwise: { zh: '不在调查阶段', en: 'it is not under investigation' },
  },
  'clear-of-crime': {
    from: ['verified', 'filed', 'in-review', 'reviewed', 'notified', 'heard'],
    permission: 'cases:approve',
    guard: notByItsOfficers,
    otherwise: { zh: '不在办理中', en: 'it is not under way' },
  },
  submit: {
    from: ['filed'],
    to: 'in-review',
    permission: 'cases:investigate',
    guard: all(byItsOfficers, investigated),
    otherwise: { zh: '不在调查阶段', en: 'it is not under investigation' },
  },
  return: {
    from: ['in-review', 'reviewed'],
    to: 'filed',
    permission: 'cases:review',
    guard: notByItsOfficers,
    otherwise: { zh: '没有待审核的调查报告', en: 'there is no report to return' },
  },
  review: {
    from: ['in-review'],
    to: 'reviewed',
    permission: 'cases:review',
    guard: notByItsOfficers,
    otherwise: { zh: '没有待审核的调查报告', en: 'there is no report to review' },
  },
  notify: {
    from: ['reviewed', 'heard'],
    to: 'notified',
    permission: 'cases:approve',
    guard: all(notByItsOfficers, crimeDealtWith),
    otherwise: { zh: '案件尚未审核', en: 'the case is not reviewed yet' },
  },
  'serve-notice': {
    from: ['notified'],
    permission: 'cases:investigate',
    guard: all(byItsOfficers, noticeUnserved),
    otherwise: notNotified,
  },
  'state-defence': {
    from: ['notified'],
    permission: 'cases:investigate',
    guard: all(byItsOfficers, noticeServed),
    otherwise: notNotified,
  },
  'request-hearing': {
    from: ['notified'],
    permission: 'cases:investigate',
    guard: all(byItsOfficers, noticeServed, hearingOpen),
    otherwise: notNotified,
  },
  'hold-hearing': {
    from: ['notified'],
    permission: 'cases:review',
    guard: all(notByItsOfficers, hearingDue),
    otherwise: notNotified,
  },
  'end-hearing': {
    from: ['notified'],
    permission: 'cases:review',
    guard: all(notByItsOfficers, hearingDue),
    otherwise: notNotified,
  },
  conclude: {
    from: ['notified'],
    to: 'heard',
    permission: 'cases:investigate',
    guard: byItsOfficers,
    otherwise: notNotified,
  },
  'legal-review': {
    from: ['reviewed', 'notified', 'heard'],
    permission: 'cases:review',
    guard: notByItsOfficers,
    otherwise: { zh: '不在法制审核阶段', en: 'it is not in the time of legal review' },
  },
  discuss: {
    from: ['heard'],
    permission: 'cases:approve',
    guard: notByItsOfficers,
    otherwise: { zh: '当事人意见尚未听取完毕', en: 'the party was not heard to the end yet' },
  },
  decide: {
    from: ['heard'],
    to: 'decided',
    permission: 'cases:approve',
    guard: all(notByItsOfficers, notByItsReviewers, crimeDealtWith, legallyReviewed, discussedWhereGrave),
    otherwise: {
      zh: '未告知并听取当事人意见，不得作出决定',
      en: 'no decision before the party was told and heard',
    },
  },
  'not-punish': {
    from: ['reviewed', 'heard'],
    to: 'not-punished',
    permission: 'cases:approve',
    guard: all(notByItsOfficers, crimeDealtWith, nothingHeld),
    otherwise: { zh: '案件尚未审核，或者已作出决定', en: 'the case is not reviewed, or decided already' },
  },
  'decide-on-the-spot': {
    from: ['verified'],
    to: 'decided',
    permission: 'cases:investigate',
    guard: all(byItsOfficers, withinLimitation, crimeDealtWith),
    otherwise: { zh: '简易程序只用于未立案的线索', en: 'the summary procedure is for what was not filed' },
  },
  serve: {
    from: ['decided'],
    to: 'served',
    permission: 'cases:investigate',
    guard: all(byItsOfficers, stands),
    otherwise: { zh: '没有待送达的决定书', en: 'there is no decision to serve' },
  },
  'allow-instalments': {
    from: ['served'],
    permission: 'cases:approve',
    guard: all(notByItsOfficers, stands, fineUnpaid),
    otherwise: notServed,
  },
  pay: {
    from: ['served'],
    permission: 'cases:investigate',
    guard: all(byItsOfficers, stands, anyDue),
    otherwise: notServed,
  },
  fulfil: {
    from: ['served'],
    permission: 'cases:investigate',
    guard: all(byItsOfficers, stands),
    otherwise: notServed,
  },
  remind: {
    from: ['served'],
    permission: 'cases:investigate',
    guard: all(byItsOfficers, stands, anyDue, overdue, noRemedyOpen),
    otherwise: notServed,
  },
  'apply-for-enforcement': {
    from: ['served'],
    permission: 'cases:approve',
    guard: all(notByItsOfficers, stands, anyDue, overdue, ripeForCourt),
    otherwise: notServed,
  },
  complete: {
    from: ['served'],
    to: 'executed',
    permission: 'cases:investigate',
    guard: all(byItsOfficers, stands, noRemedyOpen, paidInFull, measuresDone),
    otherwise: notServed,
  },
  close: {
    from: ['executed'],
    to: 'closed',
    permission: 'cases:approve',
    guard: all(notByItsOfficers, stands, nothingHeld),
    otherwise: { zh: '尚未执行完毕，或者已经结案', en: 'it is not carried out, or closed already' },
  },
  'open-remedy': {
    from: afterDecision,
    permission: 'cases:investigate',
    guard: noRemedyOpen,
    otherwise: notDecided,
  },
  'end-remedy': {
    from: afterDecision,
    permission: 'cases:approve',
    guard: all(notByItsOfficers, remedyOpen),
    otherwise: notDecided,
  },
  correct: { from: afterDecision, permission: 'cases:approve', guard: notByItsOfficers, otherwise: notDecided },
  withdraw: {
    from: afterDecision,
    to: 'withdrawn',
    permission: 'cases:approve',
    guard: notByItsOfficers,
    otherwise: notDecided,
  },
  transfer: {
    from: undecided,
    to: 'transferred',
    permission: 'cases:approve',
    guard: notByItsOfficers,
    otherwise: { zh: '已作出决定或者已了结', en: 'it is decided or over' },
  },
  'take-back': {
    from: ['transferred'],
    to: 'clue',
    permission: 'cases:approve',
    guard: notByItsOfficers,
    otherwise: { zh: '案件没有移送', en: 'the case was not transferred' },
  },
  publish: { from: afterDecision, permission: 'cases:publish', guard: all(stands, publishable), otherwise: notDecided },
  'remove-publication': {
    from: [...afterDecision, 'withdrawn'],
    permission: 'cases:publish',
    guard: published,
    otherwise: notDecided,
  },
};

/** `null` when the step can be taken now by whoever asks, else why not. Rights by role are asked apart. */
export function whyRefused(found: Judged, verb: CaseVerb, asking: Asking): Bilingual | null {
  const { from, guard, otherwise } = caseTransitions[verb];
  return from.includes(found.state) ? (guard?.(found, asking) ?? null) : otherwise;
}

/** `conclude` looks at more than the state and who asks: at what the request says of a waiver. */
export const whyNotConcluded = partyHeard;

export const caseSteps = caseVerbs.map((verb) => ({ verb, ...caseTransitions[verb] }));
