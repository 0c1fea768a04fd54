import type { Context } from '../context.ts';
import type { DevicesService } from '../devices/index.ts';
import type { ProducersService } from '../producers/index.ts';
import type { BatchRecord, EventRecord } from './model.ts';
import { staysOf } from './rules/stays.ts';

const pointsOfACurve = 200;
/** Door contacts and battery levels say nothing about the food. */
const environmentalMetrics = new Set(['temperature', 'humidity', 'soil-moisture', 'illuminance', 'co2', 'ph']);

interface Sources {
  devices: Pick<DevicesService, 'devicesAtSites' | 'summary' | 'thinnedSeries'>;
  producers: Pick<ProducersService, 'sitesById'>;
  permittedRange(device: string, metric: string, unit: string): Promise<{ above?: number; below?: number }>;
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
    const devices = await sources.devices.devicesAtSites([...new Set(stays.map(({ siteId }) => siteId))]);
    return stays.flatMap((stay) =>
      devices
        .filter(({ siteId }) => siteId === stay.siteId)
        .flatMap(({ id, metrics }) =>
          metrics
            .filter(({ name }) => environmentalMetrics.has(name))
            .map((metric) => ({
              device: id,
              metric: metric.name,
              unit: metric.unit,
              siteId: stay.siteId,
              siteName: sites.get(stay.siteId)?.name ?? '',
              siteKind: sites.get(stay.siteId)?.kind ?? 'plot',
              from: stay.from,
              to: stay.to ?? context.clock(),
            })),
        ),
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
            sources.permittedRange(device, metric, unit),
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
