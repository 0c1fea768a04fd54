import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const taskStates = ['open', 'done', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskVerbs = ['complete', 'withdraw'] as const;
export type TaskVerb = (typeof taskVerbs)[number];

interface Transition {
  from: readonly TaskState[];
  to: TaskState;
  permission: Permission;
}

/** 任务: given to a division, done with an outcome or withdrawn with a reason. */
export const taskTransitions: Readonly<Record<TaskVerb, Transition>> = {
  complete: { from: ['open'], to: 'done', permission: 'warning-tasks:complete' },
  withdraw: { from: ['open'], to: 'withdrawn', permission: 'warning-tasks:withdraw' },
};

const standing: Readonly<Record<TaskState, Bilingual>> = {
  open: { zh: '任务尚未完成', en: 'the task is not done yet' },
  done: { zh: '任务已完成', en: 'the task is done already' },
  withdrawn: { zh: '任务已撤回', en: 'the task was withdrawn' },
};

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyRefused(state: TaskState, verb: TaskVerb): Bilingual | null {
  return taskTransitions[verb].from.includes(state) ? null : standing[state];
}
