import type { Context } from '../context.ts';
import { type DevicesService, type HistoryService, overlapOf } from '../devices/index.ts';
import type { ProducersService, SiteRecord } from '../producers/index.ts';
import type { BatchRecord, EventRecord } from './model.ts';
import { type Stay, staysOf } from './rules/stays.ts';

const pointsOfACurve = 200;
/** Door contacts and battery levels say nothing about the food. */
const environmentalMetrics = new Set(['temperature', 'humidity', 'soil-moisture', 'illuminance', 'co2', 'ph']);

interface Sources {
  devices: Pick<DevicesService, 'placementsAtSites'>;
  history: Pick<HistoryService, 'summary' | 'curve'>;
  producers: Pick<ProducersService, 'sitesById'>;
  /** By the place where the device stood at `at`. */
  permittedRange(device: string, metric: string, unit: string, at: Date): Promise<{ above?: number; below?: number }>;
}

/** Batch code → its events, and those of the containers that it was in. */
type EventsOfBatches = ReadonlyMap<string, { event: EventRecord }[]>;

type Placements = Awaited<ReturnType<DevicesService['placementsAtSites']>>;

/** What the sensors measured at a batch's sites while it was there. */
export function createEnvironment(context: Context, sources: Sources) {
  /** Where and when devices stood beside the batches, each batch with its own; asked of the database once for all. */
  const exposuresOf = async (batches: BatchRecord[], eventsOf: EventsOfBatches) => {
    const ofBatch = (batch: BatchRecord) => (eventsOf.get(batch.code) ?? []).map(({ event }) => event);
    const named = batches.flatMap((batch) => [
      batch.siteId,
      ...ofBatch(batch).flatMap((event) => [event.siteId, event.destinationSiteId]),
    ]);
    const ids = [...new Set(named.flatMap((id) => (id ? [id.toHexString()] : [])))];
    const sites = await sources.producers.sitesById(ids);
    const stays = new Map(batches.map((batch) => [batch.code, staysAt(batch, ofBatch(batch), sites)]));
    const visited = new Set([...stays.values()].flatMap((ofOne) => ofOne.map(({ siteId }) => siteId)));
    const placements = await sources.devices.placementsAtSites([...visited]);
    return new Map(
      [...stays].map(([code, ofOne]) => [code, ofOne.flatMap((stay) => metDuring(stay, placements, sites))] as const),
    );
  };

  const staysAt = (batch: BatchRecord, events: EventRecord[], sites: Map<string, SiteRecord>) =>
    staysOf(
      { createdAt: batch.createdAt, ...(batch.siteId && { siteId: batch.siteId.toHexString() }) },
      events.map((event) => {
        const destination = event.destinationSiteId?.toHexString();
        return {
          step: event.step,
          at: event.at,
          ...(event.siteId && { siteId: event.siteId.toHexString() }),
          // What is on its way to a store is not there before it is received.
          ...(destination && sites.get(destination)?.kind === 'vehicle' && { destinationSiteId: destination }),
        };
      }),
    );

  const metDuring = (stay: Stay, placements: Placements, sites: Map<string, SiteRecord>) =>
    placements.flatMap(({ id, metrics, siteId, ...placement }) => {
      // A reading is of this batch when both were there at its own time.
      const together = siteId === stay.siteId ? overlapOf(stay, placement) : null;
      if (!together) return [];
      const { from = stay.from, to = context.clock() } = together;
      const site = sites.get(siteId);
      return metrics
        .filter(({ name }) => environmentalMetrics.has(name))
        .map(({ name: metric, unit }) => ({
          device: id,
          metric,
          unit,
          siteId,
          siteName: site?.name ?? '',
          siteKind: site?.kind ?? 'plot',
          from,
          to,
        }));
    });

  return {
    /** Batch code → what each device measured beside it. */
    async summariesOf(batches: BatchRecord[], eventsOf: EventsOfBatches) {
      const exposures = await exposuresOf(batches, eventsOf);
      return new Map(
        await Promise.all(
          [...exposures].map(async ([code, ofBatch]) => {
            const found = await Promise.all(
              ofBatch.map(async ({ siteKind: _, ...exposure }) => {
                const { device, metric, from, to } = exposure;
                const summary = await sources.history.summary(device, metric, from, to);
                return summary && { ...exposure, ...summary, from: from.toISOString(), to: to.toISOString() };
              }),
            );
            return [code, found.filter((summary) => summary !== null)] as const;
          }),
        ),
      );
    },

    async curves(batch: BatchRecord, eventsOf: EventsOfBatches) {
      const found = await Promise.all(
        ((await exposuresOf([batch], eventsOf)).get(batch.code) ?? []).map(
          async ({ metric, unit, siteName, siteKind, device, from, to }) => {
            const [points, permitted] = await Promise.all([
              sources.history.curve(device, metric, from, to, pointsOfACurve),
              sources.permittedRange(device, metric, unit, from),
            ]);
            return {
              metric,
              unit,
              siteName,
              siteKind,
              from: from.toISOString(),
              to: to.toISOString(),
              points: points.map(({ at, value }) => ({ at: at.toISOString(), value })),
              permitted,
            };
          },
        ),
      );
      return found.filter(({ points }) => points.length > 1);
    },
  };
}

export type Environment = ReturnType<typeof createEnvironment>;
