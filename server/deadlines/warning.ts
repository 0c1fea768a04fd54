import type { NewWarning } from '../warnings/index.ts';
import type { DeadlineKind } from './kinds.ts';
import type { DeadlineRecord } from './model.ts';

export const warningKey = (id: string): string => `deadline|${id}`;

/** 期限将至、期限已过: one condition, whose warning rises from blue to yellow. */
export function deadlineWarning(deadline: DeadlineRecord, kind: DeadlineKind, at: Date): NewWarning {
  const { subject, divisionCode, lastDay, dueAt, clause } = deadline;
  const passed = dueAt <= at;
  const by = deadline.unit === 'hour' ? dueAt.toISOString() : lastDay;
  const { title, consequence } = kind;
  return {
    kind: 'overdue-task',
    level: passed ? 'yellow' : 'blue',
    title: passed
      ? { zh: `期限已过：${title.zh}`, en: `Deadline passed: ${title.en}` }
      : { zh: `期限将至：${title.zh}`, en: `Deadline near: ${title.en}` },
    detail: {
      zh: `${subject.label}：最迟 ${by}（${clause}）${passed && consequence ? `。${consequence.zh}` : ''}`,
      en: `${subject.label}: by ${by} at the latest (${clause})${passed && consequence ? `. ${consequence.en}` : ''}`,
    },
    divisionCode,
    conditionKey: warningKey(deadline._id.toHexString()),
    at: passed ? dueAt : at,
  };
}
