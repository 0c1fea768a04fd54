import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { partOf, unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { subtreeRange } from '../divisions/rules.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';
import { within } from '../identity/rights/within.ts';
import { digest, newSecret } from '../identity/secrets.ts';
import type { ProducersService } from '../producers/index.ts';
import { createDeliveries } from './delivery.ts';
import { type DeviceRecord, deviceModels, type FieldMappingRecord, type RejectedMessageRecord } from './model.ts';
import { createReadingStore } from './reading-store.ts';
import { externalKey } from './rules.ts';
import type { createDeviceBody, fieldMapping, listDevicesQuery, listReadingsQuery } from './schema.ts';
import { createSources } from './sources.ts';
import { deviceView, readingView, rejectedMessageView } from './view.ts';

const forOthers = unscoped('the element that asks answers for who may see them');

export function createDevicesService(
  context: Context,
  deps: { divisions: DivisionsService; producers: Pick<ProducersService, 'findSite' | 'sitesById'> },
) {
  const { Device, RejectedMessage } = deviceModels(context.connection);
  const deliveries = createDeliveries(context);
  const readings = createReadingStore(context, deliveries);
  const sources = createSources(context);

  const requireDevice = async (
    caller: Caller,
    id: string,
    permission: Permission = 'devices:read',
  ): Promise<DeviceRecord> => {
    const device = await Device.findById(id, null, within(caller, permission)).lean<DeviceRecord>();
    if (!device) throw new NotFound(`There is no device ${id}`);
    return device;
  };

  const viewsOf = async (devices: DeviceRecord[]) => {
    const sites = await deps.producers.sitesById(
      devices.flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : [])),
    );
    const delivered = await deliveries.of(devices.map(({ _id }) => _id));
    return Promise.all(
      devices.map(async (device) => {
        const site = device.siteId && sites.get(device.siteId.toHexString());
        return deviceView(device, site, await readings.lastOf(device), delivered.get(device._id));
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
    const site = await deps.producers.findSite(caller, body.siteId);
    if (!site) throw InvalidInput.field('/siteId', 'is not a known site');
    return { divisionCode: site.divisionCode, producerId: site.producerId, siteId: site._id };
  };

  const behindGateway = async (caller: Caller, { gatewayId, externalId }: z.infer<typeof createDeviceBody>) => {
    if (gatewayId === undefined || externalId === undefined) return {};
    const gateway = await Device.findById(gatewayId, null, within(caller, 'devices:create')).lean<DeviceRecord>();
    if (gateway?.kind !== 'gateway') throw InvalidInput.field('/gatewayId', 'is not a device of kind gateway');
    return { gatewayId, externalId, externalKey: externalKey(gatewayId, externalId) };
  };

  return {
    async listDevices(caller: Caller, query: z.infer<typeof listDevicesQuery>) {
      const filter = {
        ...(query.site && { siteId: new Types.ObjectId(query.site) }),
        ...(query.kind && { kind: query.kind }),
        ...(query.gateway && { gatewayId: query.gateway }),
      };
      const page = await findPage(Device, filter, { ...query, order: 'ascending' }, within(caller, 'devices:read'));
      return { items: await viewsOf(page.items as DeviceRecord[]), nextCursor: page.nextCursor };
    },

    async getDevice(caller: Caller, id: string) {
      const [view] = await viewsOf([await requireDevice(caller, id)]);
      if (!view) throw new NotFound(`There is no device ${id}`);
      return view;
    },

    /** The answer holds the secret and the access token, this once: only their hashes are stored. */
    async createDevice(caller: Caller, body: z.infer<typeof createDeviceBody>) {
      const place = await placeOf(caller, body);
      const behind = await behindGateway(caller, body);
      const secret = newSecret();
      const accessToken = body.accessToken === true ? newSecret() : body.accessToken;
      const device: DeviceRecord = {
        _id: body.id,
        name: body.name,
        kind: body.kind,
        ...place,
        ...behind,
        ...(body.mapping && { mapping: recordOf(body.mapping) }),
        secretHash: digest(secret),
        ...(accessToken !== undefined && { accessTokenHash: digest(accessToken) }),
        metrics: [],
        createdAt: context.clock(),
      };
      try {
        await createRecord(context, actorOf(caller), Device, device, within(caller, 'devices:create'));
      } catch (error) {
        throw takenBy(error, body) ?? error;
      }
      sources.forget();
      const [view] = await viewsOf([device]);
      if (!view) throw new NotFound(`There is no device ${body.id}`);
      return { ...view, secret, ...(accessToken !== undefined && { accessToken }) };
    },

    /** Takes the place of the mapping that there was. */
    async mapDevice(caller: Caller, id: string, mapping: z.infer<typeof fieldMapping>) {
      const scoped = within(caller, 'devices:create');
      await requireDevice(caller, id, 'devices:create');
      await inTransaction(context, actorOf(caller), ({ session }) =>
        Device.updateOne({ _id: id }, { $set: { mapping: recordOf(mapping) } }, { session, ...scoped }),
      );
      sources.forget();
      const [view] = await viewsOf([await requireDevice(caller, id)]);
      if (!view) throw new NotFound(`There is no device ${id}`);
      return view;
    },

    async listReadings(caller: Caller, query: z.infer<typeof listReadingsQuery>) {
      await requireDevice(caller, query.device, 'readings:read');
      const page = await readings.list(query);
      return { items: page.items.map(readingView), nextCursor: page.nextCursor };
    },

    async listRejectedMessages(caller: Caller, id: string, query: { limit: number; cursor?: string | undefined }) {
      await requireDevice(caller, id);
      const page = await findPage(
        RejectedMessage,
        {},
        { ...query, order: 'descending' },
        partOf('rejected-messages', { device: id }),
      );
      return {
        items: page.items.map((message) => rejectedMessageView(message as RejectedMessageRecord)),
        nextCursor: page.nextCursor,
      };
    },

    authenticate: sources.authenticate,
    authenticateGateway: sources.authenticateGateway,
    deviceOfToken: sources.deviceOfToken,
    sourceOf: sources.sourceOf,

    storeReadings: readings.store,
    readingsBetween: readings.between,
    thinnedSeries: readings.thinnedSeries,
    summary: readings.summary,

    async rejectMessage(message: Omit<RejectedMessageRecord, '_id'>): Promise<void> {
      await RejectedMessage.create([message], { ordered: true, ...unscoped('what a device sent is kept') });
      await deliveries.noteRejected(message.device);
    },

    noteMissing: deliveries.noteMissing,
    start: deliveries.start,
    stop: deliveries.stop,

    async recordStatus(id: string, status: 'online' | 'offline', at: Date): Promise<void> {
      await Device.updateOne({ _id: id }, { $set: { connection: { status, at } } }).setOptions(
        unscoped('the broker has seen it'),
      );
    },

    /** For other elements: where a device stands and for whom. */
    async describeDevices(ids: string[]) {
      const devices = await Device.find({ _id: { $in: ids } }, null, forOthers).lean<DeviceRecord[]>();
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

    /** For other elements: the devices of a division's subtree that have sent a metric (or any). */
    async heardIn(divisionCode: string, metric: string | undefined): Promise<string[]> {
      const wanted = metric === undefined ? { 'metrics.0': { $exists: true } } : { 'metrics.name': metric };
      const inDivision = { divisionCode: subtreeRange(divisionCode), ...wanted };
      const found = await Device.find(inDivision, null, forOthers)
        .select({ _id: 1 })
        .lean<Pick<DeviceRecord, '_id'>[]>();
      return found.map(({ _id }) => _id);
    },

    /** For other elements: when a device last sent a metric (or any); `null` when it never has. */
    async lastHeard(id: string, metric: string | undefined): Promise<Date | null> {
      const device = await Device.findById(id, null, forOthers).lean<DeviceRecord>();
      const metrics = device?.metrics.filter(({ name }) => metric === undefined || name === metric) ?? [];
      const last = device ? await readings.lastOf({ _id: id, metrics }) : [];
      return last.length > 0 ? new Date(Math.max(...last.map(({ at }) => at.getTime()))) : null;
    },

    /** Devices that stand at these sites, with the metrics they have sent. */
    async devicesAtSites(siteIds: string[]) {
      const devices = await Device.find({ siteId: { $in: siteIds } }, null, forOthers).lean<DeviceRecord[]>();
      return devices.map(({ _id, siteId, metrics }) => ({ id: _id, siteId: siteId?.toHexString() ?? '', metrics }));
    },
  };
}

function recordOf({ sameNames, fields }: z.infer<typeof fieldMapping>): FieldMappingRecord {
  return {
    sameNames,
    fields: fields.map(({ field, metric, unit, ignored }) => ({
      field,
      ...(metric !== undefined && { metric }),
      ...(unit !== undefined && { unit }),
      ...(ignored && { ignored }),
    })),
  };
}

/** Which of the names that must be the device's own somebody else has. */
function takenBy(error: unknown, body: z.infer<typeof createDeviceBody>): Conflict | null {
  if (!isDuplicateKey(error)) return null;
  const { keyPattern = {} } = error as { keyPattern?: Record<string, unknown> };
  const taken = (field: string, what: string) => new Conflict(what, [{ pointer: `/${field}`, message: 'is taken' }]);
  if ('externalKey' in keyPattern)
    return taken('externalId', `${body.externalId} is registered at ${body.gatewayId} already`);
  if ('accessTokenHash' in keyPattern) return taken('accessToken', 'Another device has this access token');
  return taken('id', `The device id ${body.id} is taken`);
}

export type DevicesService = ReturnType<typeof createDevicesService>;
