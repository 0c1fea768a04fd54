import type { z } from 'zod';
import type { Context } from '../context.ts';
import { partOf, unscoped } from '../database/guard.ts';
import { findPage, type Page } from '../database/page.ts';
import type { Deliveries } from './delivery.ts';
import { createFrames } from './frames.ts';
import type { DueHours } from './history/due-hours.ts';
import { type DeviceRecord, deviceModels, type ReadingRecord } from './model.ts';
import { dateOf, inPeriods } from './readable.ts';
import type { Period } from './rules/placements.ts';
import { readingKey, readingKeyRange } from './rules.ts';
import type { listReadingsQuery } from './schema.ts';

export type NewReading = Omit<ReadingRecord, '_id'> & { frame?: string };

export interface StoreOutcome {
  /** All of them, at the times under which they are kept. */
  placed: ReadingRecord[];
  stored: ReadingRecord[];
  duplicates: number;
  /** Another value already stands at the same device, metric and time; the first one stays. */
  contradictions: { index: number; storedValue: number }[];
}

const whileStoring = unscoped('readings are stored for every device');
const forOthers = unscoped('the rules on the stream take up what was measured before');

export function createReadingStore(
  context: Context,
  deliveries: Pick<Deliveries, 'note'>,
  dueHours: Pick<DueHours, 'begin'>,
) {
  const { Device, Reading } = deviceModels(context.connection);
  const frames = createFrames(context);
  /** Of each device the metrics that its registration is known to name. */
  const knownMetrics = new Map<string, Set<string>>();

  /** Those that are not known to be named, with one query for all: after a start that is every device. */
  const findUnnamed = async (readings: readonly ReadingRecord[]): Promise<ReadingRecord[]> => {
    const unknown = readings.filter(({ device, metric }) => !knownMetrics.get(device)?.has(metric));
    if (unknown.length === 0) return [];
    const ids = [...new Set(unknown.map(({ device }) => device))];
    const devices = await Device.find({ _id: { $in: ids } }, null, whileStoring)
      .select({ metrics: 1 })
      .lean<Pick<DeviceRecord, '_id' | 'metrics'>[]>();
    for (const { _id, metrics } of devices) knownMetrics.set(_id, new Set(metrics.map(({ name }) => name)));
    return unknown.filter(({ device, metric }) => !knownMetrics.get(device)?.has(metric));
  };

  const noteMetrics = async (readings: readonly ReadingRecord[]): Promise<void> => {
    for (const { device, metric, unit } of await findUnnamed(readings)) {
      const named = knownMetrics.get(device) ?? new Set();
      if (named.has(metric)) continue;
      await Device.updateOne(
        { _id: device, 'metrics.name': { $ne: metric } },
        { $push: { metrics: { name: metric, unit } } },
      ).setOptions(whileStoring);
      knownMetrics.set(device, named.add(metric));
    }
  };

  const findContradictions = async (
    records: ReadingRecord[],
    repeated: Set<number>,
  ): Promise<StoreOutcome['contradictions']> => {
    const keys = [...repeated].flatMap((index) => records[index]?._id ?? []);
    const earlier = await Reading.find({ _id: { $in: keys } }, null, whileStoring).lean<ReadingRecord[]>();
    const storedValues = new Map(earlier.map(({ _id, value }) => [_id, value]));
    return [...repeated].flatMap((index) => {
      const record = records[index];
      const storedValue = record && storedValues.get(record._id);
      return storedValue === undefined || storedValue === record?.value ? [] : [{ index, storedValue }];
    });
  };

  return {
    /** Resolves when all readings are durable. A reading that is there already is a duplicate, and nothing changes. */
    async store(readings: NewReading[]): Promise<StoreOutcome> {
      const records: ReadingRecord[] = (await frames.placed(readings)).map((reading) => ({
        _id: readingKey(reading.device, reading.metric, reading.at),
        ...reading,
      }));
      if (records.length === 0) return { placed: [], stored: [], duplicates: 0, contradictions: [] };
      const inserted = await dueHours.begin(records);
      const repeated = await insertNew(Reading, records).finally(inserted);
      const stored = records.filter((_, index) => !repeated.has(index));
      await noteMetrics(records);
      await deliveries.note(
        stored,
        records.filter((_, index) => repeated.has(index)),
      );
      return {
        placed: records,
        stored,
        duplicates: repeated.size,
        contradictions: repeated.size ? await findContradictions(records, repeated) : [],
      };
    },

    /**
     * Of a device that the caller of this method has found to be within reach.
     * @param periods only what was measured in one of them
     */
    async list(query: z.infer<typeof listReadingsQuery>, periods: readonly Period[]): Promise<Page<ReadingRecord>> {
      const from = query.from === undefined ? undefined : new Date(query.from);
      const to = query.to === undefined ? undefined : new Date(query.to);
      const at = { ...(from && { $gte: from }), ...(to && { $lt: to }) };
      const filter = {
        _id: readingKeyRange(query.device, query.metric, from, to),
        ...(query.metric === undefined && (from || to) ? { at } : {}),
        ...inPeriods('at', periods),
      };
      const scoped = partOf('readings', { device: query.device });
      return findPage(Reading, filter, { ...query, order: 'ascending' }, scoped) as Promise<Page<ReadingRecord>>;
    },

    /** The newest reading of each metric the device has sent, of what was measured in one of the periods. */
    async lastOf(
      device: Pick<DeviceRecord, '_id' | 'metrics'>,
      periods: readonly Period[] = [{}],
    ): Promise<ReadingRecord[]> {
      const newest = async (metric: string): Promise<ReadingRecord | null> => {
        for (const { from, to } of periods.toReversed()) {
          const range = readingKeyRange(device._id, metric, dateOf(from), dateOf(to));
          const found = await Reading.findOne({ _id: range }, null, partOf('readings', { device: device._id }))
            .sort({ _id: -1 })
            .lean<ReadingRecord>();
          if (found) return found;
        }
        return null;
      };
      const found = await Promise.all(device.metrics.map(({ name }) => newest(name)));
      return found.filter((reading) => reading !== null);
    },

    /** A series as it was stored, the oldest first; `to` is not part of it. Times are milliseconds since 1970. */
    async between(device: string, metric: string, from: Date, to: Date) {
      const series = await Reading.find({ _id: readingKeyRange(device, metric, from, to) }, null, forOthers)
        .sort({ _id: 1 })
        .select({ at: 1, value: 1, unit: 1 })
        .lean<Pick<ReadingRecord, 'at' | 'value' | 'unit'>[]>();
      return series.map(({ value, unit, at }) => ({ value, unit, at: at.getTime() }));
    },
  };
}

export type ReadingStore = ReturnType<typeof createReadingStore>;

/** Inserts all it can; answers the places of those whose key was there already. Any other failure is thrown. */
async function insertNew(
  Reading: ReturnType<typeof deviceModels>['Reading'],
  records: ReadingRecord[],
): Promise<Set<number>> {
  try {
    await Reading.collection.insertMany(records as never[], { ordered: false });
    return new Set();
  } catch (error) {
    const failures = (error as { writeErrors?: { code: number; index: number }[] }).writeErrors ?? [];
    if (!failures.length || failures.some(({ code }) => code !== 11000)) throw error;
    return new Set(failures.map(({ index }) => index));
  }
}
