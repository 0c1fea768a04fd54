import { type ClientSession, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import { within } from '../../identity/rights/within.ts';
import { type TaskVerb, whyTaskRefused } from './lifecycle.ts';
import { type RecallTaskRecord, recallModels } from './model.ts';
import type { checkBody, listTasksQuery, reportBody } from './schema.ts';
import { taskView } from './view.ts';

/** 召回任务: a holder confirms and answers; a supervisor checks. */
export function createRecallTasks(context: Context) {
  const { RecallTask } = recallModels(context.connection);

  const requireTask = async (caller: Caller, id: string, permission: Permission, session?: ClientSession) => {
    const found = await RecallTask.findById(id, null, within(caller, permission))
      .session(session ?? null)
      .lean<RecallTaskRecord>();
    if (!found) throw new NotFound('There is no such recall task');
    return found;
  };

  const shownTask = async (caller: Caller, id: string) =>
    taskView(await requireTask(caller, id, 'recall-tasks:read'), caller);

  /** One verb of a task: refused by its life cycle, or done with these changes. */
  const move = async (
    caller: Caller,
    id: string,
    verb: TaskVerb,
    changes: (task: RecallTaskRecord) => Partial<RecallTaskRecord>,
  ) => {
    const permission: Permission = `recall-tasks:${verb}`;
    await inTransaction(context, actorOf(caller), async ({ session }) => {
      const task = await requireTask(caller, id, permission, session);
      const reason = whyTaskRefused(verb, task);
      if (reason) throw new IllegalTransition(reason);
      await RecallTask.updateOne(
        { _id: task._id },
        { $set: changes(task) },
        { session, ...within(caller, permission) },
      );
    });
    return shownTask(caller, id);
  };

  return {
    async listTasks(caller: Caller, query: z.infer<typeof listTasksQuery>) {
      const filter = {
        ...(query.recall && { recallId: new Types.ObjectId(query.recall) }),
        ...(query.state && { state: query.state }),
      };
      const scoped = within(caller, 'recall-tasks:read');
      const page = await findPage(RecallTask, filter, { ...query, order: 'descending' }, scoped);
      return {
        items: (page.items as RecallTaskRecord[]).map((task) => taskView(task, caller)),
        nextCursor: page.nextCursor,
      };
    },

    getTask: shownTask,

    receiveTask: (caller: Caller, id: string) =>
      move(caller, id, 'receive', () => ({
        state: 'received',
        receivedAt: context.clock(),
        receivedBy: caller.username,
      })),

    /** @throws InvalidInput for a batch that is not in the task, or more than the lot came to */
    reportTask: (caller: Caller, id: string, { batches }: z.infer<typeof reportBody>) =>
      move(caller, id, 'report', (task) => {
        const accounts = new Map(batches.map(({ batchCode, ...account }) => [batchCode, account]));
        batches.forEach(({ batchCode, onHand, returned, destroyed, sold }, index) => {
          const line = task.batches.find(({ code }) => code === batchCode);
          if (!line) throw InvalidInput.field(`/batches/${index}/batchCode`, 'is not among the batches of the task');
          if (onHand + returned + destroyed + sold > line.quantity.value + 1e-6)
            throw InvalidInput.field(
              `/batches/${index}`,
              `is more than the ${line.quantity.value} ${line.quantity.unit} of the lot`,
            );
        });
        const answered = task.batches.map((line) => {
          const account = accounts.get(line.code) ?? line.account;
          return { ...line, ...(account && { account }) };
        });
        const open = answered.filter(({ account }) => !account).map(({ code }) => code);
        if (open.length > 0) throw InvalidInput.field('/batches', `lacks ${open.join(', ')}`);
        return {
          state: 'reported',
          reportedAt: context.clock(),
          reportedBy: caller.username,
          batches: answered,
        };
      }),

    checkTask: (caller: Caller, id: string, { effective, note }: z.infer<typeof checkBody>) =>
      move(caller, id, 'check', () => ({ check: { at: context.clock(), by: caller.username, effective, note } })),
  };
}
