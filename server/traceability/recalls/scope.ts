import type { ClientSession } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { ProducersService } from '../../producers/index.ts';
import { createLineage } from '../lineage.ts';
import { type BatchRecord, type EventRecord, type Quantity, traceabilityModels } from '../model.ts';
import { declaresError } from '../rules/lineage-rows.ts';
import { isCarriedIn } from '../rules/reach/events-of-goods.ts';
import { nestingOf } from '../rules/reach/nesting.ts';
import type { Stay } from '../rules/reach/stays.ts';
import { holderOf } from '../rules/recall/holder-of.ts';

export interface ScopeLine {
  batchCode: string;
  productName: string;
  quantity: Quantity;
  holderId: string;
  holderName: string;
  divisionCode: string;
  /** Containers that it is in, by their codes. */
  containers: string[];
}

export interface RecallScope {
  batches: ScopeLine[];
  /** Lots of other systems below. */
  unknown: string[];
}

const everyLot = unscoped('a recall reaches all that was made of the batch, and whoever holds it');

/** Every lot that a batch came into, however far and wherever, with whoever holds it now. */
export function createRecallScope(context: Context, producers: Pick<ProducersService, 'producerById' | 'sitesById'>) {
  const { Batch, TraceEvent } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  const movesOf = async (codes: string[], session: ClientSession) => {
    const events = (
      await TraceEvent.find({ batchCodes: { $in: codes }, step: { $in: ['ship', 'receive'] } }, null, everyLot)
        .session(session)
        .lean<EventRecord[]>()
    ).filter((event) => !event.declaredWrong && !declaresError(event));
    const sites = await producers.sitesById([
      ...new Set(
        events.flatMap(({ siteId, destinationSiteId }) =>
          [siteId, destinationSiteId].flatMap((id) => id?.toHexString() ?? []),
        ),
      ),
    ]);
    const ownerOf = (id: EventRecord['siteId']) => id && sites.get(id.toHexString())?.producerId.toHexString();
    return events.map(({ step, at, producerId, siteId, destinationSiteId, batchCodes }) => ({
      batchCodes,
      step,
      at,
      // An officer's entry is the batch's owner's, wherever the goods arrived.
      producerId: ownerOf(siteId) ?? producerId?.toHexString(),
      destinationProducerId: ownerOf(destinationSiteId),
    }));
  };

  return async function scopeOf(batchCode: string, session: ClientSession): Promise<RecallScope> {
    const reach = await lineage.reach(batchCode, session);
    const codes = [...reach.matter.keys()];
    const nesting = nestingOf(reach.stays);
    const around = new Map(codes.map((code) => [code, nesting.around(code)]));
    const batches = await Batch.find({ code: { $in: codes } }, null, everyLot)
      .session(session)
      .lean<BatchRecord[]>();
    const moves = await movesOf([...codes, ...reach.carrying.keys()], session);
    const place = new Map(codes.map((code, index) => [code, index]));
    const holders = new Map(
      batches.map((batch) => [
        batch.code,
        holderOf(
          batch.producerId.toHexString(),
          moves.filter((move) => hasMoved(move, batch.code, around.get(batch.code) ?? [])),
        ),
      ]),
    );
    const known = new Map(
      await Promise.all(
        [...new Set(holders.values())].map(async (id) => [id, await producers.producerById(id)] as const),
      ),
    );
    const lines = batches.map((batch): ScopeLine => {
      const holderId = holders.get(batch.code) ?? batch.producerId.toHexString();
      const holder = known.get(holderId);
      return {
        batchCode: batch.code,
        productName: batch.productName,
        quantity: { value: batch.quantity.value, unit: batch.quantity.unit },
        holderId,
        holderName: holder?.name ?? batch.producerName,
        divisionCode: holder?.divisionCode ?? batch.divisionCode,
        containers: [
          ...new Set(
            (around.get(batch.code) ?? []).flatMap(({ container, until }) =>
              until === Number.POSITIVE_INFINITY ? [container] : [],
            ),
          ),
        ],
      };
    });
    const found = new Set(batches.map(({ code }) => code));
    return {
      batches: lines.sort((a, b) => (place.get(a.batchCode) ?? 0) - (place.get(b.batchCode) ?? 0)),
      unknown: codes.filter((code) => !found.has(code)),
    };
  };
}

/** Moved itself, or in a container. */
function hasMoved(move: Parameters<typeof isCarriedIn>[0], code: string, around: Stay[]): boolean {
  return move.batchCodes.includes(code) || around.some((stay) => isCarriedIn(move, stay));
}
