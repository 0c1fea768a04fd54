import type { ApplicationState } from '../lifecycle.ts';

export const stepNames = ['submit', 'accept', 'review', 'check', 'decide'] as const;
export type StepName = (typeof stepNames)[number];

/** Which step each state waits for; absent: none, it is over. */
const awaited: Partial<Record<ApplicationState, StepName>> = {
  draft: 'submit',
  returned: 'submit',
  submitted: 'accept',
  accepted: 'review',
  reviewed: 'check',
  checked: 'decide',
};

/** The step that an application in this state waits for; `undefined` once it is over. */
export function awaitedStep(state: ApplicationState): StepName | undefined {
  return awaited[state];
}

/** The verb with which each step is taken. */
const verbsOf: Record<StepName, readonly string[]> = {
  submit: ['submit'],
  accept: ['accept'],
  review: ['review'],
  check: ['check'],
  decide: ['grant', 'refuse'],
};

interface Entry {
  verb: string;
  by: string;
  at: Date;
  note?: string;
}

export interface StepOfLine {
  step: StepName;
  state: 'done' | 'now' | 'to-come' | 'ended';
  done?: Entry;
  /** Since when it is waited for. */
  since?: Date;
}

/** The steps of an application in a line: done with who and when, the one that is due, and those to come. */
export function stepLine(state: ApplicationState, history: readonly Entry[]): StepOfLine[] {
  const now = awaited[state];
  const returned = history.findLastIndex(({ verb }) => verb === 'return');
  return stepNames.map((step, index): StepOfLine => {
    const done = history.findLast(({ verb }, place) => place > returned && verbsOf[step].includes(verb));
    if (step === now) return { step, state: 'now', since: waitingSince(history) };
    if (done) return { step, state: 'done', done };
    return { step, state: now !== undefined && index > stepNames.indexOf(now) ? 'to-come' : 'ended' };
  });
}

/** Declaring a conflict or changing a draft takes no step. */
function waitingSince(history: readonly Entry[]): Date {
  const found = history.findLast(({ verb }) => verb !== 'recuse' && verb !== 'change');
  return found?.at ?? new Date(0);
}
