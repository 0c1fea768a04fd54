import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { partOf, unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { subtreeRange } from '../divisions/rules.ts';
import type { Caller } from '../identity/caller.ts';
import type { ProducersService } from '../producers/index.ts';
import { createStandings } from './calibrations/standings.ts';
import { createCertificates } from './certificates.ts';
import { createClaims } from './claims.ts';
import { createCounts } from './counts.ts';
import { createDeliveries } from './delivery.ts';
import { createFinding } from './finding.ts';
import { createDueHours } from './history/due-hours.ts';
import { createLife } from './life.ts';
import { createDeviceList } from './list/service.ts';
import { type DeviceRecord, deviceModels, type RejectedMessageRecord } from './model.ts';
import { placementsOf } from './places.ts';
import { createPlacing } from './placing.ts';
import { inPeriods, readablePeriods } from './readable.ts';
import { createReadingStore } from './reading-store.ts';
import { createRegistration } from './registration.ts';
import type { listReadingsQuery } from './schema.ts';
import { createSources } from './sources.ts';
import { createSteps } from './steps.ts';
import { readingView, rejectedMessageView } from './view.ts';
import { createVitals } from './vitals.ts';

const forOthers = unscoped('the element that asks answers for who may see them');

export function createDevicesService(
  context: Context,
  deps: { divisions: DivisionsService; producers: Pick<ProducersService, 'findSite' | 'sitesById'> },
) {
  const { Device, RejectedMessage } = deviceModels(context.connection);
  const deliveries = createDeliveries(context);
  const dueHours = createDueHours(context, randomUUID());
  const readings = createReadingStore(context, deliveries, dueHours);
  const sources = createSources(context);
  context.bus.on('device.cut-off', sources.forget);
  const standingsOf = createStandings(context);

  const finding = createFinding(context, { producers: deps.producers, deliveries, readings });
  const { requireDevice } = finding;
  const step = createSteps(context, sources);

  return {
    ...createDeviceList(context, { ...deps, viewsOf: finding.viewsOf }),
    ...createCounts(context.connection),
    requireDevice,
    getDevice: finding.viewOf,
    ...createRegistration(context, { ...deps, finding, sources }),
    ...createLife({ finding, step }),
    ...createClaims(context, { step, sources }),
    ...createCertificates(context, { finding, step }),
    ...createPlacing({ ...deps, finding, step }),

    async listReadings(caller: Caller, query: z.infer<typeof listReadingsQuery>) {
      const device = await requireDevice(caller, query.device, 'readings:read');
      const page = await readings.list(query, readablePeriods(caller, device));
      const standingAt = await standingsOf(query.device);
      const items = page.items.map((reading) => readingView(reading, standingAt(reading.at)));
      return { items, nextCursor: page.nextCursor };
    },

    async listRejectedMessages(caller: Caller, id: string, query: { limit: number; cursor?: string | undefined }) {
      const device = await requireDevice(caller, id);
      const page = await findPage(
        RejectedMessage,
        inPeriods('receivedAt', readablePeriods(caller, device)),
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
    deviceOfCertificate: sources.deviceOfCertificate,
    sourceOf: sources.sourceOf,

    storeReadings: readings.store,
    /** For the history: hours whose readings it may not know. */
    dueHours,
    readingsBetween: readings.between,

    async rejectMessage(message: Omit<RejectedMessageRecord, '_id'>): Promise<void> {
      await RejectedMessage.create([message], { ordered: true, ...unscoped('what a device sent is kept') });
      await deliveries.noteRejected(message.device);
    },

    noteMissing: deliveries.noteMissing,
    ...createVitals(context),
    start: deliveries.start,
    stop: deliveries.stop,

    async recordStatus(id: string, status: 'online' | 'offline', at: Date): Promise<void> {
      await Device.updateOne(
        { _id: id },
        { $set: { connection: { status, at } }, ...(status === 'online' && { $max: { heardAt: at } }) },
      ).setOptions(unscoped('the broker has seen it'));
    },

    /** For other elements: where a device stands and for whom, and where it stood; times are milliseconds since 1970. */
    /** For other elements; `null` when there is no such device. */
    async kindOf(id: string): Promise<string | null> {
      const found = await Device.findById(id, null, forOthers).lean<DeviceRecord>();
      return found?.kind ?? null;
    },

    async describeDevices(ids: string[]) {
      const devices = await Device.find({ _id: { $in: ids } }, null, forOthers).lean<DeviceRecord[]>();
      const sites = await deps.producers.sitesById(
        devices.flatMap(placementsOf).flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : [])),
      );
      return new Map(
        devices.map((device) => {
          const { _id, name: deviceName } = device;
          const places = placementsOf(device).map(({ divisionCode, siteId, producerId, from, to }) => {
            const site = siteId && sites.get(siteId.toHexString());
            return {
              divisionCode,
              ...(producerId && { producerId: producerId.toHexString() }),
              ...(site && { siteId: site._id.toHexString(), siteName: site.name, siteKind: site.kind }),
              ...(site?.productIds && { productIds: site.productIds.map(String) }),
              ...(from && { from: from.getTime() }),
              ...(to && { to: to.getTime() }),
            };
          });
          return [
            _id,
            { deviceName, deviceKind: device.kind, divisionCode: device.divisionCode, ...places.at(-1), places },
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

    /** For other elements: the gateway that publishes for a device, with all in use behind it; `null` for one that speaks for itself. */
    async gatewayOf(id: string) {
      const device = await Device.findById(id, null, forOthers).lean<DeviceRecord>();
      if (device?.gatewayId === undefined) return null;
      const gateway = await Device.findById(device.gatewayId, null, forOthers).lean<DeviceRecord>();
      if (!gateway) return null;
      const inUse = { gatewayId: gateway._id, state: { $nin: ['disabled' as const, 'retired' as const] } };
      const behind = await Device.find(inUse, null, forOthers).select({ _id: 1 }).lean<Pick<DeviceRecord, '_id'>[]>();
      const { _id, name, divisionCode } = gateway;
      return { id: _id, name, divisionCode, behind: behind.map((each) => each._id) };
    },

    /** For other elements: when a device last sent a metric (or any); `null` when it never has. */
    async lastHeard(id: string, metric: string | undefined): Promise<Date | null> {
      const device = await Device.findById(id, null, forOthers).lean<DeviceRecord>();
      const metrics = device?.metrics.filter(({ name }) => metric === undefined || name === metric) ?? [];
      const last = device ? await readings.lastOf({ _id: id, metrics }) : [];
      return last.length > 0 ? new Date(Math.max(...last.map(({ at }) => at.getTime()))) : null;
    },

    /** The devices that stand or stood at these sites, each with the time it did and the metrics it has sent. */
    async placementsAtSites(siteIds: string[]) {
      const wanted = { $in: siteIds.map((id) => new Types.ObjectId(id)) };
      const devices = await Device.find(
        { $or: [{ 'placements.siteId': wanted }, { siteId: wanted, placements: { $exists: false } }] },
        null,
        forOthers,
      ).lean<DeviceRecord[]>();
      return devices.flatMap((device) =>
        placementsOf(device).flatMap(({ siteId, from, to }) =>
          siteId && siteIds.includes(siteId.toHexString())
            ? [{ id: device._id, metrics: device.metrics, siteId: siteId.toHexString(), from, to }]
            : [],
        ),
      );
    },
  };
}

export type DevicesService = ReturnType<typeof createDevicesService>;
