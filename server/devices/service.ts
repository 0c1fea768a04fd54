import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findPage } from '../database/page.ts';
import { createRecord } from '../database/transaction.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { requireScope, withinScope } from '../identity/scope.ts';
import { digest, matchesDigest, newSecret } from '../identity/secrets.ts';
import type { ProducersService } from '../producers/index.ts';
import { type DeviceRecord, deviceModels, type RejectedMessageRecord } from './model.ts';
import { createReadingStore } from './reading-store.ts';
import type { createDeviceBody, listDevicesQuery, listReadingsQuery } from './schema.ts';
import { deviceView, readingView, rejectedMessageView } from './view.ts';

export function createDevicesService(
  context: Context,
  deps: { divisions: DivisionsService; producers: Pick<ProducersService, 'sitesById'> },
) {
  const { Device, RejectedMessage } = deviceModels(context.connection);
  const readings = createReadingStore(context);

  const requireDevice = async (caller: Caller, id: string): Promise<DeviceRecord> => {
    const device = await Device.findOne({ $and: [{ _id: id }, withinScope(caller)] }).lean<DeviceRecord>();
    if (!device) throw new NotFound(`There is no device ${id}`);
    return device;
  };

  const viewsOf = async (devices: DeviceRecord[]) => {
    const sites = await deps.producers.sitesById(
      devices.flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : [])),
    );
    return Promise.all(
      devices.map(async (device) => {
        const site = device.siteId && sites.get(device.siteId.toHexString());
        return deviceView(device, site, await readings.lastOf(device));
      }),
    );
  };

  /** Where a new device belongs: to its site, else to the division named, else to the caller's own. */
  const placeOf = async (caller: Caller, body: z.infer<typeof createDeviceBody>) => {
    if (body.siteId === undefined) {
      const divisionCode = body.divisionCode ?? caller.divisionCode;
      if (!deps.divisions.has(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      return { divisionCode };
    }
    const site = (await deps.producers.sitesById([body.siteId])).get(body.siteId);
    if (!site) throw InvalidInput.field('/siteId', 'is not a known site');
    return { divisionCode: site.divisionCode, producerId: site.producerId, siteId: site._id };
  };

  return {
    async listDevices(caller: Caller, query: z.infer<typeof listDevicesQuery>) {
      const filter = {
        ...withinScope(caller),
        ...(query.site && { siteId: new Types.ObjectId(query.site) }),
        ...(query.kind && { kind: query.kind }),
      };
      const page = await findPage(Device, filter, { ...query, order: 'ascending' });
      return { items: await viewsOf(page.items as DeviceRecord[]), nextCursor: page.nextCursor };
    },

    async getDevice(caller: Caller, id: string) {
      const [view] = await viewsOf([await requireDevice(caller, id)]);
      if (!view) throw new NotFound(`There is no device ${id}`);
      return view;
    },

    /** The answer holds the secret, this once: only its hash is stored. */
    async createDevice(caller: Caller, body: z.infer<typeof createDeviceBody>) {
      const place = await placeOf(caller, body);
      requireScope(caller, { divisionCode: place.divisionCode, producerId: place.producerId?.toHexString() });
      const secret = newSecret();
      const device: DeviceRecord = {
        _id: body.id,
        name: body.name,
        kind: body.kind,
        ...place,
        secretHash: digest(secret),
        metrics: [],
        createdAt: context.clock(),
      };
      try {
        await createRecord(context, actorOf(caller), Device, device);
      } catch (error) {
        if ((error as { code?: number }).code === 11000)
          throw new Conflict(`The device id ${body.id} is taken`, [{ pointer: '/id', message: 'is taken' }]);
        throw error;
      }
      const [view] = await viewsOf([device]);
      if (!view) throw new NotFound(`There is no device ${body.id}`);
      return { ...view, secret };
    },

    async listReadings(caller: Caller, query: z.infer<typeof listReadingsQuery>) {
      await requireDevice(caller, query.device);
      const page = await readings.list(query);
      return { items: page.items.map(readingView), nextCursor: page.nextCursor };
    },

    async listRejectedMessages(caller: Caller, id: string, query: { limit: number; cursor?: string | undefined }) {
      await requireDevice(caller, id);
      const page = await findPage(RejectedMessage, { device: id }, { ...query, order: 'descending' });
      return {
        items: page.items.map((message) => rejectedMessageView(message as RejectedMessageRecord)),
        nextCursor: page.nextCursor,
      };
    },

    /** Is this the secret of that device? An unknown device costs the same work. */
    async authenticate(id: string, secret: Buffer): Promise<boolean> {
      const device = await Device.findById(id).select({ secretHash: 1 }).lean<DeviceRecord>();
      return matchesDigest(secret, device?.secretHash ?? digest('')) && device !== null;
    },

    storeReadings: readings.store,
    thinnedSeries: readings.thinnedSeries,
    summary: readings.summary,

    async rejectMessage(message: Omit<RejectedMessageRecord, '_id'>): Promise<void> {
      await RejectedMessage.create(message);
    },

    async recordStatus(id: string, status: 'online' | 'offline', at: Date): Promise<void> {
      await Device.updateOne({ _id: id }, { $set: { connection: { status, at } } });
    },

    /** For other elements: where a device stands and for whom. */
    async describeDevices(ids: string[]) {
      const devices = await Device.find({ _id: { $in: ids } }).lean<DeviceRecord[]>();
      const sites = await deps.producers.sitesById(
        devices.flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : [])),
      );
      return new Map(
        devices.map((device) => {
          const site = device.siteId && sites.get(device.siteId.toHexString());
          return [
            device._id,
            {
              divisionCode: device.divisionCode,
              deviceName: device.name,
              ...(device.producerId && { producerId: device.producerId.toHexString() }),
              ...(site && { siteId: site._id.toHexString(), siteName: site.name, siteKind: site.kind }),
            },
          ];
        }),
      );
    },

    /** Devices that stand at these sites, with the metrics they have sent. */
    async devicesAtSites(siteIds: string[]) {
      const devices = await Device.find({ siteId: { $in: siteIds } }).lean<DeviceRecord[]>();
      return devices.map(({ _id, siteId, metrics }) => ({ id: _id, siteId: siteId?.toHexString() ?? '', metrics }));
    },
  };
}

export type DevicesService = ReturnType<typeof createDevicesService>;
