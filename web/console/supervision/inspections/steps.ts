import type { Deadline, Inspection } from '../../api/types.ts';
import type { LineStep } from '../../shared/StepLine.tsx';

type State = Inspection['state'];

/** The step that ends each state, and the role that takes it. */
export const inspectionSteps = ['create', 'submit', 'order-rectification', 'answer', 'pass-recheck'] as const;
export type InspectionStep = (typeof inspectionSteps)[number] | 'close';

const waitedFor: Record<State, InspectionStep | null> = {
  planned: 'submit',
  begun: 'submit',
  submitted: 'order-rectification',
  rectifying: 'answer',
  answered: 'pass-recheck',
  closed: null,
};

interface Words {
  title(step: InspectionStep): string;
  who(step: InspectionStep): string;
  reason(text: { zh: string; en: string }): string;
}

/** Past, now and next of an inspection; one without serious findings is closed in place of being put right. */
export function inspectionLine(inspection: Inspection, deadlines: readonly Deadline[], words: Words): LineStep[] {
  const { state, history, findings } = inspection;
  const closedAtOnce =
    history.some(({ verb }) => verb === 'close') || (state === 'submitted' && inspection.allowed.includes('close'));
  const ordered = history.some(({ verb }) => verb === 'order-rectification');
  const line: InspectionStep[] =
    closedAtOnce || (state !== 'planned' && state !== 'begun' && findings.length === 0 && !ordered)
      ? ['create', 'submit', 'close']
      : [...inspectionSteps];
  const now = waitedFor[state];
  const current = now === 'order-rectification' && line.includes('close') ? 'close' : now;
  const reached = current === null ? line.length : line.indexOf(current);
  const due = deadlines[0];
  return line.map((step, index): LineStep => {
    const done = history.findLast(({ verb }) => verb === step);
    const refusal = inspection.refused.find(({ verb }) => verb === step);
    const shown = index < reached && done;
    return {
      key: step,
      title: words.title(step),
      state: index < reached ? (done ? 'done' : 'ended') : index === reached ? 'now' : 'to-come',
      ...(shown && { by: done.by, at: done.at, note: done.note }),
      ...(index === reached && due && { due }),
      ...(index >= reached && { who: words.who(step), ...(refusal && { refused: words.reason(refusal.reason) }) }),
    };
  });
}
