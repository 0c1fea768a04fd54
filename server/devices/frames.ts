import type { Context } from '../context.ts';
import { deviceModels, type FrameRecord, type ReadingRecord } from './model.ts';

/**
 * A confirmed frame that is not heard is sent again with the same counter, up to fifteen times; with the duty cycle of the
 * slowest data rate that takes less than an hour. Later the same counter in the same session is a device that began anew.
 */
const repeatMilliseconds = 3_600_000;

/**
 * A network server gives a frame that is sent again another time. Each frame's first time is kept, and its readings take
 * it, so that a repeat falls onto the readings that are there.
 */
export function createFrames(context: Context) {
  const { Frame } = deviceModels(context.connection);

  const firstTimes = async (wanted: Map<string, Date>): Promise<Map<string, Date>> => {
    const known = await Frame.find({ _id: { $in: [...wanted.keys()] } }).lean<FrameRecord[]>();
    const times = new Map(wanted);
    for (const { _id, at } of known) {
      const now = wanted.get(_id);
      if (now && Math.abs(now.getTime() - at.getTime()) <= repeatMilliseconds) times.set(_id, at);
    }
    return times;
  };

  return {
    /** The readings with the times of the frames they first came in. Durable when it resolves. */
    async placed<Reading extends Omit<ReadingRecord, '_id'> & { frame?: string }>(
      readings: Reading[],
    ): Promise<Omit<Reading, 'frame'>[]> {
      const wanted = new Map<string, Date>();
      for (const { device, frame, at } of readings)
        if (frame !== undefined) {
          const key = `${device}|${frame}`;
          const earlier = wanted.get(key);
          if (!earlier || at < earlier) wanted.set(key, at);
        }
      if (wanted.size === 0) return readings;
      const times = await firstTimes(wanted);
      const heardAt = context.clock();
      await Frame.bulkWrite(
        [...times].map(([_id, at]) => ({
          updateOne: { filter: { _id }, update: { $set: { at, heardAt } }, upsert: true },
        })),
        { ordered: false },
      );
      return readings.map(({ frame, ...reading }) => {
        const at = frame === undefined ? undefined : times.get(`${reading.device}|${frame}`);
        return at && reading.timeSource !== 'device' ? { ...reading, at } : reading;
      });
    },
  };
}
