import type { Complaint, Deadline } from '../../api/types.ts';
import type { LineStep } from '../../shared/StepLine.tsx';

export type ComplaintStep = 'create' | 'assign' | 'accept' | 'answer' | 'transfer' | 'close';

const waitedFor: Record<Complaint['state'], ComplaintStep | null> = {
  received: 'accept',
  assigned: 'accept',
  handling: 'answer',
  answered: 'close',
  closed: null,
  transferred: null,
};

interface Words {
  title(step: ComplaintStep): string;
  who: string;
  reason(text: { zh: string; en: string }): string;
}

/** Past, now and next of a complaint; one that was passed on ends there. */
export function complaintLine(complaint: Complaint, deadlines: readonly Deadline[], words: Words): LineStep[] {
  const { state, history, receivedAt, receivedBy, allowed, refused } = complaint;
  const did = (step: ComplaintStep) => history.findLast(({ verb }) => verb === step);
  const steps: ComplaintStep[] = [
    'create',
    ...(did('assign') || allowed.includes('assign') ? (['assign'] as const) : []),
    'accept',
    ...(state === 'transferred' ? (['transfer'] as const) : (['answer', 'close'] as const)),
  ];
  const now = waitedFor[state];
  const reached = now === null ? steps.length : steps.indexOf(now);
  return steps.map((step, index): LineStep => {
    const entry = step === 'create' ? { by: receivedBy, at: receivedAt, note: undefined } : did(step);
    const refusal = refused.find(({ verb }) => verb === step);
    const waits = index === reached;
    return {
      key: step,
      title: words.title(step),
      state: waits
        ? 'now'
        : index > reached
          ? 'to-come'
          : entry
            ? 'done'
            : step === 'assign' && now
              ? 'to-come'
              : 'ended',
      ...(index < reached && entry && { by: entry.by, at: entry.at, note: entry.note }),
      ...(waits && deadlines[0] && { due: deadlines[0] }),
      ...(index >= reached && { who: words.who, ...(refusal && { refused: words.reason(refusal.reason) }) }),
    };
  });
}
