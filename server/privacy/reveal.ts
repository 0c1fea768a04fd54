import type { Model, QueryFilter } from 'mongoose';
import type { Context } from '../context.ts';
import type { Actor } from '../database/change-log/actor.ts';
import { logReveal } from '../database/change-log/reveal-entry.ts';
import { inTransaction } from '../database/transaction.ts';
import { inTheClear, personalIn } from './read.ts';

/**
 * The record that `filter` finds with its personal data in the clear. Who saw which fields, and why, is in the audit
 * log before the answer is given.
 * @returns null when there is no such record
 */
export function reveal<Record extends { _id: unknown }>(
  context: Context,
  { actor, reason }: { actor: Actor; reason: string },
  model: Model<Record>,
  filter: QueryFilter<Record>,
): Promise<Record | null> {
  return inTransaction(
    context,
    actor,
    async ({ session }) => {
      const record = (await model.findOne(filter).session(session).lean()) as Record | null;
      if (!record) return null;
      const clear = inTheClear(model, record);
      await logReveal(model, session, record, personalIn(model, record));
      return clear;
    },
    reason,
  );
}
