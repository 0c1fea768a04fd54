import type { QueryFilter } from 'mongoose';
import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import { clockFields } from './escalation-clock.ts';
import type { Happenings } from './happenings.ts';
import type { HistoryEntry, Quiet, WarningModels, WarningRecord } from './model.ts';

const byThePlatform = unscoped('the platform keeps quiet about warnings, and wakes them');
const atOnce = 200;

/**
 * Warnings of which nobody is told for a time: under a silence, in maintenance, or because something greater has failed. They are
 * kept all the same; when the time is over, what still holds is told as if it had just opened, and what has ended is closed.
 */
export function createQuieting(
  context: Context,
  { Warning }: Pick<WarningModels, 'Warning'>,
  happenings: Pick<Happenings, 'tell'>,
) {
  const quietOne = async (work: Work, { _id }: WarningRecord, quiet: Quiet): Promise<void> => {
    const now = context.clock();
    const entry: HistoryEntry = { verb: 'quiet', by: 'system', at: now, cause: causes[quiet.because] };
    const changed = await Warning.findOneAndUpdate(
      { _id, openKey: { $exists: true }, quiet: { $exists: false } },
      { $set: { quiet, updatedAt: now }, $unset: { escalateAt: 1 }, $push: { history: entry } },
      { session: work.session, returnDocument: 'after', ...byThePlatform },
    ).lean<WarningRecord>();
    if (changed) await happenings.tell(work, changed, 'changed');
  };

  const wakeOne = async (work: Work, warning: WarningRecord): Promise<void> => {
    const now = context.clock();
    const isOpen = warning.state === 'open';
    const ends = isOpen && !warning.active;
    const clock = clockFields({ ...warning, state: ends ? 'closed' : warning.state }, now);
    const entry: HistoryEntry = ends
      ? { verb: 'close', by: 'system', at: now, cause: endedMeanwhile }
      : { verb: 'wake', by: 'system', at: now };
    const changed = await Warning.findOneAndUpdate(
      { _id: warning._id, state: warning.state, active: warning.active, quiet: { $exists: true } },
      {
        $set: { updatedAt: now, ...clock.$set, ...(ends && { state: 'closed' as const }) },
        $unset: { quiet: 1, ...clock.$unset, ...(ends && { openKey: 1 }) },
        $push: { history: entry },
      },
      { session: work.session, returnDocument: 'after', ...byThePlatform },
    ).lean<WarningRecord>();
    if (!changed) return;
    await happenings.tell(work, changed, ends ? 'closed' : isOpen ? 'opened' : 'changed');
  };

  const wake = async (which: QueryFilter<WarningRecord>): Promise<void> => {
    for (;;) {
      const due = await Warning.find({ ...which, quiet: { $exists: true } }, null, byThePlatform)
        .limit(atOnce)
        .lean<WarningRecord[]>();
      for (const warning of due) await inTransaction(context, system('warnings'), (work) => wakeOne(work, warning));
      if (due.length < atOnce) return;
    }
  };

  return {
    quietOne,

    /** Keeps quiet about each of these that is unresolved, in a transaction of its own. */
    async quiet(warnings: readonly WarningRecord[], quiet: Quiet): Promise<void> {
      for (const warning of warnings)
        await inTransaction(context, system('warnings'), (work) => quietOne(work, warning, quiet));
    },

    /** Wakes all quiet warnings that match. */
    wake,

    /** Wakes those whose time is over. */
    wakeDue: (now: Date): Promise<void> => wake({ 'quiet.until': { $lte: now } }),
  };
}

export type Quieting = ReturnType<typeof createQuieting>;

const causes: Readonly<Record<Quiet['because'], Bilingual>> = {
  silence: { zh: '处于静默期', en: 'Under a silence' },
  maintenance: { zh: '处于维护窗口', en: 'In a maintenance window' },
  inhibition: { zh: '上级设备失联', en: 'Something above it is silent' },
};

const endedMeanwhile: Bilingual = { zh: '静默期内条件已解除', en: 'The condition ended while it was quiet' };
