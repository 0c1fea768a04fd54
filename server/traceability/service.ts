import { randomBytes } from 'node:crypto';
import { type ClientSession, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';
import { within } from '../identity/rights/within.ts';
import type { ProducersService } from '../producers/index.ts';
import { createHolds } from './holds.ts';
import { whyRefused } from './lifecycle.ts';
import { type BatchRecord, traceabilityModels } from './model.ts';
import { createReach } from './reach.ts';
import { createRecallProposals } from './recalls/proposals.ts';
import { batchCodeFrom } from './rules/batch-code.ts';
import { longestLot, lotAddress } from './rules/gs1/lot-address.ts';
import type { createBatchBody, listBatchesQuery } from './schema.ts';
import { batchView } from './view.ts';

export interface ProductFacts {
  name: string;
  nameEn?: string | undefined;
  categoryCode: string;
}

export interface TraceabilityDependencies {
  producers: Pick<ProducersService, 'findProducer' | 'findSite' | 'sitesById'>;
  standards: { productById(id: string): Promise<ProductFacts | null> };
  /** The address that a batch's QR code opens. */
  traceUrl(code: string): string;
}

export function createTraceabilityService(context: Context, deps: TraceabilityDependencies) {
  const { Batch } = traceabilityModels(context.connection);
  const holds = createHolds(context);

  const reach = createReach(context);

  const view = async (batch: BatchRecord, caller: Caller, known?: ReadonlySet<string>) => {
    const siteId = batch.siteId?.toHexString();
    const site = siteId && (await deps.producers.sitesById([siteId])).get(siteId);
    const origins = known ?? (await reach.originsWithin(caller, [batch]));
    return batchView(batch, caller, {
      siteName: site ? site.name : undefined,
      traceUrl: deps.traceUrl(batch.code),
      ...(batch.gtin && { digitalLink: lotAddress(batch.gtin, batch.code, deps.traceUrl('')) }),
      origins,
    });
  };

  const requireBatch = async (
    caller: Caller,
    code: string,
    permission: Permission = 'batches:read',
    session?: ClientSession,
  ): Promise<BatchRecord> => {
    const found = await Batch.findOne({ code }, null, within(caller, permission))
      .session(session ?? null)
      .lean<BatchRecord>();
    if (!found) throw new NotFound(`There is no batch ${code}`);
    return found;
  };

  return {
    async listBatches(caller: Caller, query: z.infer<typeof listBatchesQuery>) {
      const filter = {
        ...(query.status && { status: query.status }),
        ...(query.code && { code: query.code }),
        ...(query.product && { productId: new Types.ObjectId(query.product) }),
      };
      const ofProducer = query.producer ? { producerId: new Types.ObjectId(query.producer) } : {};
      const page = await findPage(
        Batch,
        { ...filter, ...ofProducer },
        { ...query, order: 'descending' },
        within(caller, 'batches:read'),
      );
      const batches = page.items as BatchRecord[];
      const origins = await reach.originsWithin(caller, batches);
      const items = await Promise.all(batches.map((batch) => view(batch, caller, origins)));
      return { items, nextCursor: page.nextCursor };
    },

    getBatch: async (caller: Caller, code: string) => view(await requireBatch(caller, code), caller),

    async createBatch(caller: Caller, body: z.infer<typeof createBatchBody>) {
      if (body.gtin !== undefined && (body.code?.length ?? 0) > longestLot)
        throw InvalidInput.field('/code', `may have ${longestLot} characters beside a GTIN`);
      const product = await deps.standards.productById(body.productId);
      if (!product) throw InvalidInput.field('/productId', 'is not a known product');
      const producer = await deps.producers.findProducer(caller, body.producerId);
      if (!producer) throw InvalidInput.field('/producerId', 'is not a known producer');
      const site = body.siteId ? await deps.producers.findSite(caller, body.siteId) : undefined;
      if (body.siteId && !site) throw InvalidInput.field('/siteId', 'is not a known site');
      if (site && !site.producerId.equals(producer._id))
        throw InvalidInput.field('/siteId', 'belongs to another producer');
      try {
        const batch = {
          code: body.code ?? batchCodeFrom(randomBytes(11)),
          ...(body.gtin !== undefined && { gtin: body.gtin }),
          productId: body.productId,
          productName: product.name,
          productNameEn: product.nameEn,
          categoryCode: product.categoryCode,
          producerId: producer._id,
          producerName: producer.name,
          siteId: body.siteId,
          divisionCode: producer.divisionCode,
          quantity: body.quantity,
          ...(body.bestBefore !== undefined && { bestBefore: body.bestBefore }),
          status: 'normal',
          reasons: [],
          history: [{ verb: 'create', by: caller.username, at: context.clock() }],
          createdAt: context.clock(),
        };
        const scoped = within(caller, 'batches:create');
        return view(await createRecord(context, actorOf(caller), Batch, batch, scoped), caller);
      } catch (error) {
        if (isDuplicateKey(error))
          throw new Conflict(`The code ${body.code} is taken`, [{ pointer: '/code', message: 'is taken' }]);
        throw error;
      }
    },

    async holdBatch(caller: Caller, code: string, reason: string) {
      await inTransaction(context, actorOf(caller), async (work) => {
        const batch = await requireBatch(caller, code, 'batches:hold', work.session);
        refuseUnlessAllowed(batch, 'hold');
        const at = context.clock();
        await holds.holdWithDescendants(work, {
          batchCode: code,
          reason: { kind: 'officer', text: { zh: reason, en: reason }, at, by: caller.username },
        });
        await Batch.updateOne(
          { _id: batch._id },
          { $push: { history: { verb: 'hold', by: caller.username, at, note: reason } } },
          { session: work.session, ...within(caller, 'batches:hold') },
        );
      });
      return view(await requireBatch(caller, code), caller);
    },

    async releaseBatch(caller: Caller, code: string, reason: string) {
      await inTransaction(context, actorOf(caller), async (work) => {
        const batch = await requireBatch(caller, code, 'batches:release', work.session);
        refuseUnlessAllowed(batch, 'release');
        await holds.release(work, batch, caller.username, reason, context.clock());
      });
      return view(await requireBatch(caller, code), caller);
    },

    holdWithDescendants: holds.holdWithDescendants,
    ...createRecallProposals(context),

    /** The id under which the audit log knows the batch; `null` when there is none. */
    async codeOfRecord(id: string): Promise<string | null> {
      const found = await Batch.findById(id, { code: 1 }, unscoped('a code alone, for whoever was told the id')).lean();
      return found?.code ?? null;
    },

    async recordIdOf(code: string): Promise<string | null> {
      const found = await Batch.exists({ code }).setOptions(
        unscoped('an id alone, and the log answers for who may read'),
      );
      return found && String(found._id);
    },

    /** What a GS1 Digital Link names; anybody may ask. */
    async findByGtin(gtin: string, lot?: string): Promise<{ code: string; productName: string } | null> {
      const wanted = { gtin, ...(lot !== undefined && { code: lot }) };
      return Batch.findOne(wanted, { code: 1, productName: 1 }, unscoped('a label may be read by anybody'))
        .sort({ _id: -1 })
        .lean<BatchRecord>();
    },

    /** For other elements: the facts of a batch; who may see them is theirs to decide. `null` when unknown. */
    async findBatch(code: string, session?: ClientSession) {
      const batch = await Batch.findOne({ code }, null, unscoped('the element that asks answers for who may see it'))
        .session(session ?? null)
        .lean<BatchRecord>();
      if (!batch) return null;
      return {
        code: batch.code,
        productId: batch.productId.toHexString(),
        productName: batch.productName,
        categoryCode: batch.categoryCode,
        producerId: batch.producerId.toHexString(),
        producerName: batch.producerName,
        divisionCode: batch.divisionCode,
      };
    },
  };
}

function refuseUnlessAllowed(batch: BatchRecord, verb: 'hold' | 'release'): void {
  const reason = whyRefused(batch, verb);
  if (reason) throw new IllegalTransition(reason);
}

export type TraceabilityService = ReturnType<typeof createTraceabilityService>;
