import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, type EventRecord, type HoldReason, traceabilityModels } from './model.ts';
import { isMovement } from './rules/movement.ts';
import { holding } from './rules/reach/reach.ts';

export interface HoldRequest {
  batchCode: string;
  reason: HoldReason;
  /** Earlier reasons that this one takes the place of. */
  replacing?: { sampleId: string };
}

/** Food does not stop at a division's edge; whoever calls has asked whether this person may hold the first batch. */
const everywhere = unscoped('a hold reaches all that was made of the batch');

/**
 * Holding a batch holds all that was made of it, and the containers that it is in: the food on the shelf comes from the lot that
 * failed. What is recorded later of what a hold has reached is looked at when it is recorded.
 */
export function createHolds(context: Context) {
  const { Batch, ReachedLot } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  /** Once, however often it is told. A recalled batch is held already. */
  const hold = async (codes: string[], reason: HoldReason, session: ClientSession): Promise<void> => {
    if (codes.length === 0) return;
    const { kind, at, text, fromBatch, sampleId } = reason;
    const same = {
      kind,
      at,
      'text.zh': text.zh,
      ...(fromBatch !== undefined && { fromBatch }),
      ...(sampleId !== undefined && { sampleId }),
    };
    const filter = { code: { $in: codes }, reasons: { $not: { $elemMatch: same } } };
    await Batch.updateMany(filter, { $push: { reasons: reason } }, { session, ...everywhere });
    await Batch.updateMany(
      { code: { $in: codes }, status: 'normal' },
      { $set: { status: 'held' } },
      { session, ...everywhere },
    );
  };

  const find = (filter: object, session: ClientSession) =>
    Batch.find(filter, null, everywhere).session(session).lean<BatchRecord[]>();

  /** Takes reasons away. */
  const lift = async (work: Work, batch: BatchRecord, reasons: HoldReason[], history: BatchRecord['history'] = []) => {
    const status = reasons.length > 0 || batch.status === 'recalled' ? batch.status : 'normal';
    await Batch.updateOne(
      { _id: batch._id },
      { $set: { reasons, status }, $push: { history: { $each: history } } },
      { session: work.session, ...everywhere },
    );
  };

  /** Containers from which the goods of the origin were unpacked. */
  const liftEmptied = async (work: Work, origin: string, containers: string[]): Promise<void> => {
    const fromOrigin = { $elemMatch: { kind: 'held-content', fromBatch: origin } };
    for (const batch of await find({ code: { $nin: containers }, reasons: fromOrigin }, work.session)) {
      const stay = batch.reasons.filter(({ kind, fromBatch }) => kind !== 'held-content' || fromBatch !== origin);
      await lift(work, batch, stay);
    }
  };

  /** Lets the batch's own reasons reach what they reach now. @returns all that they reach, without the batch itself */
  const spread = async (work: Work, { code: origin, reasons }: BatchRecord): Promise<string[]> => {
    const { session } = work;
    const own = reasons.filter(({ fromBatch }) => fromBatch === undefined);
    const reach =
      own.length > 0 ? await lineage.reach(origin, session) : { matter: new Map(), carrying: new Map(), stays: [] };
    const made = [...reach.matter.keys()].filter((code) => code !== origin);
    const containers = holding(reach);
    for (const reason of own) {
      const below = reason.kind === 'recall' ? await notRecalled(made, session) : made;
      await hold(below, { ...reason, kind: 'held-ancestor', fromBatch: origin }, session);
      await hold(containers, { ...reason, kind: 'held-content', fromBatch: origin }, session);
    }
    await liftEmptied(work, origin, containers);
    await remember(origin, [...made, ...reach.carrying.keys()], containers, own, session);
    return [...made, ...containers];
  };

  const notRecalled = async (codes: string[], session: ClientSession): Promise<string[]> => {
    const recalled = await find({ code: { $in: codes }, status: 'recalled' }, session);
    const known = new Set(recalled.map(({ code }) => code));
    return codes.filter((code) => !known.has(code));
  };

  const remember = async (
    origin: string,
    codes: string[],
    containers: string[],
    own: HoldReason[],
    session: ClientSession,
  ): Promise<void> => {
    const since = new Date(Math.min(...own.map(({ at }) => at.getTime())));
    const rows = [...new Set(codes)].map((code) => ({
      code,
      origin,
      ...(containers.includes(code) && { holdsSince: since }),
    }));
    await ReachedLot.deleteMany({ origin }).session(session);
    if (rows.length > 0) await ReachedLot.insertMany(rows, { session });
  };

  return {
    /** @returns the codes of all batches that this hold reaches, the first one included */
    async holdWithDescendants(work: Work, { batchCode, reason, replacing }: HoldRequest): Promise<string[]> {
      if (replacing)
        await Batch.updateMany(
          { $or: [{ code: batchCode }, { 'reasons.fromBatch': batchCode }] },
          { $pull: { reasons: { sampleId: replacing.sampleId } } },
          { session: work.session, ...everywhere },
        );
      await hold([batchCode], reason, work.session);
      const [batch] = await find({ code: batchCode }, work.session);
      const codes = [batchCode, ...(batch ? await spread(work, batch) : [])];
      return codes;
    },

    /** A recall stops the containers of what it recalls, until that is unpacked. */
    async holdContainers(work: Work, batchCode: string): Promise<void> {
      for (const batch of await find({ code: batchCode }, work.session)) await spread(work, batch);
    },

    /** Something was recorded of these lots, or taken back: the holds that they have a part in reach further, or end with an unpacking. */
    async follow(work: Work, codes: string[]): Promise<void> {
      const held = await find({ code: { $in: codes }, status: { $ne: 'normal' } }, work.session);
      const reached = await ReachedLot.find({ code: { $in: codes } })
        .session(work.session)
        .lean();
      const origins = new Set([
        ...held.flatMap(({ code, reasons }) => reasons.map(({ fromBatch }) => fromBatch ?? code)),
        ...reached.map(({ origin }) => origin),
      ]);
      if (origins.size === 0) return;
      for (const batch of await find({ code: { $in: [...origins] } }, work.session)) await spread(work, batch);
    },

    /** Why the event may not move a container of another system: it holds goods that are on hold. `null` when it may. */
    async whyContentsStay(
      codes: string[],
      { step, at }: Pick<EventRecord, 'step' | 'at'>,
      session: ClientSession,
    ): Promise<Bilingual | null> {
      if (!isMovement(step)) return null;
      const holder = await ReachedLot.findOne({ code: { $in: codes }, holdsSince: { $lte: at } })
        .session(session)
        .lean();
      return (
        holder && {
          zh: `${holder.code} 内装有被控制的批次 ${holder.origin}，不得流转`,
          en: `${holder.code} holds goods of batch ${holder.origin}, which is on hold, and must not be moved or processed`,
        }
      );
    },

    /** Lifts every hold that began at this batch, here and wherever it reached; holds from elsewhere stay. */
    async release(work: Work, batch: BatchRecord, by: string, note: string, at: Date): Promise<void> {
      const from = { $or: [{ code: batch.code }, { 'reasons.fromBatch': batch.code }] };
      for (const one of await find(from, work.session)) {
        const stay = one.reasons.filter((reason) => (reason.fromBatch ?? one.code) !== batch.code);
        await lift(work, one, stay, [{ verb: 'release', by, at, note }]);
      }
      await ReachedLot.deleteMany({ origin: batch.code }).session(work.session);
    },
  };
}
