import type { z } from 'zod';
import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
import type { Caller } from '../../identity/caller.ts';
import { caseTransitions } from './lifecycle.ts';
import {
  caseSchema,
  closeBody,
  concludeBody,
  correctionBody,
  courtBody,
  createCaseBody,
  decideBody,
  defenceBody,
  discussBody,
  emptyBody,
  fileBody,
  findingBody,
  fulfilBody,
  hearingBody,
  hearingEndBody,
  hearingRequestBody,
  instalmentsBody,
  legalReviewBody,
  listCasesQuery,
  noPenaltyBody,
  partyBody,
  payBody,
  penaltyBody,
  reasonBody,
  recuseBody,
  remedyBody,
  remedyEndBody,
  removalBody,
  revealedPartySchema,
  reviewBody,
  servedBody,
  transferBody,
  verifyBody,
} from './schema.ts';
import type { Cases } from './service.ts';
import type { CaseVerb } from './states.ts';
import type { CaseView } from './view.ts';

const tag = 'enforcement';

const takeStep = stepsOf({ path: '/api/v1/cases', tag, answer: caseSchema });

/** Who may take a step stands in the table of the life cycle. */
function step<Body extends z.ZodType>(
  verb: CaseVerb,
  summary: string,
  body: Body,
  take: (caller: Caller, id: string, body: z.output<Body>) => Promise<CaseView>,
): Route {
  return takeStep(verb, summary, caseTransitions[verb].permission, body, take);
}

export function caseRoutes(cases: Cases): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/cases',
      tag,
      summary: 'Cases 行政处罚案件 of the division, newest first; seen by enforcement alone',
      access: 'cases:read',
      query: listCasesQuery,
      answer: pageOf(caseSchema),
      handle: ({ caller, query }) => cases.listCases(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/cases',
      tag,
      summary: 'Open a case from a clue',
      access: 'cases:create',
      status: 201,
      body: createCaseBody,
      answer: caseSchema,
      handle: ({ caller, body }) => cases.createCase(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/cases/{id}',
      tag,
      summary: 'One case: what was done by whom, which terms run, what may be done next by whom and why not',
      access: 'cases:read',
      params: byId,
      answer: caseSchema,
      handle: ({ caller, params }) => cases.getCase(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/cases/{id}/reveal',
      tag,
      summary: 'See the party in the clear, with the reason; the audit log keeps who saw it',
      access: 'cases:reveal',
      params: byId,
      body: reasonBody,
      answer: revealedPartySchema,
      handle: ({ caller, params, body }) => cases.revealParty(caller, params.id, body.reason),
    }),
    ...filingSteps(cases),
    ...hearingSteps(cases),
    ...decisionSteps(cases),
    ...executionSteps(cases),
  ];
}

function filingSteps(cases: Cases): Route[] {
  return [
    step('name-party', 'Name the party 当事人; what is personal is kept encrypted', partyBody, cases.nameParty),
    step(
      'verify',
      'The clue is verified: which acts, and the two officers who take the case',
      verifyBody,
      cases.verify,
    ),
    step('file', 'File the case 立案: by the head, not by its officers', fileBody, cases.file),
    step('drop', 'Drop the case before it is decided', reasonBody, (caller, id, { reason }) =>
      cases.drop(caller, id, reason),
    ),
    step('recuse', 'Another officer takes the place of one who must avoid the case 回避', recuseBody, cases.recuse),
    step('record-finding', 'What the investigation found', findingBody, cases.recordFinding),
    step(
      'clear-of-crime',
      'Why the case is not transferred to the police although a crime was suspected',
      reasonBody,
      (caller, id, { reason }) => cases.clearOfCrime(caller, id, reason),
    ),
    step('submit', 'The investigation is over: hand the report in for review', emptyBody, cases.submit),
    step(
      'return',
      'Send the report back to the officers, with what is missing',
      reviewBody,
      (caller, id, { opinion }) => cases.returnReport(caller, id, opinion),
    ),
    step('review', 'Review 案件审核, by another person', reviewBody, (caller, id, { opinion }) =>
      cases.review(caller, id, opinion),
    ),
    step('transfer', 'Transfer the case to the police or another authority', transferBody, cases.transfer),
    step('take-back', 'The other authority did not take the case up', reasonBody, (caller, id, { reason }) =>
      cases.takeBack(caller, id, reason),
    ),
  ];
}

