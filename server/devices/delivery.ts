import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { createCounterRecords, numberOf } from './counter-records.ts';
import { type DeliveryCounts, type DeliveryRecord, deviceModels, type ReadingRecord } from './model.ts';
import { type ClockSample, clockAhead, mergeClocks, noteClock } from './rules/clock.ts';
import { type Numbered, noteSequences } from './rules/sequence.ts';

const flushMilliseconds = 2_000;
const heardMilliseconds = 60_000;
/** A device that is silent for so long is read anew, as another instance may have heard it meanwhile. */
const keptMilliseconds = 60_000;

interface Followed {
  /** Counted here and not yet written; of the missing only those that a protocol's own numbers show. */
  pending: DeliveryCounts;
  /** Heard here and not yet in the record, which other instances write too. */
  numbers: Numbered[];
  samples: ClockSample[];
  newestAt: Date | undefined;
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
 * How well each device's messages arrive: repeats, gaps, lateness, its clock. Noted in memory and brought into the records
 * every two seconds, where those of other instances join; what a crash takes with it is some counts, never a reading.
 */
export function createDeliveries(context: Context) {
  const { Delivery, Device } = deviceModels(context.connection);
  const records = createCounterRecords(context);
  const followed = new Map<string, Followed>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();

  /** Takes up the devices that are not followed yet, with one query for all. */
  const follow = async (devices: readonly string[]): Promise<void> => {
    const unknown = devices.filter((device) => !followed.has(device));
    if (unknown.length === 0) return;
    const found = await Delivery.find({ _id: { $in: unknown } }, null, counting).lean<DeliveryRecord[]>();
    const written = new Map(found.map((record) => [record._id, record]));
    for (const device of unknown) {
      const record = written.get(device);
      const numbers = record && !record.clean ? await records.numbersToRecover(record) : [];
      if (followed.has(device)) continue;
      const memory = { pending: { ...nothingDelivered }, numbers, samples: [], newestAt: record?.newestAt };
      followed.set(device, { ...memory, touchedAt: 0, heardWrittenAt: 0, dirty: numbers.length > 0 });
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
    const those = { _id: { $in: heard.map(([id]) => id) } };
    try {
      await Device.updateMany(those, { $max: { heardAt: new Date(newest) } }).setOptions(counting);
      for (const [, one] of heard) one.heardWrittenAt = newest;
    } catch (error) {
      context.log.error({ err: error }, 'which devices were heard was not written, will retry');
    }
  };

  const writeCounts = async (devices: readonly (readonly [string, Followed])[]): Promise<void> => {
    const taken = devices.map(([device, one]) => {
      const pending = one.pending;
      one.pending = { ...nothingDelivered };
      return { device, one, pending };
    });
    try {
      await Delivery.bulkWrite(
        taken.map(({ device, one, pending }) => ({
          updateOne: {
            filter: { _id: device },
            update: { $inc: pending, ...(one.newestAt && { $max: { newestAt: one.newestAt } }) },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    } catch (error) {
      for (const { one, pending } of taken) for (const name of counted) one.pending[name] += pending[name];
      throw error;
    }
  };

  const writeCounters = async (devices: readonly (readonly [string, Followed])[], clean: boolean): Promise<void> => {
    const taken = devices.map(([device, one]) => ({ device, one, numbers: [...one.numbers], samples: one.samples }));
    await records.join(taken, clean);
    // What came in while it was written stays for the next time.
    for (const { one, numbers, samples } of taken) {
      one.numbers = one.numbers.slice(numbers.length);
      one.samples = one.samples === samples ? [] : one.samples;
    }
  };

  const flush = async (clean: boolean): Promise<void> => {
    const now = context.clock().getTime();
    await writeHeard(now, clean);
    const dirty = [...followed].filter(([, one]) => one.dirty || clean);
    for (const [device, one] of followed)
      if (!one.dirty && now - one.touchedAt > keptMilliseconds) followed.delete(device);
    for (const [, one] of dirty) one.dirty = false;
    if (dirty.length === 0) return;
    try {
      await writeCounts(dirty);
      await writeCounters(dirty, clean);
    } catch (error) {
      for (const [, one] of dirty) one.dirty = true;
      context.log.error({ err: error }, 'delivery counts not written, will retry');
    }
  };

  /** One after the other, so that what is taken for writing is taken once. */
  const flushInTurn = (clean: boolean): Promise<void> => {
    flushing = flushing.then(() => flush(clean));
    return flushing;
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
          if (one) noteReadings(one, readings);
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
      const found = await Delivery.find({ _id: { $in: devices } }, null, ofReadDevices).lean<DeliveryRecord[]>();
      const written = new Map(found.map((record) => [record._id, record]));
      return new Map(devices.map((device) => [device, viewOf(written.get(device), followed.get(device))]));
    },

    start(): void {
      timer ??= setInterval(() => void flushInTurn(false), flushMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      timer = undefined;
      await flushInTurn(true);
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;

function noteReadings(one: Followed, readings: readonly ReadingRecord[]): void {
  for (const reading of readings) {
    const { at, receivedAt, timeSource } = reading;
    if (one.newestAt && at < one.newestAt) one.pending.late += 1;
    else one.newestAt = at;
    if (timeSource === 'device') one.samples = noteClock(one.samples, receivedAt.getTime(), at.getTime());
    const number = numberOf(reading);
    if (number) one.numbers.push(number);
  }
}

/** The record, with what is not in it yet. */
function viewOf(written: DeliveryRecord | undefined, live: Followed | undefined) {
  const counts = Object.fromEntries(
    counted.map((name) => [name, (written?.[name] ?? 0) + (live?.pending[name] ?? 0)]),
  ) as unknown as DeliveryCounts;
  const { missing } = noteSequences(written?.sequence, live?.numbers ?? []);
  const ahead = clockAhead(mergeClocks(written?.clock ?? [], live?.samples ?? []));
  return { ...counts, missing: counts.missing + missing, ...(ahead !== undefined && { clockAheadSeconds: ahead }) };
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
