import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { type Point, thin } from '../thin.ts';
import type { DueHours } from './due-hours.ts';
import { historyModels, type RollUpRecord } from './model.ts';
import { dayMilliseconds, dayOf, hourMilliseconds, hourOf } from './periods.ts';
import type { RawSeries } from './raw-series.ts';
import { type Resolution, resolutionFor } from './resolution.ts';
import { dayOfHours, type Roller, rangeOf, type Series } from './roller.ts';

export interface Period {
  from: number;
  to: number;
}

const forOthers = unscoped('the use case that asks has found the device');

/** Reads a series at the resolution that fits; what has not been rolled up yet is computed from the readings. */
export function createSeriesReader(context: Context, parts: { raw: RawSeries; roller: Roller; due: DueHours }) {
  const { Hour, Day } = historyModels(context.connection);
  const { raw, roller, due } = parts;

  const hoursOf = async (series: Series, period: Period): Promise<RollUpRecord[]> => {
    // First: what is rolled up and unmarked between the two questions is only computed once more.
    const marked = await due.of(series.device, series.metric, period);
    const kept = await Hour.find({ _id: rangeOf(series, period) }, null, forOthers).lean<RollUpRecord[]>();
    const computed = await roller.compute(series, marked, context.clock().getTime(), kept);
    const hours = new Map([...kept, ...computed].map((hour) => [hour.from.getTime(), hour]));
    return [...hours.values()].sort((a, b) => a.from.getTime() - b.from.getTime());
  };

  const daysOf = async (series: Series, period: Period): Promise<RollUpRecord[]> => {
    const marked = await due.of(series.device, series.metric, period);
    const kept = await Day.find({ _id: rangeOf(series, period) }, null, forOthers).lean<RollUpRecord[]>();
    const days = new Map(kept.map((day) => [day.from.getTime(), day]));
    for (const from of new Set(marked.map(dayOf))) {
      const hours = await hoursOf(series, { from, to: from + dayMilliseconds });
      if (hours.length > 0) days.set(from, dayOfHours(series, from, hours));
    }
    return [...days.values()].sort((a, b) => a.from.getTime() - b.from.getTime());
  };

  return {
    /** Whole hours, or calendar days in China, that the period touches. */
    rollUps(series: Series, resolution: 'hour' | 'day', { from, to }: Period): Promise<RollUpRecord[]> {
      return resolution === 'hour'
        ? hoursOf(series, { from: hourOf(from), to: hourOf(to - 1) + hourMilliseconds })
        : daysOf(series, { from: dayOf(from), to: dayOf(to - 1) + dayMilliseconds });
    },

    async resolution(series: Series, period: Period, points: number): Promise<Resolution> {
      return resolutionFor(period, points, await raw.count(series, period, points + 1));
    },

    /** Readings, with only the lowest and the highest of each stretch where there are more than `points`. */
    async readings(
      series: Series,
      period: Period,
      points: number,
    ): Promise<{ unit: string; count: number; items: Point[] }> {
      const readings = await raw.between(series, period);
      const items = readings.map(({ at, value }) => ({ at: new Date(at), value }));
      return { unit: readings.at(-1)?.unit ?? '', count: readings.length, items: thin(items, points) };
    },
  };
}

export type SeriesReader = ReturnType<typeof createSeriesReader>;
