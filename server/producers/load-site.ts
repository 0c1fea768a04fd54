import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { RowLoader } from '../database/row-loader.ts';
import type { Work } from '../database/transaction.ts';
import { InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { masked } from '../privacy/index.ts';
import { type ProducerRecord, producerModels, type SiteRecord } from './model.ts';
import { siteRow } from './schema.ts';
import { named } from './view.ts';

type Row = z.output<typeof siteRow>;

/** Sites from a table, known by their producer and name. */
export function createSiteLoader(context: Context, isDivision: (code: string) => boolean): RowLoader<Row> {
  const { Producer, Site } = producerModels(context.connection);

  const producerOf = async (work: Work, caller: Caller, producer: string): Promise<ProducerRecord> => {
    const key = /^[0-9a-f]{24}$/.test(producer) ? { _id: producer } : { creditCode: producer };
    const found = await Producer.findOne(key, null, within(caller, 'producers:read'))
      .session(work.session)
      .lean<ProducerRecord>();
    if (!found) throw InvalidInput.field('/producerId', 'is not a known producer');
    return found;
  };

  return {
    row: siteRow,
    async load(work, caller, { producerId, ...body }) {
      const { session } = work;
      const producer = await producerOf(work, caller, producerId);
      const sites = await Site.find({ producerId: producer._id, name: body.name }, null, within(caller, 'sites:read'))
        .session(session)
        .lean<SiteRecord[]>();
      if (sites.length > 1) throw InvalidInput.field('/name', 'names several sites of this producer');
      const [site] = sites;
      const divisionCode = body.divisionCode ?? site?.divisionCode ?? producer.divisionCode;
      if (!isDivision(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      if (!site) {
        const { name } = named(masked(Producer, producer));
        const fields = {
          ...body,
          divisionCode,
          producerId: producer._id,
          producerName: name,
          createdAt: context.clock(),
        };
        await Site.create([fields], { session, ...within(caller, 'sites:create') });
        return 'created';
      }
      if (divisionCode !== site.divisionCode)
        throw InvalidInput.field('/divisionCode', 'is recorded otherwise, and no table changes it');
      if (body.kind !== site.kind) throw InvalidInput.field('/kind', 'is recorded otherwise, and no table changes it');
      const { point } = body;
      if (!point || (point.longitude === site.point?.longitude && point.latitude === site.point.latitude))
        return 'unchanged';
      const scoped = within(caller, 'sites:correct');
      const { matchedCount } = await Site.updateOne({ _id: site._id }, { $set: { point } }, { session, ...scoped });
      if (matchedCount === 0) throw InvalidInput.field('/name', 'is a site that you may not change');
      return 'updated';
    },
  };
}
