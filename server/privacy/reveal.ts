import type { Model } from 'mongoose';
import type { Context } from '../context.ts';
import type { Actor } from '../database/change-log/actor.ts';
import { logReveal } from '../database/change-log/reveal-entry.ts';
import type { Scoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { inTheClear, personalIn } from './read.ts';

/**
 * The record of that id, if the scope takes it in, with its personal data in the clear. Who saw which fields, and why, is in the audit
 * log before the answer is given.
 * @returns null when there is no such record
 */
export function reveal<Record extends { _id: unknown }>(
  context: Context,
  { actor, reason }: { actor: Actor; reason: string },
  model: Model<Record>,
  id: string,
  scoped: Scoped,
): Promise<Record | null> {
  return inTransaction(
    context,
    actor,
    async ({ session }) => {
      const record = (await model.findById(id, null, scoped).session(session).lean()) as Record | null;
      if (!record) return null;
      const clear = inTheClear(model, record);
      await logReveal(model, session, record, personalIn(model, record));
      return clear;
    },
    reason,
  );
}
