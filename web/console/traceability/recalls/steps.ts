import type { Recall } from '../../api/types.ts';
import type { LineStep } from '../../shared/StepLine.tsx';

export type RecallStep = 'draft' | 'issue' | 'answered' | 'close' | 'cancel';

interface Words {
  title(step: RecallStep): string;
  supervisor: string;
  holders: string;
  reason(text: { zh: string; en: string }): string;
}

/** Past, now and next of a recall; one that was cancelled ends there. `answered`: all holders have reported and are checked. */
export function recallLine(
  { state, createdAt, issuedAt, closedAt, allowed, refused }: Recall,
  words: Words,
): LineStep[] {
  if (state === 'cancelled')
    return [
      { key: 'draft', title: words.title('draft'), state: 'done', at: createdAt },
      { key: 'cancel', title: words.title('cancel'), state: 'done' },
    ];
  const now: RecallStep | null =
    state === 'draft' ? 'issue' : state === 'closed' ? null : allowed.includes('close') ? 'close' : 'answered';
  const steps: RecallStep[] = ['draft', 'issue', 'answered', 'close'];
  const reached = now === null ? steps.length : steps.indexOf(now);
  const times: Partial<Record<RecallStep, string | undefined>> = { draft: createdAt, issue: issuedAt, close: closedAt };
  return steps.map((step, index): LineStep => {
    const refusal = refused.find(({ verb }) => verb === (step === 'answered' ? 'close' : step));
    return {
      key: step,
      title: words.title(step),
      state: index < reached ? 'done' : index === reached ? 'now' : 'to-come',
      ...(index < reached && { at: times[step] }),
      ...(index >= reached && {
        who: step === 'answered' ? words.holders : words.supervisor,
        ...(index === reached && refusal && { refused: words.reason(refusal.reason) }),
      }),
    };
  });
}
