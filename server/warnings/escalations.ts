import { workCalendar } from '../calendar/index.ts';
import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Happenings } from './happenings.ts';
import type { HistoryEntry, WarningModels, WarningRecord } from './model.ts';
import { escalationCause, escalationDue, nextDivision } from './rules/escalation.ts';

const atOnce = 100;
const byTheClock = unscoped('the clock passes warnings on, not a person');

/** 逐级上报: passes what nobody acknowledged, or handled, in time on to the division above. */
export function createEscalations(
  context: Context,
  { Warning }: Pick<WarningModels, 'Warning'>,
  happenings: Pick<Happenings, 'tell'>,
) {
  const escalate = async (warning: WarningRecord): Promise<boolean> => {
    const to = nextDivision(warning);
    if (to === null || !warning.escalateAt) return false;
    const entry: HistoryEntry = {
      verb: 'escalate',
      by: 'system',
      at: context.clock(),
      cause: escalationCause(warning),
      divisions: { from: warning.escalatedTo ?? warning.divisionCode, to },
    };
    const escalations = (warning.escalations ?? 0) + 1;
    // From the moment it was due: after an outage of the platform the ladder is where it would have been.
    const next = escalationDue({ ...warning, escalatedTo: to, escalations }, warning.escalateAt, workCalendar);
    return inTransaction(context, system('escalation'), async (work) => {
      const changed = await Warning.findOneAndUpdate(
        { _id: warning._id, state: warning.state, escalateAt: warning.escalateAt },
        {
          $set: { escalatedTo: to, escalations, updatedAt: context.clock(), ...(next && { escalateAt: next }) },
          ...(!next && { $unset: { escalateAt: 1 } }),
          $push: { history: entry },
        },
        { session: work.session, returnDocument: 'after', ...byTheClock },
      ).lean<WarningRecord>();
      // Somebody took it up just now.
      if (!changed) return false;
      await happenings.tell(work, changed, 'escalated');
      return true;
    });
  };

  return {
    /** Passes on all that were due at `now`, a step at a time. @returns how many steps were taken */
    async escalateDue(now: Date): Promise<number> {
      for (let taken = 0; ; ) {
        const due = await Warning.find({ escalateAt: { $lte: now } }, null, byTheClock)
          .sort({ escalateAt: 1 })
          .limit(atOnce)
          .lean<WarningRecord[]>();
        const steps = taken;
        for (const warning of due) if (await escalate(warning)) taken += 1;
        if (taken === steps) return taken;
      }
    },
  };
}
