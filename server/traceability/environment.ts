import type { Context } from '../context.ts';
import { type DevicesService, overlapOf } from '../devices/index.ts';
import type { ProducersService } from '../producers/index.ts';
import type { BatchRecord, EventRecord } from './model.ts';
import { staysOf } from './rules/stays.ts';

const pointsOfACurve = 200;
/** Door contacts and battery levels say nothing about the food. */
const environmentalMetrics = new Set(['temperature', 'humidity', 'soil-moisture', 'illuminance', 'co2', 'ph']);

interface Sources {
  devices: Pick<DevicesService, 'placementsAtSites' | 'summary' | 'thinnedSeries'>;
  producers: Pick<ProducersService, 'sitesById'>;
  /** By the place where the device stood at `at`. */
  permittedRange(device: string, metric: string, unit: string, at: Date): Promise<{ above?: number; below?: number }>;
}

/** What the sensors measured at a batch's sites while it was there. */
export function createEnvironment(context: Context, sources: Sources) {
  const exposures = async (batch: BatchRecord, events: EventRecord[]) => {
    const named = [batch, ...events].flatMap((each) => [
      each.siteId,
      'destinationSiteId' in each ? each.destinationSiteId : undefined,
    ]);
    const sites = await sources.producers.sitesById(named.flatMap((id) => (id ? [id.toHexString()] : [])));
    const stays = staysOf(
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
    const placements = await sources.devices.placementsAtSites([...new Set(stays.map(({ siteId }) => siteId))]);
    return stays.flatMap((stay) =>
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
      }),
    );
  };

  return {
    async summaries(batch: BatchRecord, events: EventRecord[]) {
      const found = await Promise.all(
        (await exposures(batch, events)).map(async ({ siteKind: _, ...exposure }) => {
          const summary = await sources.devices.summary(exposure.device, exposure.metric, exposure.from, exposure.to);
          return (
            summary && { ...exposure, ...summary, from: exposure.from.toISOString(), to: exposure.to.toISOString() }
          );
        }),
      );
      return found.filter((summary) => summary !== null);
    },

    async curves(batch: BatchRecord, events: EventRecord[]) {
      const found = await Promise.all(
        (await exposures(batch, events)).map(async ({ metric, unit, siteName, siteKind, device, from, to }) => {
          const [points, permitted] = await Promise.all([
            sources.devices.thinnedSeries(device, metric, from, to, pointsOfACurve),
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
        }),
      );
      return found.filter(({ points }) => points.length > 1);
    },
  };
}

export type Environment = ReturnType<typeof createEnvironment>;
