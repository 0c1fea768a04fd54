import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, traceabilityModels } from './model.ts';
import { foreignSources } from './rules/foreign-sources.ts';

const forTheirCertificate = unscoped('the element that certifies answers for who may see it');
const stepsBack = 50;

/** What a certificate tells of a batch, and which lots of other parties it holds. */
export function createBatchesToCertify(context: Context) {
  const { Batch } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  const batchesOf = (codes: string[]) =>
    Batch.find({ code: { $in: codes } }, null, forTheirCertificate).lean<BatchRecord[]>();

  return {
    /** For other elements; `null` when unknown. */
    async batchToCertify(code: string, session?: ClientSession) {
      const batch = await Batch.findOne({ code }, null, forTheirCertificate)
        .session(session ?? null)
        .lean<BatchRecord>();
      if (!batch) return null;
      const { edges, distances } = await lineage.graph(code, 'up', stepsBack);
      const others = new Map((await batchesOf([...distances.keys()])).map((each) => [each.code, each]));
      const owner = (lot: string) => others.get(lot)?.producerId.toHexString();
      return {
        code,
        status: batch.status,
        quantity: { value: batch.quantity.value, unit: batch.quantity.unit },
        registeredAt: batch.createdAt,
        productName: batch.productName,
        ...(batch.productNameEn !== undefined && { productNameEn: batch.productNameEn }),
        categoryCode: batch.categoryCode,
        producerId: batch.producerId.toHexString(),
        producerName: batch.producerName,
        divisionCode: batch.divisionCode,
        ...(batch.siteId && { siteId: batch.siteId.toHexString() }),
        sources: foreignSources(code, edges, owner).map((lot) => ({
          batchCode: lot,
          producerId: owner(lot) ?? '',
          producerName: others.get(lot)?.producerName ?? '',
        })),
      };
    },

    /** Batches of these categories registered in a time, by producer and division. */
    countBatches(
      caller: Caller,
      { from, to, categories, division }: { from: Date; to: Date; categories: readonly string[]; division: object },
    ) {
      return Batch.aggregate<{ _id: { producerId: Types.ObjectId; divisionCode: string }; batches: number }>([
        { $match: { ...division, createdAt: { $gte: from, $lt: to }, categoryCode: { $in: categories } } },
        { $group: { _id: { producerId: '$producerId', divisionCode: '$divisionCode' }, batches: { $sum: 1 } } },
      ]).option(within(caller, 'batches:read'));
    },

    /** How these batches stand now; one that is unknown is missing. */
    async statusOfBatches(codes: string[]): Promise<Map<string, BatchRecord['status']>> {
      return new Map((await batchesOf(codes)).map(({ code, status }) => [code, status]));
    },
  };
}
