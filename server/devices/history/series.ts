import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Period } from '../rules/placements.ts';
import { type Point, thin } from '../thin.ts';
import type { DueHours } from './due-hours.ts';
import { historyModels, type RollUpRecord } from './model.ts';
import { dayMilliseconds, dayOf, hourMilliseconds, hourOf } from './periods.ts';
import type { RawSeries } from './raw-series.ts';
import { type Resolution, resolutionFor } from './resolution.ts';
import { byTime, inOne, merged, type Roller, rangeOf, type Series } from './roller.ts';
import { beginningsIn, clipped, partsOf, type Stretch, stretchOf } from './stretches.ts';

const forOthers = unscoped('the use case that asks has found the device');
const hour = { of: hourOf, milliseconds: hourMilliseconds };
const day = { of: dayOf, milliseconds: dayMilliseconds };

/** Reads a series at the resolution that fits; what has not been rolled up yet is computed from the readings. */
export function createSeriesReader(context: Context, parts: { raw: RawSeries; roller: Roller; due: DueHours }) {
  const { Hour, Day } = historyModels(context.connection);
  const { raw, roller, due } = parts;

  const keptHours = async (series: Series, period: Stretch): Promise<RollUpRecord[]> => {
    // First: what is rolled up and unmarked between the two questions is only computed once more.
    const marked = await due.of(series.device, series.metric, period);
    const kept = await Hour.find({ _id: rangeOf(series, period) }, null, forOthers).lean<RollUpRecord[]>();
    const computed = await roller.compute(series, marked, context.clock().getTime(), kept);
    const hours = new Map([...kept, ...computed].map((record) => [record.from.getTime(), record]));
    return [...hours.values()].sort(byTime);
  };

  const keptDays = async (series: Series, period: Stretch): Promise<RollUpRecord[]> => {
    const marked = await due.of(series.device, series.metric, period);
    const kept = await Day.find({ _id: rangeOf(series, period) }, null, forOthers).lean<RollUpRecord[]>();
    const days = new Map(kept.map((record) => [record.from.getTime(), record]));
    for (const from of new Set(marked.map(dayOf))) {
      const hours = await keptHours(series, { from, to: from + dayMilliseconds });
      if (hours.length > 0) days.set(from, inOne(series, from, hours));
    }
    return [...days.values()].sort(byTime);
  };

  const hoursOf = async (
    series: Series,
    period: Stretch,
    visible: Stretch,
    standsFor?: number,
  ): Promise<RollUpRecord[]> => {
    const { whole, edges } = partsOf(period, visible, hour, standsFor);
    const now = context.clock().getTime();
    const atEdges = edges.map((edge) =>
      roller.compute(series, beginningsIn(edge), now, [], { from: visible.from, to: edge.to }),
    );
    const found = await Promise.all([...(whole ? [keptHours(series, whole)] : []), ...atEdges]);
    return found.flat().sort(byTime);
  };

  const daysOf = async (
    series: Series,
    period: Stretch,
    visible: Stretch,
    standsFor?: number,
  ): Promise<RollUpRecord[]> => {
    const { whole, edges } = partsOf(period, visible, day, standsFor);
    const hours = await Promise.all(
      edges.map((edge) =>
        hoursOf(series, { from: hourOf(edge.from), to: hourOf(edge.to - 1) + hourMilliseconds }, visible, standsFor),
      ),
    );
    const atEdges = merged(series, hours.flat(), dayOf);
    return [...(whole ? await keptDays(series, whole) : []), ...atEdges].sort(byTime);
  };

  return {
    /**
     * Whole hours, or calendar days in China, that the period touches.
     * @param visible of each hour or day only what was measured in one of these periods
     * @param standsFor 0 where the seconds do not matter: then more of it is answered by what is kept
     */
    async rollUps(
      series: Series,
      resolution: 'hour' | 'day',
      { from, to }: Stretch,
      visible: readonly Period[],
      standsFor?: number,
    ): Promise<RollUpRecord[]> {
      const unit = resolution === 'hour' ? hour : day;
      const period = { from: unit.of(from), to: unit.of(to - 1) + unit.milliseconds };
      const read = resolution === 'hour' ? hoursOf : daysOf;
      const found = await Promise.all(visible.map((stretch) => read(series, period, stretchOf(stretch), standsFor)));
      return merged(series, found.flat(), unit.of);
    },

    async resolution(series: Series, period: Stretch, points: number, visible: readonly Period[]): Promise<Resolution> {
      let readings = 0;
      for (const stretch of clipped(period, visible)) readings += await raw.count(series, stretch, points + 1);
      return resolutionFor(period, points, readings);
    },

    /** Readings, with only the lowest and the highest of each stretch where there are more than `points`. */
    async readings(
      series: Series,
      period: Stretch,
      points: number,
      visible: readonly Period[],
    ): Promise<{ unit: string; count: number; items: Point[] }> {
      const found = await Promise.all(clipped(period, visible).map((stretch) => raw.between(series, stretch)));
      const readings = found.flat();
      const items = readings.map(({ at, value }) => ({ at: new Date(at), value }));
      return { unit: readings.at(-1)?.unit ?? '', count: readings.length, items: thin(items, points) };
    },
  };
}
