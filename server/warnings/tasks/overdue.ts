import type { NewWarning } from '../raise.ts';
import type { WarningTaskRecord } from './model.ts';

export const overdueKey = (id: string): string => `overdue-task|${id}`;

/** 任务逾期: one level of urgency for all; what it is about has a warning of its own. */
export function overdueTaskWarning(task: WarningTaskRecord): NewWarning {
  const { title, what, divisionCode, dueAt, assignee } = task;
  const due = dueAt.toISOString();
  return {
    kind: 'overdue-task',
    level: 'yellow',
    title: { zh: `任务逾期：${title.zh}`, en: `Task overdue: ${title.en}` },
    detail: {
      zh: `${assignee ? `责任人 ${assignee}，` : ''}应于 ${due} 前完成：${what}`,
      en: `${assignee ? `For ${assignee}; ` : ''}to be done by ${due}: ${what}`,
    },
    divisionCode,
    conditionKey: overdueKey(task._id.toHexString()),
    at: dueAt,
  };
}
