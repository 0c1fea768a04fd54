import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { deviceModels, type ReadingRecord } from '../model.ts';
import { readingKeyRange } from '../rules.ts';
import { historyModels } from './model.ts';
import { dayMilliseconds, dayOf, hourMilliseconds } from './periods.ts';
import { endOfKeeping, type RetentionPolicy } from './retention-policy.ts';
import { type Roller, rangeOf, type Series } from './roller.ts';

const byPolicy = unscoped('the retention policy holds for every device');

export interface Removed {
  readings: number;
  hours: number;
  days: number;
}

/** Removes what the policy no longer keeps, series by series and day by day, each day only after its roll-ups are computed a last time. */
export function createRetention(context: Context, roller: Roller, policy: RetentionPolicy) {
  const { Device, Reading } = deviceModels(context.connection);
  const { Hour, Day } = historyModels(context.connection);

  const oldestOf = async ({ device, metric }: Series): Promise<number | undefined> => {
    const oldest = await Reading.findOne({ _id: readingKeyRange(device, metric) }, null, byPolicy)
      .sort({ _id: 1 })
      .lean<ReadingRecord>();
    return oldest?.at.getTime();
  };

  const removeReadings = async (series: Series, before: number, goesOn: () => boolean): Promise<number> => {
    let removed = 0;
    for (let oldest = await oldestOf(series); oldest !== undefined && goesOn(); oldest = await oldestOf(series)) {
      const from = dayOf(oldest);
      const to = from + dayMilliseconds;
      if (to > before) break;
      const beginnings = Array.from({ length: 24 }, (_, hour) => from + hour * hourMilliseconds);
      await roller.keep(series, beginnings);
      const { deletedCount } = await Reading.deleteMany(
        { _id: readingKeyRange(series.device, series.metric, new Date(from), new Date(to)) },
        byPolicy,
      );
      removed += deletedCount;
    }
    return removed;
  };

  return {
    /** @param goesOn asked between any two steps */
    async apply(goesOn: () => boolean): Promise<Removed> {
      const now = context.clock();
      const removed: Removed = { readings: 0, hours: 0, days: 0 };
      const until = (days: number) => ({ from: 0, to: endOfKeeping(now, days) });
      for await (const { _id: device, metrics } of Device.find({}, null, byPolicy)
        .select({ metrics: 1 })
        .lean()
        .cursor()) {
        for (const { name: metric } of metrics) {
          if (!goesOn()) return removed;
          const series = { device, metric };
          removed.readings += await removeReadings(series, endOfKeeping(now, policy.readingsDays), goesOn);
          const hours = await Hour.deleteMany({ _id: rangeOf(series, until(policy.hoursDays)) }, byPolicy);
          const days = await Day.deleteMany({ _id: rangeOf(series, until(policy.daysDays)) }, byPolicy);
          removed.hours += hours.deletedCount;
          removed.days += days.deletedCount;
        }
      }
      return removed;
    },
  };
}
