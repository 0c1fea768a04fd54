import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { partOf } from '../../database/guard.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { underLease } from '../../jobs/lease.ts';
import { type DeviceRecord, deviceModels, type ReadingRecord } from '../model.ts';
import { readablePeriods } from '../readable.ts';
import type { Period } from '../rules/placements.ts';
import { readingKeyRange } from '../rules.ts';
import { type Point, thin } from '../thin.ts';
import type { DueHour, DueHours } from './due-hours.ts';
import { writeReadings, writeRollUps } from './export.ts';
import { dayMilliseconds } from './periods.ts';
import { createRawSeries } from './raw-series.ts';
import { createRetention } from './retention.ts';
import { oldestTakenIn, type RetentionPolicy, usualRetention } from './retention-policy.ts';
import { combined } from './roll-up.ts';
import { type BoundsOf, byDay, createRoller, type Series } from './roller.ts';
import type { exportQuery, seriesQuery, seriesSchema } from './schema.ts';
import { createSeriesReader } from './series.ts';
import { clipped, type Stretch } from './stretches.ts';
import { extremesOf, pointOf } from './view.ts';

const mostReadingsOfACurve = 20_000;
const longestInHours = 100 * dayMilliseconds;
const roundMilliseconds = 30_000;
const retentionMilliseconds = 6 * 3_600_000;

interface Parts {
  due: DueHours;
  boundsOf: BoundsOf;
  policy?: RetentionPolicy | undefined;
}

