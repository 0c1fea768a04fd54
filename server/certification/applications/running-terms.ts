import type { Work } from '../../database/transaction.ts';
import type { ApplicationDependencies } from './dependencies.ts';
import type { ApplicationState } from './lifecycle.ts';
import type { ApplicationRecord } from './model.ts';
import { awaitedStep } from './rules/steps.ts';
import { applicationDeadlines, termRow } from './terms.ts';

const resource = 'certification-applications';

/** Starts the deadline of the step that an application waits for, and ends that of the step just taken. */
export function createRunningTerms(deadlines: ApplicationDependencies['deadlines']) {
  deadlines.register(applicationDeadlines);

  return async function moveOn(
    work: Work,
    application: ApplicationRecord,
    to: ApplicationState,
    { at, note }: { at: Date; note: string | undefined },
  ): Promise<void> {
    const { scheme, kind, number, divisionCode, producerId, history } = application;
    const id = application._id.toHexString();
    const [before, next] = [awaitedStep(application.state), awaitedStep(to)];
    if (before === next) return;
    if (to === 'withdrawn') return deadlines.voidAll(work, { resource, id }, note ?? '');
    const ended = before && termRow(scheme, kind, before);
    if (ended) await deadlines.meetDeadline(work, { kind: ended.deadline, resource, id }, at);
    const row = next && termRow(scheme, kind, next);
    if (!row) return;
    const submittedAt = history.findLast(({ verb }) => verb === 'submit')?.at ?? at;
    await deadlines.startDeadline(work, {
      kind: row.deadline,
      subject: { resource, id, label: number },
      // The county's certifiers see to it, wherever in the county the producer is.
      divisionCode: divisionCode.slice(0, 6),
      producerId: producerId.toHexString(),
      responsible: { role: 'certifier' },
      startedBy: row.from === 'submission' ? 'submit' : (before ?? 'submit'),
      startedAt: row.from === 'submission' ? submittedAt : at,
    });
  };
}
