import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { taskTransitions, taskVerbs, whyRefused } from './lifecycle.ts';
import type { WarningTaskRecord } from './model.ts';

/** One task as this caller may see it, with what the caller may do about it. */
export function taskView(task: WarningTaskRecord, caller: Caller, divisionName: string, now: Date) {
  return {
    id: task._id.toHexString(),
    warningId: task.warningId.toHexString(),
    title: { zh: task.title.zh, en: task.title.en },
    level: task.level,
    divisionCode: task.divisionCode,
    divisionName,
    ...(task.assignee && { assignee: task.assignee }),
    what: task.what,
    dueAt: task.dueAt.toISOString(),
    overdue: task.state === 'open' && task.dueAt <= now,
    state: task.state,
    createdBy: task.createdBy,
    createdAt: task.createdAt.toISOString(),
    ...(task.endedBy && { endedBy: task.endedBy }),
    ...(task.endedAt && { endedAt: task.endedAt.toISOString() }),
    ...(task.outcome && { outcome: task.outcome }),
    ...decideVerbs(
      taskVerbs.map((verb) => ({ verb })),
      ({ verb }) => (mayDo(caller, taskTransitions[verb].permission, task) ? whyRefused(task.state, verb) : noRight),
    ),
  };
}
