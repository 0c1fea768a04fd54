import type { Context } from '../../context.ts';
import { historyModels, periodKey } from './model.ts';
import { hourMilliseconds, hourOf } from './periods.ts';
import { standsForMilliseconds } from './roll-up.ts';

/** An hour of a series that has to be rolled up again. */
export interface DueHour {
  device: string;
  metric: string;
  from: number;
  /** The records that say so, to be removed when it has been done. */
  marks: string[];
}

interface Noted extends DueHour {
  notedAt: number;
  /** Insertions under way. */
  writes: number;
  /** This instance's own mark, being written or written. */
  marked: Promise<void> | undefined;
}

/** After the end of its hour a reading on time has come; after so long what came late has come whole. */
const patienceMilliseconds = 60_000;
/** An instance that has not told of itself for so long is taken for dead. */
const aliveMilliseconds = 180_000;

/**
 * Which hours have readings that their roll-ups may not know: a durable queue beside the readings. An hour is marked before
 * its readings are inserted, once for each instance and round, and the mark goes when the hour has been rolled up. What a
 * crash leaves marked, another instance or the next start takes up.
 */
export function createDueHours(context: Context, holder: string) {
  const { DueHour: Mark, Holder } = historyModels(context.connection);
  const noted = new Map<string, Noted>();
  let round = 0;

  const mark = async (unmarked: Noted[]): Promise<void> => {
    const own = unmarked.map((one) => ({
      one,
      _id: `${periodKey(one.device, one.metric, one.from)}|${holder}.${round}`,
    }));
    for (const { one, _id } of own) one.marks.push(_id);
    try {
      await Mark.bulkWrite(
        own.map(({ one: { device, metric, from }, _id }) => ({
          updateOne: {
            filter: { _id },
            update: { $set: { device, metric, from: new Date(from), holder } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    } catch (error) {
      for (const { one, _id } of own) {
        one.marked = undefined;
        one.marks = one.marks.filter((each) => each !== _id);
        if (one.marks.length === 0) forget(one);
      }
      throw error;
    }
  };

  const noteOf = (device: string, metric: string, from: number, notedAt: number): Noted => {
    const key = `${device}|${metric}|${from}`;
    const known = noted.get(key);
    if (known) return known;
    const one: Noted = { device, metric, from, marks: [], notedAt, writes: 0, marked: undefined };
    noted.set(key, one);
    return one;
  };

  const forget = (one: Noted): void => {
    const key = `${one.device}|${one.metric}|${one.from}`;
    if (noted.get(key) === one) noted.delete(key);
  };

  const isDue = ({ from, notedAt, writes }: Noted, now: number): boolean =>
    writes === 0 && now >= Math.max(from + hourMilliseconds, notedAt) + patienceMilliseconds;

  const touchedBy = (readings: readonly { device: string; metric: string; at: Date }[]): Set<Noted> => {
    const touched = new Set<Noted>();
    const now = context.clock().getTime();
    for (const { device, metric, at } of readings) {
      touched.add(noteOf(device, metric, hourOf(at.getTime()), now));
      // It stands for time in the next hour, too.
      touched.add(noteOf(device, metric, hourOf(at.getTime() + standsForMilliseconds), now));
    }
    return touched;
  };

  return {
    /**
     * Marks the hours of the readings, durably when it resolves; then they may be inserted. Call what it answers when the
     * insertion has ended, well or badly.
     */
    async begin(readings: readonly { device: string; metric: string; at: Date }[]): Promise<() => void> {
      const touched = touchedBy(readings);
      for (const one of touched) one.writes += 1;
      const end = () => {
        for (const one of touched) one.writes -= 1;
      };
      const unmarked = [...touched].filter(({ marked }) => !marked);
      if (unmarked.length > 0) {
        const marking = mark(unmarked);
        for (const one of unmarked) one.marked = marking;
      }
      try {
        await Promise.all([...touched].map(({ marked }) => marked));
      } catch (error) {
        end();
        throw error;
      }
      return end;
    },

    /** Takes those whose time has come; whoever has taken one rolls it up, or puts it back. */
    take(now: number): DueHour[] {
      round += 1;
      const due = [...noted.values()].filter((one) => isDue(one, now));
      for (const one of due) forget(one);
      return due;
    },

    putBack(hours: readonly DueHour[]): void {
      for (const { device, metric, from, marks } of hours) {
        const one = noteOf(device, metric, from, from);
        one.marks = [...new Set([...one.marks, ...marks])];
      }
    },

    async done(hours: readonly DueHour[]): Promise<void> {
      await Mark.deleteMany({ _id: { $in: hours.flatMap(({ marks }) => marks) } });
    },

    /** Tells that this instance lives, and takes up what instances that do not have left. */
    async adopt(): Promise<void> {
      const now = context.clock();
      await Holder.updateOne(
        { _id: holder },
        { $set: { until: new Date(now.getTime() + aliveMilliseconds) } },
        { upsert: true },
      );
      const alive = await Holder.find({ until: { $gte: now } }).lean();
      const left = await Mark.find({ holder: { $nin: [holder, ...alive.map(({ _id }) => _id)] } }).lean();
      this.putBack(
        left.map(({ _id, device, metric, from }) => ({ device, metric, from: from.getTime(), marks: [_id] })),
      );
    },

    /** What is marked stays marked for whoever comes. */
    async leave(): Promise<void> {
      await Holder.deleteOne({ _id: holder });
    },

    /** The marked hours of a series, of all instances: their beginnings. */
    async of(device: string, metric: string, period: { from: number; to: number }): Promise<number[]> {
      const marks = await Mark.find({
        _id: {
          $gte: periodKey(device, metric, hourOf(period.from)),
          $lt: periodKey(device, metric, hourOf(period.to - 1) + hourMilliseconds),
        },
      }).lean();
      return [...new Set(marks.map(({ from }) => from.getTime()))].sort((a, b) => a - b);
    },
  };
}

export type DueHours = ReturnType<typeof createDueHours>;