function hearingSteps(cases: Cases): Route[] {
  return [
    step(
      'notify',
      'Prior notice 事先告知 of the penalty that is intended, within the range of the law',
      penaltyBody,
      cases.notify,
    ),
    step('serve-notice', 'The notice reached the party: the terms to speak begin', servedBody, cases.serveNotice),
    step('state-defence', 'The party made a statement or defence 陈述申辩', defenceBody, cases.stateDefence),
    step(
      'request-hearing',
      'The party asks for a hearing 听证, within 5 working days',
      hearingRequestBody,
      cases.requestHearing,
    ),
    step('hold-hearing', 'The hearing was held, by you as presider', hearingBody, cases.holdHearing),
    step(
      'end-hearing',
      'The hearing ends 终止听证: the party stayed away, left, or withdrew its request, and has given up the hearing',
      hearingEndBody,
      cases.endHearing,
    ),
    step('conclude', 'The party was heard, waived it in writing, or let the time go by', concludeBody, cases.conclude),
    step(
      'legal-review',
      'Legal review 法制审核, by somebody with the legal qualification',
      legalReviewBody,
      cases.legalReview,
    ),
    step('discuss', 'The heads discussed the case together 集体讨论', discussBody, cases.discuss),
  ];
}

function decisionSteps(cases: Cases): Route[] {
  return [
    step('decide', 'Decide 处罚决定, within the range and never heavier than notified', decideBody, cases.decide),
    step('not-punish', 'Decide not to punish 不予处罚, on which ground', noPenaltyBody, cases.notPunish),
    step('decide-on-the-spot', 'Decide in the summary procedure 当场处罚', decideBody, cases.decideOnTheSpot),
    step(
      'serve',
      'The decision reached the party, with the proof; the term of payment begins',
      servedBody,
      cases.serve,
    ),
    step('correct', 'Correct what was written wrongly in the decision 补正', correctionBody, (caller, id, { text }) =>
      cases.correct(caller, id, text),
    ),
    step(
      'withdraw',
      'Withdraw the decision 撤销; what was published is taken back',
      reasonBody,
      (caller, id, { reason }) => cases.withdraw(caller, id, reason),
    ),
    step('publish', 'Publish the decision 公示, where the rules on credit allow it', emptyBody, cases.publish),
    step('remove-publication', 'Take what was published back', removalBody, cases.removePublication),
  ];
}

function executionSteps(cases: Cases): Route[] {
  return [
    step('allow-instalments', 'Allow instalments or a later day 分期、延期', instalmentsBody, cases.allowInstalments),
    step('pay', 'A part of the fine, or of the surcharge, was paid', payBody, cases.pay),
    step('fulfil', 'Another measure was carried out', fulfilBody, cases.fulfil),
    step('remind', 'The party was reminded 催告', servedBody, cases.remind),
    step('apply-for-enforcement', 'The court was asked for compulsory execution', courtBody, cases.applyForEnforcement),
    step('complete', 'The penalty is carried out', emptyBody, cases.complete),
    step('close', 'Close the case 结案, with the closing report', closeBody, (caller, id, { report }) =>
      cases.close(caller, id, report),
    ),
    step('open-remedy', 'The party asked for reconsideration, or went to court', remedyBody, cases.openRemedy),
    step('end-remedy', 'Reconsideration or lawsuit ended, and how', remedyEndBody, cases.endRemedy),
  ];
}
