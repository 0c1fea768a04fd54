import type { ClientSession } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { deviceModels, type ReadingRecord } from '../model.ts';
import { readingKeyRange } from '../rules.ts';
import type { Series } from './roller.ts';

/** `at` in milliseconds since 1970. */
export interface StoredReading {
  at: number;
  value: number;
  unit: string;
}

const forOthers = unscoped('the use case that asks has found the device, or rolls up every series');

/** Readings as they were stored, in order of time. */
export function createRawSeries(context: Context) {
  const { Reading } = deviceModels(context.connection);
  const inOrder = ({ device, metric }: Series, period: { from: number; to: number }) =>
    Reading.find({ _id: readingKeyRange(device, metric, new Date(period.from), new Date(period.to)) }, null, forOthers)
      .sort({ _id: 1 })
      .select({ _id: 0, at: 1, value: 1, unit: 1 });

  return {
    /** `from` is included, `to` is not. */
    async between(
      series: Series,
      period: { from: number; to: number },
      session?: ClientSession,
    ): Promise<StoredReading[]> {
      const found = await inOrder(series, period)
        .session(session ?? null)
        .lean<Pick<ReadingRecord, 'at' | 'value' | 'unit'>[]>();
      return found.map(({ at, value, unit }) => ({ at: at.getTime(), value, unit }));
    },

    /** How many there are, counted up to `most`. */
    async count(series: Series, period: { from: number; to: number }, most: number): Promise<number> {
      const { device, metric } = series;
      const range = readingKeyRange(device, metric, new Date(period.from), new Date(period.to));
      return Reading.countDocuments({ _id: range }, { ...forOthers, limit: most });
    },
  };
}

export type RawSeries = ReturnType<typeof createRawSeries>;
