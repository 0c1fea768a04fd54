import { workCalendar } from '../calendar/index.ts';
import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { createRounds } from '../jobs/rounds.ts';
import type { WarningsService } from '../warnings/index.ts';
import type { DeadlineKinds } from './kinds.ts';
import { deadlineTransitions } from './lifecycle.ts';
import type { DeadlineModels, DeadlineRecord } from './model.ts';
import { computeDue, reminders } from './rules/due.ts';
import { type Running, termOf } from './running.ts';
import { deadlineWarning } from './warning.ts';

const everyMs = 30_000;
const atOnce = 200;
const byTheClock = unscoped('the clock finds what is due, not a person');

interface Parts extends DeadlineModels {
  kinds: DeadlineKinds;
  running: Pick<Running, 'write' | 'recompute'>;
  warnings: Pick<WarningsService, 'raise'>;
}

/** What the clock does with deadlines: reminds of those that are near, and marks those that have passed. */
export function createRound(context: Context, { Deadline, kinds, running, warnings }: Parts) {
  const actor = system('deadlines');

  const pass = (found: DeadlineRecord, now: Date) =>
    inTransaction(context, actor, async (work) => {
      const deadline = await Deadline.findById(found._id, null, byTheClock)
        .session(work.session)
        .lean<DeadlineRecord>();
      if (deadline?.state !== 'running' || deadline.dueAt > now) return;
      const kind = kinds.get(deadline.kind);
      const lapses = kind.whenPassed === 'lapse';
      const passed = await running.write(work, deadline, {
        $set: {
          state: deadlineTransitions[lapses ? 'lapse' : 'pass'].to,
          passedAt: now,
          ...(lapses && { endedAt: deadline.dueAt }),
        },
        $unset: { warnAt: 1, ...(lapses && { openKey: 1 }) },
      });
      if (!lapses) await warnings.raise(work, deadlineWarning(passed, kind, now));
      await kinds.handlerOf(kind.kind)?.(work, passed, now);
    });

  const remind = (found: DeadlineRecord, now: Date) =>
    inTransaction(context, actor, async (work) => {
      const deadline = await Deadline.findById(found._id, null, byTheClock)
        .session(work.session)
        .lean<DeadlineRecord>();
      if (deadline?.state !== 'running' || !deadline.warnAt || deadline.warnAt > now) return;
      const kind = kinds.get(deadline.kind);
      const due = computeDue({ ...deadline, term: termOf(deadline) }, workCalendar);
      const next = due && reminders(due, deadline.startedAt, kind.warnBefore, workCalendar).find((at) => at > now);
      const reminded = await running.write(
        work,
        deadline,
        next ? { $set: { warnAt: next } } : { $unset: { warnAt: 1 } },
      );
      await warnings.raise(work, deadlineWarning(reminded, kind, now));
    });

  const recompute = (found: DeadlineRecord) =>
    inTransaction(context, actor, async (work) => {
      await running.recompute(work, found);
    });

  /** Each apart: what fails is logged and tried again in the next round, and keeps none of the others. */
  const forEach = async (filter: object, step: (deadline: DeadlineRecord) => Promise<unknown>): Promise<void> => {
    let after = {};
    for (;;) {
      const found = await Deadline.find({ $and: [filter, after] }, null, byTheClock)
        .sort({ _id: 1 })
        .limit(atOnce)
        .lean<DeadlineRecord[]>();
      for (const deadline of found)
        await step(deadline).catch((error: unknown) =>
          context.log.error({ err: error, deadline: deadline._id.toHexString() }, 'deadline not seen to, will retry'),
        );
      const last = found.at(-1);
      if (!last || found.length < atOnce) return;
      after = { _id: { $gt: last._id } };
    }
  };

  /** Does all that is due now. Time is read once, so that a round is of one moment. */
  const look = async (): Promise<void> => {
    const now = context.clock();
    await forEach({ state: 'running', dueAt: { $lte: now } }, (deadline) => pass(deadline, now));
    await forEach({ state: 'running', warnAt: { $lte: now } }, (deadline) => remind(deadline, now));
  };

  return {
    look,

    /** Looks at once and every half minute, on one instance at a time; what a newly published calendar changes is computed first. */
    ...createRounds(
      context,
      {
        name: 'deadlines',
        everyMs,
        afterFailureMs: 1_000,
        failing: 'deadlines not looked at, will try again',
        first: () => forEach({ state: 'running', provisional: true }, recompute),
      },
      look,
    ),
  };
}
