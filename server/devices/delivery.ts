import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { type DeliveryCounts, type DeliveryRecord, deviceModels, type ReadingRecord } from './model.ts';
import { clockAhead, noteClock } from './rules/clock.ts';
import { noteSequence } from './rules/sequence.ts';

const flushMilliseconds = 2_000;
const heardMilliseconds = 60_000;
/** A device that is silent for so long is read anew, as another instance may have heard it meanwhile. */
const keptMilliseconds = 60_000;
/** After a crash: how many of each metric's readings show what the counter had reached. */
const readingsToRecover = 200;

type Known = Pick<DeliveryRecord, 'sequence' | 'clock' | 'newestAt'>;

interface After {
  state: Known;
  missing: number;
}

interface Followed {
  state: Known;
  /** Counted here and not yet written. */
  pending: DeliveryCounts;
  touchedAt: number;
  /** As the device's own record has it. */
  heardWrittenAt: number;
  dirty: boolean;
}

export const nothingDelivered: DeliveryCounts = { stored: 0, duplicates: 0, late: 0, missing: 0, rejected: 0 };
const counted = Object.keys(nothingDelivered) as (keyof DeliveryCounts)[];

const counting = unscoped('every device is counted');
const ofReadDevices = unscoped('the devices have been read within their scope');

/**
 * How well each device's messages arrive: repeats, gaps, lateness, its clock. Followed in memory and written every two
 * seconds; what a crash takes with it is some counts, never a reading.
 */
