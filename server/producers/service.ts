import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findPage } from '../database/page.ts';
import { createRecord } from '../database/transaction.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { requireScope, withinScope } from '../identity/scope.ts';
import { findsBy, masked, reveal } from '../privacy/index.ts';
import { type ProducerRecord, producerModels, type SiteRecord } from './model.ts';
import type { createProducerBody, createSiteBody, listProducersQuery, listSitesQuery } from './schema.ts';
import { producerView, siteView } from './view.ts';

export function createProducersService(context: Context, deps: { divisions: DivisionsService }) {
  const { Producer, Site } = producerModels(context.connection);
  const view = (producer: ProducerRecord) =>
    producerView(masked(Producer, producer), deps.divisions.nameOf(producer.divisionCode));

  return {
    async listProducers(caller: Caller, query: z.infer<typeof listProducersQuery>) {
      const filter = {
        ...withinScope(caller, '_id'),
        ...(query.kind && { kind: query.kind }),
        ...(query.name && findsBy(Producer, 'name', query.name)),
      };
      const page = await findPage(Producer, filter, { ...query, order: 'descending' });
      return { items: page.items.map((producer) => view(producer as ProducerRecord)), nextCursor: page.nextCursor };
    },

    async getProducer(caller: Caller, id: string) {
      const found = await Producer.findOne({ $and: [{ _id: id }, withinScope(caller, '_id')] }).lean<ProducerRecord>();
      if (!found) throw new NotFound('There is no such producer');
      return view(found);
    },

    /** The producer with personal data in the clear; who asked and why is in the audit log. */
    async revealProducer(caller: Caller, id: string, reason: string) {
      const filter = { $and: [{ _id: id }, withinScope(caller, '_id')] };
      const found = await reveal(context, { actor: actorOf(caller), reason }, Producer, filter as never);
      if (!found) throw new NotFound('There is no such producer');
      return producerView(found, deps.divisions.nameOf(found.divisionCode));
    },

    async createProducer(caller: Caller, body: z.infer<typeof createProducerBody>) {
      if (!deps.divisions.has(body.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      requireScope(caller, body);
      try {
        const fields = { ...body, createdAt: context.clock() };
        return view(await createRecord(context, actorOf(caller), Producer, fields));
      } catch (error) {
        if ((error as { code?: number }).code === 11000)
          throw new Conflict('A producer with this credit code exists', [
            { pointer: '/creditCode', message: 'belongs to another producer' },
          ]);
        throw error;
      }
    },

    async listSites(caller: Caller, query: z.infer<typeof listSitesQuery>) {
      const filter = {
        ...withinScope(caller),
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.kind && { kind: query.kind }),
      };
      const page = await findPage(Site, filter, { ...query, order: 'descending' });
      return { items: page.items.map((site) => siteView(site as SiteRecord)), nextCursor: page.nextCursor };
    },

    async getSite(caller: Caller, id: string) {
      const found = await Site.findOne({ $and: [{ _id: id }, withinScope(caller)] }).lean<SiteRecord>();
      if (!found) throw new NotFound('There is no such site');
      return siteView(found);
    },

    async createSite(caller: Caller, body: z.infer<typeof createSiteBody>) {
      const producer = await Producer.findById(body.producerId).lean<ProducerRecord>();
      if (!producer) throw InvalidInput.field('/producerId', 'is not a known producer');
      const divisionCode = body.divisionCode ?? producer.divisionCode;
      if (!deps.divisions.has(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      requireScope(caller, { divisionCode, producerId: body.producerId });
      const created = await createRecord(context, actorOf(caller), Site, {
        ...body,
        divisionCode,
        producerName: masked(Producer, producer).name,
        createdAt: context.clock(),
      });
      return siteView(created);
    },

    /** For other elements: unscoped, the caller of this method answers for who may see it; personal data are masked. */
    async producerById(id: string): Promise<ProducerRecord | null> {
      const found = await Producer.findById(id).lean<ProducerRecord>();
      return found && masked(Producer, found);
    },

    async sitesById(ids: string[]): Promise<Map<string, SiteRecord>> {
      const found = await Site.find({ _id: { $in: ids } }).lean<SiteRecord[]>();
      return new Map(found.map((site) => [site._id.toHexString(), site]));
    },
  };
}

export type ProducersService = ReturnType<typeof createProducersService>;