/** What became of the readings: roll-ups, series at the resolution that fits, exports, and how long all of it is kept. */
export function createHistoryService(context: Context, { due, boundsOf, policy = usualRetention }: Parts) {
  const { Device, Reading } = deviceModels(context.connection);
  const raw = createRawSeries(context);
  const roller = createRoller(context, raw, boundsOf);
  const reader = createSeriesReader(context, { raw, roller, due });
  const retention = createRetention(context, roller, policy);
  const timers: NodeJS.Timeout[] = [];
  let running: Promise<void> = Promise.resolve();
  const end = new AbortController();

  const rollUpOne = async (series: Series, hours: DueHour[]): Promise<void> => {
    try {
      await roller.keep(
        series,
        hours.map(({ from }) => from),
      );
      await due.done(hours);
    } catch (error) {
      due.putBack(hours);
      throw error;
    }
  };

  /** Rolls up all hours whose time has come. */
  const rollUpDue = async (): Promise<void> => {
    await due.adopt();
    const taken = due.take(context.clock().getTime());
    const bySeries = new Map<string, DueHour[]>();
    for (const hour of taken) {
      const key = `${hour.device}|${hour.metric}`;
      bySeries.set(key, [...(bySeries.get(key) ?? []), hour]);
    }
    const work = [...bySeries.values()].flatMap((hours) => {
      const known = new Map(hours.map((hour) => [hour.from, hour]));
      return byDay([...known.keys()]).map((day) => day.flatMap((from) => known.get(from) ?? []));
    });
    for (const [index, hours] of work.entries()) {
      const [first] = hours;
      if (!first) continue;
      try {
        await rollUpOne({ device: first.device, metric: first.metric }, hours);
      } catch (error) {
        due.putBack(work.slice(index + 1).flat());
        throw error;
      }
    }
  };

  const applyRetention = async (): Promise<void> => {
    const lease = { name: 'retention', holder: randomUUID(), clock: () => new Date(), signal: end.signal };
    await underLease(context.connection, lease, async (lost) => {
      const removed = await retention.apply(() => !lost.aborted && !end.signal.aborted);
      if (removed.readings + removed.hours + removed.days > 0)
        context.log.info({ ...removed, policy }, 'history beyond its retention removed');
    });
  };

  const inTurn = (work: () => Promise<void>, failure: string): void => {
    running = running
      .then(() => (end.signal.aborted ? undefined : work()))
      .catch((error: unknown) => {
        if (!end.signal.aborted) context.log.error({ err: error }, failure);
      });
  };

  /** @returns when it stood where the caller may read it */
  const requireSeries = async (caller: Caller, id: string): Promise<Period[]> => {
    const device = await Device.findById(id, null, within(caller, 'readings:read')).lean<DeviceRecord>();
    if (!device) throw new NotFound(`There is no device ${id}`);
    return readablePeriods(caller, device);
  };

  async function* readingsIn({ device, metric }: Series, stretches: readonly Stretch[]) {
    for (const { from, to } of stretches) {
      const range = readingKeyRange(device, metric, new Date(from), new Date(to));
      const readings = Reading.find({ _id: range }, null, partOf('readings', { device })).sort({ _id: 1 });
      yield* readings.lean<ReadingRecord>().cursor({ batchSize: 1000 });
    }
  }

  return {
    async series(
      caller: Caller,
      device: string,
      query: z.infer<typeof seriesQuery>,
    ): Promise<z.input<typeof seriesSchema>> {
      const visible = await requireSeries(caller, device);
      const series = { device, metric: query.metric };
      const period = periodOf(query, context.clock());
      const resolution = query.resolution ?? (await reader.resolution(series, period, query.points, visible));
      const answer = {
        ...series,
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
        resolution,
      };
      if (resolution === 'reading') {
        const { unit, count, items } = await reader.readings(series, period, query.points, visible);
        return { ...answer, unit, count, items: items.map(({ at, value }) => ({ at: at.toISOString(), value })) };
      }
      const records = await reader.rollUps(series, resolution, period, visible);
      const count = records.reduce((sum, record) => sum + record.count, 0);
      return { ...answer, unit: records.at(-1)?.unit ?? '', count, items: records.map(pointOf) };
    },

    /** Writes the series as CSV, no faster than it is taken off. @returns after the last row */
    async export(
      caller: Caller,
      device: string,
      query: z.infer<typeof exportQuery>,
      open: () => Writable,
    ): Promise<void> {
      const visible = await requireSeries(caller, device);
      const { metric, resolution } = query;
      const period = periodOf(query, context.clock());
      if (resolution !== 'reading')
        return writeRollUps(await reader.rollUps({ device, metric }, resolution, period, visible), open());
      return writeReadings(readingsIn({ device, metric }, clipped(period, visible)), open());
    },

    /** For other elements: count, extremes and mean of a period, however long it is; `null` where nothing was measured. */
    async summary(device: string, metric: string, from: Date, to: Date) {
      const period = { from: from.getTime(), to: to.getTime() };
      if (period.from >= period.to) return null;
      const { count, sum, minimum, maximum } = combined(
        await reader.rollUps({ device, metric }, 'day', period, [period], 0),
      );
      if (minimum === undefined || maximum === undefined) return null;
      return { count, minimum, maximum, mean: Math.round((sum / count) * 100) / 100 };
    },

    /**
     * For other elements: a curve of at most `points`, highs and lows kept. Of a time too long, or too long ago, for its
     * readings it has the lowest and the highest of each hour or day.
     */
    async curve(device: string, metric: string, from: Date, to: Date, points: number): Promise<Point[]> {
      const period = { from: from.getTime(), to: to.getTime() };
      if (period.from >= period.to) return [];
      const series = { device, metric };
      const readingsKept = from >= oldestTakenIn(context.clock(), policy);
      if (readingsKept && (await raw.count(series, period, mostReadingsOfACurve + 1)) <= mostReadingsOfACurve)
        return (await reader.readings(series, period, points, [period])).items;
      const resolution = period.to - period.from > longestInHours ? 'day' : 'hour';
      return thin((await reader.rollUps(series, resolution, period, [period], 0)).flatMap(extremesOf), points);
    },

    /** What was measured before this is not taken in any more. */
    oldestTakenIn: () => oldestTakenIn(context.clock(), policy),

    rollUpDue,
    applyRetention,

    start(): void {
      timers.push(
        setInterval(() => inTurn(rollUpDue, 'hours not rolled up, will retry'), roundMilliseconds).unref(),
        setInterval(() => inTurn(applyRetention, 'retention not applied, will retry'), retentionMilliseconds).unref(),
      );
      inTurn(rollUpDue, 'hours not rolled up, will retry');
      inTurn(applyRetention, 'retention not applied, will retry');
    },

    async stop(): Promise<void> {
      end.abort();
      for (const timer of timers) clearInterval(timer);
      await running;
      await due.leave();
    },
  };
}

export type HistoryService = ReturnType<typeof createHistoryService>;

function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, now: Date): Stretch {
  const end = to === undefined ? now.getTime() : Date.parse(to);
  const begin = from === undefined ? end - dayMilliseconds : Date.parse(from);
  if (begin >= end) throw InvalidInput.field('/query/to', 'must be later than from');
  return { from: begin, to: end };
}