export function createDeliveries(context: Context) {
  const { Delivery, Device, Reading } = deviceModels(context.connection);
  const followed = new Map<string, Followed>();
  let timer: NodeJS.Timeout | undefined;

  const recoverSequence = async (device: string, state: Known) => {
    const registered = await Device.findById(device, null, counting).select({ metrics: 1 }).lean();
    const series = await Promise.all(
      (registered?.metrics ?? []).map(({ name }) =>
        Reading.find({ _id: { $gte: `${device}|${name}|`, $lt: `${device}|${name}}` } }, null, counting)
          .sort({ _id: -1 })
          .limit(readingsToRecover)
          .lean<ReadingRecord[]>(),
      ),
    );
    const readings = series.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
    return sequenceAfter(state, readings);
  };

  const startFrom = async (device: string, record: DeliveryRecord | undefined): Promise<After> => {
    const { sequence, clock = [], newestAt } = record ?? {};
    const read: Known = { clock, ...(sequence && { sequence }), ...(newestAt && { newestAt }) };
    return record && !record.clean ? recoverSequence(device, read) : { state: read, missing: 0 };
  };

  /** Takes up the devices that are not followed yet, with one query for all. */
  const follow = async (devices: readonly string[]): Promise<void> => {
    const unknown = devices.filter((device) => !followed.has(device));
    if (unknown.length === 0) return;
    const records = await Delivery.find({ _id: { $in: unknown } }, null, counting).lean<DeliveryRecord[]>();
    const written = new Map(records.map((record) => [record._id, record]));
    for (const device of unknown) {
      const { state, missing } = await startFrom(device, written.get(device));
      if (followed.has(device)) continue;
      followed.set(device, {
        state,
        pending: { ...nothingDelivered, missing },
        touchedAt: 0,
        heardWrittenAt: 0,
        dirty: missing !== 0,
      });
    }
  };

  const count = async (device: string, counts: Partial<DeliveryCounts>): Promise<Followed | undefined> => {
    await follow([device]);
    const one = followed.get(device);
    if (!one) return undefined;
    for (const name of counted) one.pending[name] += counts[name] ?? 0;
    one.dirty = true;
    one.touchedAt = context.clock().getTime();
    return one;
  };

  /** Writes that these devices were heard, each once a minute at most: a list finds the silent ones by it. */
  const writeHeard = async (now: number, atOnce: boolean): Promise<void> => {
    const heard = [...followed].filter(
      ([, { touchedAt, heardWrittenAt }]) =>
        touchedAt > heardWrittenAt && (atOnce || now - heardWrittenAt >= heardMilliseconds),
    );
    if (heard.length === 0) return;
    const newest = Math.max(...heard.map(([, { touchedAt }]) => touchedAt));
    try {
      await Device.updateMany(
        { _id: { $in: heard.map(([id]) => id) } },
        { $max: { heardAt: new Date(newest) } },
      ).setOptions(counting);
      for (const [, one] of heard) one.heardWrittenAt = newest;
    } catch (error) {
      context.log.error({ err: error }, 'which devices were heard was not written, will retry');
    }
  };

  const flush = async (clean: boolean): Promise<void> => {
    const now = context.clock().getTime();
    await writeHeard(now, clean);
    const dirty = [...followed].filter(([, one]) => one.dirty || clean);
    const writes = dirty.map(([device, one]) => {
      const pending = one.pending;
      one.pending = { ...nothingDelivered };
      one.dirty = false;
      return { device, one, pending };
    });
    for (const [device, one] of followed)
      if (!one.dirty && now - one.touchedAt > keptMilliseconds) followed.delete(device);
    if (writes.length === 0) return;
    try {
      await Delivery.bulkWrite(
        writes.map(({ device, one, pending }) => ({
          updateOne: {
            filter: { _id: device },
            update: { $inc: pending, $set: { ...one.state, clean } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    } catch (error) {
      for (const { one, pending } of writes) {
        for (const name of counted) one.pending[name] += pending[name];
        one.dirty = true;
      }
      context.log.error({ err: error }, 'delivery counts not written, will retry');
    }
  };

  return {
    /** Never rejects: a count is not worth a reading. */
    async note(stored: readonly ReadingRecord[], repeated: readonly { device: string }[]): Promise<void> {
      try {
        const newReadings = byDevice(stored);
        const repeats = byDevice(repeated);
        const devices = [...new Set([...newReadings.keys(), ...repeats.keys()])];
        await follow(devices);
        for (const device of devices) {
          const readings = newReadings.get(device) ?? [];
          const one = await count(device, { stored: readings.length, duplicates: repeats.get(device)?.length ?? 0 });
          if (!one) continue;
          const after = stateAfter(one.state, readings);
          one.state = after.state;
          one.pending.late += after.late;
          one.pending.missing += after.missing;
        }
      } catch (error) {
        context.log.error({ err: error }, 'deliveries not counted');
      }
    },

    async noteRejected(device: string): Promise<void> {
      await count(device, { rejected: 1 });
    },

    /** Messages that a protocol's own numbers show to be lost. */
    async noteMissing(device: string, missing: number): Promise<void> {
      await count(device, { missing });
    },

    async of(devices: string[]) {
      const records = await Delivery.find({ _id: { $in: devices } }, null, ofReadDevices).lean<DeliveryRecord[]>();
      const written = new Map(records.map((record) => [record._id, record]));
      return new Map(devices.map((device) => [device, viewOf(written.get(device), followed.get(device))]));
    },

    start(): void {
      timer ??= setInterval(() => void flush(false), flushMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      timer = undefined;
      await flush(true);
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;

function viewOf(written: DeliveryRecord | undefined, live: Followed | undefined) {
  const counts = Object.fromEntries(
    counted.map((name) => [name, (written?.[name] ?? 0) + (live?.pending[name] ?? 0)]),
  ) as unknown as DeliveryCounts;
  const ahead = clockAhead(live?.state.clock ?? written?.clock ?? []);
  return { ...counts, ...(ahead !== undefined && { clockAheadSeconds: ahead }) };
}

function stateAfter(state: Known, readings: readonly ReadingRecord[]) {
  const numbered = sequenceAfter(state, readings);
  let { clock, newestAt } = state;
  let late = 0;
  for (const { at, receivedAt, timeSource } of readings) {
    if (newestAt && at < newestAt) late += 1;
    else newestAt = at;
    if (timeSource === 'device') clock = noteClock(clock, receivedAt.getTime(), at.getTime());
  }
  return { state: { ...numbered.state, clock, ...(newestAt && { newestAt }) }, late, missing: numbered.missing };
}

function sequenceAfter(state: Known, readings: readonly ReadingRecord[]): After {
  let { sequence } = state;
  let missing = 0;
  for (const reading of readings) {
    if (reading.sequence === undefined) continue;
    const noted = noteSequence(sequence, {
      sequence: reading.sequence,
      at: reading.at.getTime(),
      clockless: reading.timeSource === 'received',
    });
    sequence = noted.state;
    missing += noted.missing;
  }
  return { state: { ...state, ...(sequence && { sequence }) }, missing };
}

function byDevice<Item extends { device: string }>(items: readonly Item[]): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const group = grouped.get(item.device);
    if (group) group.push(item);
    else grouped.set(item.device, [item]);
  }
  return grouped;
}
