import type { Deadline, Objection } from '../../api/types.ts';
import type { LineStep } from '../../shared/StepLine.tsx';
import type { ObjectionVerb } from './queries.ts';

export type ObjectionStep = 'raise' | ObjectionVerb;

const usual: ObjectionStep[] = ['raise', 'accept', 'appoint', 'receive-sample', 'decide'];
const reached: Record<Objection['state'], number> = {
  raised: 1,
  accepted: 2,
  appointed: 3,
  'in-retest': 4,
  decided: 5,
  refused: 1,
  withdrawn: 1,
};

interface Words {
  title(step: ObjectionStep): string;
  who(step: ObjectionStep): string;
  reason(text: { zh: string; en: string }): string;
}

/** Past, now and next of an objection; one that was refused or taken back ends there. */
export function objectionLine(objection: Objection, deadlines: readonly Deadline[], words: Words): LineStep[] {
  const { state, history, raisedBy, raisedAt, refused } = objection;
  const did = (step: ObjectionStep) => history.findLast(({ verb }) => verb === step);
  const end = state === 'refused' ? 'refuse' : state === 'withdrawn' ? 'withdraw' : null;
  const taken = usual.filter((step) => step === 'raise' || did(step));
  const steps = end ? [...taken, end as ObjectionStep] : usual;
  const now = end ? steps.length : reached[state];
  return steps.map((step, index): LineStep => {
    const entry = step === 'raise' ? { by: raisedBy, at: raisedAt, reason: undefined } : did(step);
    const refusal = refused.find(({ verb }) => verb === step);
    return {
      key: step,
      title: words.title(step),
      state: index < now ? 'done' : index === now ? 'now' : 'to-come',
      ...(index < now && entry && { by: entry.by, at: entry.at, note: entry.reason }),
      ...(index === now && deadlines[0] && { due: deadlines[0] }),
      ...(index >= now && { who: words.who(step), ...(refusal && { refused: words.reason(refusal.reason) }) }),
    };
  });
}
