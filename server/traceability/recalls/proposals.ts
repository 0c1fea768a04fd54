import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { createWithin, type Work } from '../../database/transaction.ts';
import levels from '../data/recall-levels.json' with { type: 'json' };
import { type BatchRecord, traceabilityModels } from '../model.ts';
import { draftOf } from './draft.ts';
import { type RecallRecord, recallModels } from './model.ts';

const byItsCause = unscoped('what failed proposes the recall of its batch, whosever it is');

interface Proposal {
  batchCode: string;
  /** A banned substance was found. */
  banned: boolean;
  reason: string;
}

/** 召回建议: a draft that a person issues, or cancels with the reason; nothing is recalled by itself. */
export function createRecallProposals(context: Context) {
  const { Recall } = recallModels(context.connection);
  const { Batch } = traceabilityModels(context.connection);

  return {
    /** Drafts the recall of a batch, unless one is drafted or under way; in the transaction of its cause. */
    async proposeRecall(work: Work, { batchCode, banned, reason }: Proposal): Promise<void> {
      const standing = { batchCode, drill: false, state: { $in: ['draft', 'open'] as const } };
      if ((await Recall.countDocuments(standing, { session: work.session, ...byItsCause })) > 0) return;
      const batch = await Batch.findOne({ code: batchCode }, null, byItsCause)
        .session(work.session)
        .lean<BatchRecord>();
      if (!batch) return;
      const { banned: grave, otherwise, instruction } = levels.proposed;
      const level = (banned ? grave : otherwise) as RecallRecord['level'];
      const wanted = { level, reason: reason.slice(0, 500), instruction, drill: false, checkLevel: 'A' as const };
      const begun = { verb: 'propose', by: 'system', at: context.clock() };
      await createWithin(work, Recall, draftOf(batch, wanted, begun), byItsCause);
    },
  };
}
