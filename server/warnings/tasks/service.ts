import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import type { WarningModels, WarningRecord } from '../model.ts';
import type { Raising } from '../raise.ts';
import { type TaskVerb, taskTransitions, whyRefused } from './lifecycle.ts';
import { taskModels, type WarningTaskRecord } from './model.ts';
import { overdueKey, overdueTaskWarning } from './overdue.ts';
import type { createTaskBody, listTasksQuery } from './schema.ts';
import { taskView } from './view.ts';

interface Deps {
  Warning: WarningModels['Warning'];
  raising: Pick<Raising, 'raise' | 'clear'>;
  divisionName(code: string): string;
  isDivision(code: string): boolean;
  /** `null` when there is no such account, or it is disabled. */
  callerByName(username: string): Promise<Caller | null>;
}

const byTheClock = unscoped('the clock finds what is overdue, not a person');
const atOnce = 200;

/** Who must do what by when: tasks about warnings, for divisions and their people. */
export function createTasks(context: Context, { Warning, raising, ...deps }: Deps) {
  const { WarningTask } = taskModels(context.connection);
  const viewFor = (caller: Caller) => (task: WarningTaskRecord) =>
    taskView(task, caller, deps.divisionName(task.divisionCode), context.clock());

  /** A task that reaches nobody would only come to light when it is overdue. @throws InvalidInput */
  const requireAddressee = async (divisionCode: string, assignee: string | undefined): Promise<void> => {
    if (!deps.isDivision(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
    const person = assignee === undefined ? null : await deps.callerByName(assignee);
    if (assignee !== undefined && !(person && mayDo(person, taskTransitions.complete.permission, { divisionCode })))
      throw InvalidInput.field('/assignee', 'is nobody who may complete tasks of that division');
  };

  return {
    /** @throws NotFound, Forbidden, InvalidInput */
    async createTask(caller: Caller, body: z.output<typeof createTaskBody>) {
      const warning = await Warning.findById(
        body.warningId,
        null,
        within(caller, 'warnings:read'),
      ).lean<WarningRecord>();
      if (!warning) throw new NotFound('There is no such warning');
      const divisionCode = body.divisionCode ?? warning.divisionCode;
      requireRight(caller, 'warning-tasks:create', { divisionCode });
      await requireAddressee(divisionCode, body.assignee);
      const dueAt = new Date(body.dueAt);
      if (dueAt <= context.clock()) throw InvalidInput.field('/dueAt', 'must be in the future');
      const task = {
        _id: new Types.ObjectId(),
        warningId: warning._id,
        title: warning.title,
        level: warning.level,
        divisionCode,
        ...(body.assignee && { assignee: body.assignee }),
        what: body.what,
        dueAt,
        state: 'open',
        createdBy: caller.username,
        createdAt: context.clock(),
      };
      const scoped = within(caller, 'warning-tasks:create');
      return viewFor(caller)(await createRecord(context, actorOf(caller), WarningTask, task, scoped));
    },

    async listTasks(caller: Caller, query: z.output<typeof listTasksQuery>) {
      const now = context.clock();
      const overdue = query.overdue === 'true' ? { state: 'open' as const, dueAt: { $lte: now } } : {};
      const wanted = {
        ...(query.state && { state: query.state }),
        ...(query.warning && { warningId: new Types.ObjectId(query.warning) }),
      };
      const scoped = within(caller, 'warning-tasks:read');
      const page = await findPage(WarningTask, { $and: [wanted, overdue] }, { ...query, order: 'descending' }, scoped);
      return { items: (page.items as WarningTaskRecord[]).map(viewFor(caller)), nextCursor: page.nextCursor };
    },

    async getTask(caller: Caller, id: string) {
      const task = await WarningTask.findById(id, null, within(caller, 'warning-tasks:read')).lean<WarningTaskRecord>();
      if (!task) throw new NotFound('There is no such task');
      return viewFor(caller)(task);
    },

    /** Ends the task, and with it what was warned of when it was overdue. @throws NotFound, Forbidden, IllegalTransition */
    endTask(caller: Caller, id: string, verb: TaskVerb, outcome: string) {
      const { from, to, permission } = taskTransitions[verb];
      return inTransaction(context, actorOf(caller), async (work) => {
        const task = await WarningTask.findById(id, null, within(caller, 'warning-tasks:read'))
          .session(work.session)
          .lean<WarningTaskRecord>();
        if (!task) throw new NotFound('There is no such task');
        if (!mayDo(caller, permission, task)) throw new Forbidden(`The right ${permission} does not reach that task`);
        const refused = whyRefused(task.state, verb);
        if (refused) throw new IllegalTransition(refused);
        const now = context.clock();
        const ended = await WarningTask.findOneAndUpdate(
          { _id: task._id, state: { $in: from } },
          { $set: { state: to, outcome, endedBy: caller.username, endedAt: now } },
          { session: work.session, returnDocument: 'after', ...within(caller, permission) },
        ).lean<WarningTaskRecord>();
        if (!ended) throw new IllegalTransition('Somebody else has just changed this task');
        await raising.clear(work, overdueKey(id), now);
        return viewFor(caller)(ended);
      });
    },

    /** Warns once of every open task whose time is over. */
    async warnOfOverdue(now: Date): Promise<void> {
      const overdue = { state: 'open' as const, dueAt: { $lte: now }, overdueToldAt: { $exists: false } };
      const tasks = await WarningTask.find(overdue, null, byTheClock)
        .sort({ dueAt: 1 })
        .limit(atOnce)
        .lean<WarningTaskRecord[]>();
      for (const task of tasks)
        await inTransaction(context, system('tasks'), async (work) => {
          const told = await WarningTask.findOneAndUpdate(
            { _id: task._id, state: 'open', overdueToldAt: { $exists: false } },
            { $set: { overdueToldAt: context.clock() } },
            { session: work.session, ...byTheClock },
          );
          if (told) await raising.raise(work, overdueTaskWarning(task));
        });
    },
  };
}

export type Tasks = ReturnType<typeof createTasks>;
