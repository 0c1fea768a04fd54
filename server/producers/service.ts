import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { findsBy, masked } from '../privacy/index.ts';
import { createProducerLoader } from './load-producer.ts';
import { createSiteLoader } from './load-site.ts';
import { type NamedProducer, type ProducerRecord, producerModels, type SiteRecord } from './model.ts';
import { createPersonalData } from './personal-data.ts';
import type {
  correctProducerBody,
  correctSiteBody,
  createProducerBody,
  createSiteBody,
  listProducersQuery,
  listSitesQuery,
} from './schema.ts';
import { named, producerView, siteView } from './view.ts';

const forOthers = unscoped('the element that asks answers for who may see them');

export interface ProducersDependencies {
  divisions: DivisionsService;
  /** Of these, those that are products. */
  productsById(ids: string[]): Promise<ReadonlyMap<string, unknown>>;
}

export function createProducersService(context: Context, deps: ProducersDependencies) {
  const { Producer, Site } = producerModels(context.connection);
  const personalData = createPersonalData(context);
  const shown = (producer: ProducerRecord): NamedProducer => named(masked(Producer, producer));
  const view = (producer: ProducerRecord) =>
    producerView(shown(producer), deps.divisions.nameOf(producer.divisionCode));

  const findProducer = async (caller: Caller, id: string): Promise<NamedProducer | null> => {
    const found = await Producer.findById(id, null, within(caller, 'producers:read')).lean<ProducerRecord>();
    return found && shown(found);
  };

  const requireProducts = async (ids: string[] = []): Promise<void> => {
    const known = await deps.productsById(ids);
    const unknown = ids.findIndex((id) => !known.has(id));
    if (unknown >= 0) throw InvalidInput.field(`/productIds/${unknown}`, 'is not a known product');
  };

  return {
    /** What tables of producers and sites are loaded by. */
    loaders: {
      producers: createProducerLoader(context, deps.divisions.has),
      sites: createSiteLoader(context, deps.divisions.has),
    },

    async listProducers(caller: Caller, query: z.infer<typeof listProducersQuery>) {
      const filter = {
        ...(query.kind && { kind: query.kind }),
        ...(query.name && findsBy(Producer, 'name', query.name)),
      };
      const page = await findPage(
        Producer,
        filter,
        { ...query, order: 'descending' },
        within(caller, 'producers:read'),
      );
      return { items: page.items.map((producer) => view(producer as ProducerRecord)), nextCursor: page.nextCursor };
    },

    async getProducer(caller: Caller, id: string) {
      const found = await Producer.findById(id, null, within(caller, 'producers:read')).lean<ProducerRecord>();
      if (!found) throw new NotFound('There is no such producer');
      return view(found);
    },

    /** The producer with personal data in the clear; who asked and why is in the audit log. */
    async revealProducer(caller: Caller, id: string, reason: string) {
      const found = await personalData.reveal(caller, id, reason);
      return producerView(found, deps.divisions.nameOf(found.divisionCode));
    },

    correctProducer: async (caller: Caller, id: string, body: z.infer<typeof correctProducerBody>) =>
      view(await personalData.correct(caller, id, body)),

    eraseProducer: async (caller: Caller, id: string, reason: string) =>
      view(await personalData.erase(caller, id, reason)),

    async createProducer(caller: Caller, body: z.infer<typeof createProducerBody>) {
      if (!deps.divisions.has(body.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      try {
        const fields = { ...body, createdAt: context.clock() };
        return view(await createRecord(context, actorOf(caller), Producer, fields, within(caller, 'producers:create')));
      } catch (error) {
        if (isDuplicateKey(error))
          throw new Conflict('A producer with this credit code exists', [
            { pointer: '/creditCode', message: 'belongs to another producer' },
          ]);
        throw error;
      }
    },

    async listSites(caller: Caller, query: z.infer<typeof listSitesQuery>) {
      const filter = {
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.kind && { kind: query.kind }),
      };
      const page = await findPage(Site, filter, { ...query, order: 'descending' }, within(caller, 'sites:read'));
      return { items: page.items.map((site) => siteView(site as SiteRecord)), nextCursor: page.nextCursor };
    },

    async getSite(caller: Caller, id: string) {
      const found = await Site.findById(id, null, within(caller, 'sites:read')).lean<SiteRecord>();
      if (!found) throw new NotFound('There is no such site');
      return siteView(found);
    },

    async createSite(caller: Caller, body: z.infer<typeof createSiteBody>) {
      const producer = await findProducer(caller, body.producerId);
      if (!producer) throw InvalidInput.field('/producerId', 'is not a known producer');
      const divisionCode = body.divisionCode ?? producer.divisionCode;
      if (!deps.divisions.has(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      await requireProducts(body.productIds);
      const site = {
        ...body,
        divisionCode,
        producerName: producer.name,
        createdAt: context.clock(),
      };
      return siteView(await createRecord(context, actorOf(caller), Site, site, within(caller, 'sites:create')));
    },

    /** What is not named stays as it is; a `null` point takes it away. @throws InvalidInput, NotFound */
    async correctSite(caller: Caller, id: string, { point, ...named }: z.infer<typeof correctSiteBody>) {
      await requireProducts(named.productIds);
      const change = { $set: { ...named, ...(point && { point }) }, ...(point === null && { $unset: { point: 1 } }) };
      const corrected = await inTransaction(context, actorOf(caller), ({ session }) =>
        Site.findByIdAndUpdate(id, change as object, {
          session,
          returnDocument: 'after',
          ...within(caller, 'sites:correct'),
        }).lean<SiteRecord>(),
      );
      if (!corrected) throw new NotFound('There is no such site');
      return siteView(corrected);
    },

    /** `null` for a producer that is unknown, or not the caller's to know; personal data are masked. */
    findProducer,

    /** `null` for a site that is unknown, or not the caller's to know. */
    async findSite(caller: Caller, id: string): Promise<SiteRecord | null> {
      return Site.findById(id, null, within(caller, 'sites:read')).lean<SiteRecord>();
    },

    /** For other elements: whoever calls this answers for who may see it; personal data are masked. */
    async producerById(id: string): Promise<NamedProducer | null> {
      const found = await Producer.findById(id, null, forOthers).lean<ProducerRecord>();
      return found && shown(found);
    },

    /** As `producerById`. */
    async sitesById(ids: string[]): Promise<Map<string, SiteRecord>> {
      const found = await Site.find({ _id: { $in: ids } }, null, forOthers).lean<SiteRecord[]>();
      return new Map(found.map((site) => [site._id.toHexString(), site]));
    },
  };
}

export type ProducersService = ReturnType<typeof createProducersService>;
