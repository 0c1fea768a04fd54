import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, type HoldReason, traceabilityModels } from './model.ts';

export interface HoldRequest {
  batchCode: string;
  reason: HoldReason;
  /** Earlier reasons that this one takes the place of. */
  replacing?: { sampleId: string };
}

/** Food does not stop at a division's edge; whoever calls has asked whether this person may hold the first batch. */
const everywhere = unscoped('a hold reaches all that was made of the batch');

/** Holding a batch holds all that was made of it: the food on the shelf comes from the lot that failed. */
export function createHolds(context: Context) {
  const { Batch } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  const hold = async (codes: string[], reason: HoldReason, session: ClientSession): Promise<void> => {
    await Batch.updateMany(
      { code: { $in: codes }, status: 'normal' },
      { $set: { status: 'held' } },
      { session, ...everywhere },
    );
    await Batch.updateMany({ code: { $in: codes } }, { $push: { reasons: reason } }, { session, ...everywhere });
  };

  return {
    /** @returns the codes of all batches that this hold reaches, the first one included */
    async holdWithDescendants(work: Work, { batchCode, reason, replacing }: HoldRequest): Promise<string[]> {
      const descendants = await lineage.descendants(batchCode, work.session);
      if (replacing)
        await Batch.updateMany(
          { code: { $in: [batchCode, ...descendants] } },
          { $pull: { reasons: { sampleId: replacing.sampleId } } },
          { session: work.session, ...everywhere },
        );
      await hold([batchCode], reason, work.session);
      if (descendants.length)
        await hold(descendants, { ...reason, kind: 'held-ancestor', fromBatch: batchCode }, work.session);
      const codes = [batchCode, ...descendants];
      work.emit('batch.held', { codes, cause: reason.kind });
      return codes;
    },

    /** What was made of a held batch before the hold, but is recorded only now, is held as well. */
    async inherit(work: Work, parents: BatchRecord[], children: string[]): Promise<void> {
      for (const parent of parents)
        for (const reason of parent.reasons)
          for (const child of children) {
            const inherited: HoldReason = {
              ...reason,
              kind: 'held-ancestor',
              fromBatch: reason.fromBatch ?? parent.code,
            };
            await hold([child, ...(await lineage.descendants(child, work.session))], inherited, work.session);
          }
    },

    /** Lifts every hold that began at this batch, here and in all descendants; holds from elsewhere stay. */
    async release(work: Work, batch: BatchRecord, by: string, note: string, at: Date): Promise<void> {
      const codes = [batch.code, ...(await lineage.descendants(batch.code, work.session))];
      const affected = await Batch.find({ code: { $in: codes } }, null, everywhere)
        .session(work.session)
        .lean<BatchRecord[]>();
      for (const one of affected) {
        const reasons = one.reasons.filter((reason) => (reason.fromBatch ?? one.code) !== batch.code);
        const status = reasons.length || one.status === 'recalled' ? one.status : 'normal';
        await Batch.updateOne(
          { _id: one._id },
          { $set: { reasons, status }, $push: { history: { verb: 'release', by, at, note } } },
          { session: work.session, ...everywhere },
        );
        if (status === 'normal') work.emit('batch.released', { code: one.code });
      }
    },
  };
}
