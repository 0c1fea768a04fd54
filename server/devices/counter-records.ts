import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { type DeliveryRecord, deviceModels, type ReadingRecord } from './model.ts';
import { type ClockSample, mergeClocks } from './rules/clock.ts';
import { type Numbered, noteSequences, type SequenceState } from './rules/sequence.ts';

/** After a crash: how many of each metric's readings show what the counter had reached. */
const readingsToRecover = 200;
const mostAttempts = 8;

/** What one instance has heard of a device. */
interface Heard {
  device: string;
  numbers: readonly Numbered[];
  samples: readonly ClockSample[];
}

const counting = unscoped('every device is counted');

/**
 * The counters of devices as they stand in the database, where all instances that hear a device bring their part together: a
 * gap for one is none when another has heard what is missing.
 */
export function createCounterRecords(context: Context) {
  const { Delivery, Device, Reading } = deviceModels(context.connection);

  /** One round: have all records been written? */
  const joinOnce = async (heard: readonly Heard[], clean: boolean): Promise<boolean> => {
    const ids = heard.map(({ device }) => device);
    const found = await Delivery.find({ _id: { $in: ids } }, null, counting).lean<DeliveryRecord[]>();
    const records = new Map(found.map((record) => [record._id, record]));
    const writes = heard.map(({ device, numbers, samples }) => {
      const record = records.get(device);
      const { state: sequence, missing } = noteSequences(record?.sequence, numbers);
      const clock = mergeClocks(record?.clock ?? [], samples);
      return {
        updateOne: {
          filter: { _id: device, version: record?.version ?? null },
          update: { $inc: { version: 1, missing }, $set: { clock, clean, ...(sequence && { sequence }) } },
        },
      };
    });
    const { matchedCount } = await Delivery.bulkWrite(writes, { ordered: false });
    return matchedCount === writes.length;
  };

  return {
    /**
     * Brings what was heard into the records, which exist. A round in which another instance was faster with one of them is
     * done again: what is in a record already changes nothing.
     * @throws when others were faster each time
     */
    async join(heard: readonly Heard[], clean: boolean): Promise<void> {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) if (await joinOnce(heard, clean)) return;
      throw new Error('other instances changed the counters each time');
    },

    /** What a run that ended without order may not have written. */
    async numbersToRecover({ _id: device, sequence }: DeliveryRecord): Promise<Numbered[]> {
      const registered = await Device.findById(device, null, counting).select({ metrics: 1 }).lean();
      const series = await Promise.all(
        (registered?.metrics ?? []).map(({ name }) =>
          Reading.find({ _id: { $gte: `${device}|${name}|`, $lt: `${device}|${name}}` } }, null, counting)
            .sort({ _id: -1 })
            .limit(readingsToRecover)
            .lean<ReadingRecord[]>(),
        ),
      );
      return series
        .flat()
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .flatMap((reading) => {
          const number = numberOf(reading);
          return number && !isOfEarlierCount(number, sequence) ? [number] : [];
        });
    },
  };
}

export function numberOf({ sequence, at, timeSource }: ReadingRecord): Numbered | undefined {
  return sequence === undefined ? undefined : { sequence, at: at.getTime(), clockless: timeSource === 'received' };
}

/** Higher than all, but measured before: from before the counter began anew. */
function isOfEarlierCount({ sequence, at }: Numbered, known: SequenceState | undefined): boolean {
  return known !== undefined && sequence > known.highest && at < known.highestAt;
}
