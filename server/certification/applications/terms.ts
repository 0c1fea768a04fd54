import { deadlineOf, type Term, workCalendar } from '../../calendar/index.ts';
import type { ApplicationKind, SchemeId } from '../schemes/schemes.ts';
import deadlinesData from './data/deadlines.json' with { type: 'json' };
import termsData from './data/terms.json' with { type: 'json' };
import type { StepName } from './rules/steps.ts';

interface Asked {
  scheme: SchemeId;
  kind: ApplicationKind;
  step: StepName;
  /** Since when the step is waited for. */
  since: Date;
  submittedAt: Date | undefined;
}

/** The kinds of deadlines that applications have. */
export const applicationDeadlines = deadlinesData;

/** Which term a step has; `undefined` where no rule known here sets one. */
export function termRow(scheme: SchemeId, kind: ApplicationKind, step: StepName) {
  return termsData.terms.find((term) => term.scheme === scheme && term.kind === kind && term.step === step);
}

/** The kinds of deadlines that applications of a scheme have, each once. */
export function termsOfScheme(scheme: SchemeId): string[] {
  return [...new Set(termsData.terms.filter((term) => term.scheme === scheme).map(({ deadline }) => deadline))];
}

/** By when a step must be taken, and by which clause; `null` where no rule known here sets a term. */
export function termOfStep({ scheme, kind, step, since, submittedAt }: Asked) {
  const row = termRow(scheme, kind, step);
  const deadline = row && deadlinesData.find((each) => each.kind === row.deadline);
  if (!deadline) return null;
  const startedAt = row.from === 'submission' ? (submittedAt ?? since) : since;
  const term: Term = { count: deadline.amount, unit: deadline.unit as Term['unit'] };
  const computed = deadlineOf(startedAt, term, workCalendar);
  return computed && { startedAt, clause: deadline.clause, ...computed };
}
