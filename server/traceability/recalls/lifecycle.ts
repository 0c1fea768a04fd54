import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { RecallRecord, RecallTaskRecord } from './model.ts';

type RecallState = RecallRecord['state'];
type TaskState = RecallTaskRecord['state'];

interface Transition<State, Subject> {
  from: readonly State[];
  /** Absent: it stays in its state. */
  to?: State;
  permission: Permission;
  /** Why not, although the state allows it; `null` when nothing is in the way. */
  guard?(subject: Subject): Bilingual | null;
  otherwise: Bilingual;
}

/** 召回: drafted, issued to everybody who holds the goods, closed when all have answered and the checks are done. */
export const recallTransitions = {
  issue: {
    from: ['draft'],
    to: 'open',
    permission: 'recalls:issue',
    otherwise: { zh: '召回已经发出或取消', en: 'the recall has been issued or cancelled' },
  },
  cancel: {
    from: ['draft'],
    to: 'cancelled',
    permission: 'recalls:cancel',
    otherwise: { zh: '已发出的召回不能取消，只能结束', en: 'a recall that was issued is not cancelled but closed' },
  },
  close: {
    from: ['open'],
    to: 'closed',
    permission: 'recalls:close',
    guard: ({ unanswered, unchecked }) => {
      if (unanswered > 0)
        return { zh: `还有 ${unanswered} 个持有者未回报`, en: `${unanswered} holders have not reported yet` };
      return unchecked > 0
        ? { zh: `还有 ${unchecked} 项有效性检查未做`, en: `${unchecked} effectiveness checks are not done yet` }
        : null;
    },
    otherwise: { zh: '召回未在进行', en: 'the recall is not under way' },
  },
} as const satisfies Record<string, Transition<RecallState, Standing>>;

export interface Standing {
  unanswered: number;
  unchecked: number;
}

export type RecallVerb = keyof typeof recallTransitions;
export const recallVerbs = Object.keys(recallTransitions) as RecallVerb[];

/** 召回任务: sent to a holder, who confirms that it came and says what became of the goods. */
export const taskTransitions = {
  receive: {
    from: ['sent'],
    to: 'received',
    permission: 'recall-tasks:receive',
    otherwise: { zh: '已确认收到', en: 'its receipt is confirmed already' },
  },
  report: {
    from: ['received', 'reported'],
    to: 'reported',
    permission: 'recall-tasks:report',
    guard: ({ check }) => (check ? { zh: '检查之后不能更改回报', en: 'the report was checked and stays' } : null),
    otherwise: { zh: '请先确认收到', en: 'confirm its receipt first' },
  },
  check: {
    from: ['sent', 'received', 'reported'],
    permission: 'recall-tasks:check',
    guard: ({ drawn, check }) => {
      if (!drawn) return { zh: '未被抽中检查', en: 'this holder was not drawn' };
      return check ? { zh: '检查已做', en: 'the check is done' } : null;
    },
    otherwise: { zh: '不能检查', en: 'it cannot be checked' },
  },
} as const satisfies Record<string, Transition<TaskState, Pick<RecallTaskRecord, 'drawn' | 'check'>>>;

export type TaskVerb = keyof typeof taskTransitions;
export const taskVerbs = Object.keys(taskTransitions) as TaskVerb[];

/** `null` when the verb is allowed, else why not. */
export function whyRecallRefused(verb: RecallVerb, state: RecallState, standing: Standing): Bilingual | null {
  const transition: Transition<RecallState, Standing> = recallTransitions[verb];
  if (!transition.from.includes(state)) return transition.otherwise;
  return transition.guard?.(standing) ?? null;
}

export function whyTaskRefused(verb: TaskVerb, task: RecallTaskRecord): Bilingual | null {
  const transition: Transition<TaskState, RecallTaskRecord> = taskTransitions[verb];
  if (!transition.from.includes(task.state)) return transition.otherwise;
  return transition.guard?.(task) ?? null;
}
