import type { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { containing } from '../database/containing.ts';
import { unscoped } from '../database/guard.ts';
import { findPage, type Page } from '../database/page.ts';
import { type ProducerRecord, producerModels } from './model.ts';

/** What anybody may know of a producer that is no person: nobody's name, number or address. */
export interface PublicProducer {
  name: string;
  kind: string;
  divisionCode: string;
  creditCode?: string;
}

const forThePublic = unscoped('smallholders are left out, and of others what their license shows is shown');
const noPerson = { kind: { $ne: 'smallholder' } } as const;

/** The producers that the public may look up. A smallholder is a person and not among them. */
export function createPublicProducers({ connection }: Pick<Context, 'connection'>) {
  const { Producer } = producerModels(connection);
  return {
    async publicProducers(query: {
      name?: string | undefined;
      limit: number;
      cursor?: string | undefined;
    }): Promise<Page<PublicProducer>> {
      const filter = { ...noPerson, ...(query.name && { name: containing(query.name) }) };
      const page = await findPage(Producer, filter, { ...query, order: 'descending' }, forThePublic);
      const items = (page.items as ProducerRecord[]).map(({ name = '', kind, divisionCode, creditCode }) => ({
        ...{ name, kind, divisionCode },
        ...(creditCode && { creditCode }),
      }));
      return { items, nextCursor: page.nextCursor };
    },

    /** Of those that have one, by id. */
    async creditCodesOf(ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, string>> {
      const found = await Producer.find(
        { ...noPerson, _id: { $in: [...ids] }, creditCode: { $exists: true } },
        { creditCode: 1 },
        forThePublic,
      ).lean<Pick<ProducerRecord, '_id' | 'creditCode'>[]>();
      return new Map(found.map(({ _id, creditCode = '' }) => [_id.toHexString(), creditCode]));
    },

    /** When the newest of them was registered; `null` when there is none. */
    async newestProducer(): Promise<Date | null> {
      const newest = await Producer.findOne(noPerson, { createdAt: 1 }, forThePublic)
        .sort({ _id: -1 })
        .lean<Pick<ProducerRecord, 'createdAt'>>();
      return newest?.createdAt ?? null;
    },
  };
}

export type PublicProducers = ReturnType<typeof createPublicProducers>;
