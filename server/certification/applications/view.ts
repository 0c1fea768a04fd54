import type { z } from 'zod';
import { type Bilingual, decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { demandedOf, schemeOf } from '../schemes/schemes.ts';
import { applicationTransitions, type Judged, whyRefused } from './lifecycle.ts';
import type { ApplicationRecord } from './model.ts';
import { type StepName, type StepOfLine, stepLine } from './rules/steps.ts';
import type { applicationSchema } from './schema.ts';
import { termOfStep } from './terms.ts';

export type ApplicationView = z.input<typeof applicationSchema>;

const titles: Record<StepName, Bilingual> = {
  submit: { zh: '提交', en: 'Submission' },
  accept: { zh: '受理', en: 'Acceptance' },
  review: { zh: '文件审查', en: 'Review of the documents' },
  check: { zh: '现场检查', en: 'Check on site' },
  decide: { zh: '决定', en: 'Decision' },
};

const certifier: Bilingual = { zh: '认证审查员', en: 'a certifier' };
const who: Record<StepName, Bilingual> = {
  submit: { zh: '申请主体', en: 'the producer' },
  accept: certifier,
  review: certifier,
  check: certifier,
  decide: { zh: '未参与审查、检查的另一名认证审查员', en: 'another certifier, who neither reviewed nor checked' },
};

/** What the rules look at. */
export function judgedOf(application: ApplicationRecord): Judged {
  const present = new Set(application.documents.map(({ code }) => code));
  const lacking = demandedOf(schemeOf(application.scheme), application.kind).filter(({ code }) => !present.has(code));
  return {
    state: application.state,
    lacking: lacking.map(({ name }) => name),
    producerId: application.producerId.toHexString(),
    findings: application.findings,
    recused: application.recused.map(({ by }) => by),
  };
}

/** An application as this caller may see it: where it stands, what comes next, and what this caller may do. */
export function applicationView(application: ApplicationRecord, caller: Caller): ApplicationView {
  const scheme = schemeOf(application.scheme);
  const { renews, level, statement, certificateId } = application;
  const judged = judgedOf(application);
  return {
    id: application._id.toHexString(),
    number: application.number,
    scheme: application.scheme,
    schemeName: { zh: scheme.name.zh, en: scheme.name.en },
    kind: application.kind,
    ...(renews !== undefined && { renews }),
    ...(level !== undefined && { level }),
    producerId: judged.producerId,
    producerKind: application.producerKind as ApplicationView['producerKind'],
    producerName: application.producerName,
    divisionCode: application.divisionCode,
    productName: application.productName,
    categoryCode: application.categoryCode,
    ...(statement !== undefined && { statement }),
    state: application.state,
    demanded: demandedOf(scheme, application.kind).map(({ code, name }) => ({
      code,
      name: { zh: name.zh, en: name.en },
      attachmentIds: application.documents.filter((each) => each.code === code).map(({ attachmentId }) => attachmentId),
    })),
    findings: application.findings.map(({ step, passed, note, by, at }) => ({
      step,
      passed,
      note,
      by,
      at: at.toISOString(),
    })),
    recused: application.recused.map(({ by, reason, at }) => ({ by, reason, at: at.toISOString() })),
    ...(certificateId && { certificateId: certificateId.toHexString() }),
    steps: stepLine(application.state, application.history).map((step) => stepView(step, application)),
    history: application.history.map(({ verb, by, at, note }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(note !== undefined && { note }),
    })),
    createdAt: application.createdAt.toISOString(),
    ...decideVerbs(applicationTransitions, ({ verb, permission }) =>
      holds(caller, permission) && mayDo(caller, permission, application) ? whyRefused(judged, verb, caller) : noRight,
    ),
  };
}

function stepView({ step, state, done, since }: StepOfLine, application: ApplicationRecord) {
  const { scheme, kind, history } = application;
  const submittedAt = history.findLast(({ verb }) => verb === 'submit')?.at;
  const term = since && termOfStep({ scheme, kind, step, since, submittedAt });
  return {
    step,
    title: titles[step],
    state,
    who: who[step],
    ...(done && {
      by: done.by,
      at: done.at.toISOString(),
      ...(done.note !== undefined && { note: done.note }),
    }),
    ...(term && {
      startedAt: term.startedAt.toISOString(),
      dueAt: term.due.toISOString(),
      lastDay: term.lastDay,
      clause: term.clause,
      provisional: term.provisional,
    }),
  };
}
