import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, findSortedPage, type Page } from '../../database/page.ts';
import type { DivisionsService } from '../../divisions/index.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { ProducersService } from '../../producers/index.ts';
import type { Finding } from '../finding.ts';
import { type DeviceRecord, deviceModels } from '../model.ts';
import { filterOf, orderOf } from './filter.ts';
import type { exportDevicesQuery, listDevicesQuery } from './schema.ts';
import { headingsIn, rowOf } from './table.ts';

const exportedAtOnce = 500;
const mostExported = 10_000;

interface Deps {
  divisions: DivisionsService;
  producers: Pick<ProducersService, 'sitesById'>;
  viewsOf: Finding['viewsOf'];
}

/** Devices within a caller's reach, filtered and in order, as records or as a table. */
export function createDeviceList(context: Context, { divisions, producers, viewsOf }: Deps) {
  const { Device } = deviceModels(context.connection);

  const pageOf = (caller: Caller, query: z.infer<typeof listDevicesQuery>): Promise<Page<DeviceRecord>> => {
    const order = orderOf(query.sort);
    const find = order.field === '_id' ? findPage : findSortedPage;
    return find(Device, filterOf(query), { ...query, ...order }, within(caller, 'devices:read')) as Promise<
      Page<DeviceRecord>
    >;
  };

  return {
    async listDevices(caller: Caller, query: z.infer<typeof listDevicesQuery>) {
      const { items, nextCursor } = await pageOf(caller, query);
      return { items: await viewsOf(caller, items), nextCursor };
    },

    /**
     * Rows of text, the headings first.
     * @throws InvalidInput when there are more than 10 000: a table that lacks some would be taken for all
     */
    async exportDevices(caller: Caller, query: z.infer<typeof exportDevicesQuery>): Promise<string[][]> {
      const rows: string[][] = [headingsIn(query.language)];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const page = await pageOf(caller, { ...query, limit: exportedAtOnce, ...(cursor && { cursor }) });
        const sites = await producers.sitesById(
          page.items.flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : [])),
        );
        for (const device of page.items) {
          const site = device.siteId && sites.get(device.siteId.toHexString());
          rows.push(rowOf(device, site, divisions.nameOf(device.divisionCode)));
        }
        if (rows.length > mostExported + 1)
          throw InvalidInput.field('/query', `takes in more than ${mostExported} devices: narrow it by a filter`);
        cursor = page.nextCursor;
      }
      return rows;
    },
  };
}
