import type { Context } from '../context.ts';
import type { Caller } from '../identity/index.ts';
import { within } from '../identity/rights/within.ts';
import { type BatchRecord, traceabilityModels } from './model.ts';

/** How far a caller sees along the lineage. */
export function createReach(context: Context) {
  const { Batch } = traceabilityModels(context.connection);

  return {
    /** Of the batches at which these batches' holds began, those that the caller may read. */
    async originsWithin(caller: Caller, batches: readonly BatchRecord[]): Promise<ReadonlySet<string>> {
      const origins = new Set(batches.flatMap(({ reasons }) => reasons.flatMap(({ fromBatch }) => fromBatch ?? [])));
      if (origins.size === 0) return origins;
      const found = await Batch.find(
        { code: { $in: [...origins] } },
        { code: 1 },
        within(caller, 'batches:read'),
      ).lean();
      return new Set(found.map(({ code }) => code));
    },
  };
}
