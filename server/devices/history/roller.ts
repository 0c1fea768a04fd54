import type { ClientSession } from 'mongoose';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { historyModels, periodKey, type RollUpRecord } from './model.ts';
import { dayMilliseconds, dayOf, hourMilliseconds } from './periods.ts';
import type { RawSeries, StoredReading } from './raw-series.ts';
import { type Bounds, combined, type RollUp, rollUp, standsForMilliseconds } from './roll-up.ts';
import type { Stretch } from './stretches.ts';

export interface Series {
  device: string;
  metric: string;
}

/** What holds for the series where its device stood at `at`. */
export type BoundsOf = (series: Series, unit: string, at: Date) => Promise<Bounds>;

const ever: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const everyDevice = unscoped('every series is rolled up');

/** Computes roll-ups from the readings: whoever does it, and however often, the answer is the same. */
export function createRoller(context: Context, raw: RawSeries, boundsOf: BoundsOf) {
  const { Hour, Day } = historyModels(context.connection);

  const hoursOf = async (
    series: Series,
    beginnings: readonly number[],
    known: ReadonlyMap<number, RollUpRecord>,
    options: { until?: number; session?: ClientSession; within?: Stretch },
  ): Promise<RollUpRecord[]> => {
    const { within = ever } = options;
    const first = Math.max(Math.min(...beginnings) - standsForMilliseconds, within.from);
    const last = Math.min(Math.max(...beginnings) + hourMilliseconds, within.to);
    const readings = await raw.between(series, { from: first, to: last }, options.session);
    const unit = [...known.values()][0]?.unit ?? readings[0]?.unit;
    if (unit === undefined) return [];
    const inForce = await boundsOf(series, unit, new Date(Math.max(Math.min(...beginnings), within.from)));
    return beginnings.map((from) => {
      const bounds = known.get(from)?.bounds ?? inForce;
      const to = Math.min(from + hourMilliseconds, options.until ?? Number.POSITIVE_INFINITY, within.to);
      const period = { from: Math.max(from, within.from), to };
      return recordOf(series, from, { unit, bounds, ...ofUnit(readings, unit, period, bounds) });
    });
  };

  return {
    /**
     * Hours as they are at this moment, without keeping them; the one that is running up to `until`.
     * @param within what was measured outside it counts for nothing
     */
    async compute(
      series: Series,
      beginnings: readonly number[],
      until: number,
      kept: readonly RollUpRecord[],
      within?: Stretch,
    ): Promise<RollUpRecord[]> {
      const known = new Map(kept.map((record) => [record.from.getTime(), record]));
      const computed: RollUpRecord[] = [];
      for (const hours of byDay(beginnings))
        computed.push(...(await hoursOf(series, hours, known, { until, ...(within && { within }) })));
      return computed.filter(isFilled);
    },

    /** Keeps the roll-ups of these hours, which are of one calendar day, and that of the day. */
    async keep(series: Series, beginnings: readonly number[]): Promise<void> {
      const day = dayOf(beginnings[0] ?? 0);
      const ofDay = { _id: rangeOf(series, { from: day, to: day + dayMilliseconds }) };
      await inTransaction(context, system('history'), async ({ session }) => {
        const earlier = await Hour.find(ofDay, null, { ...everyDevice, session }).lean<RollUpRecord[]>();
        const known = new Map(earlier.map((record) => [record.from.getTime(), record]));
        const computed = await hoursOf(series, beginnings, known, { session });
        const filled = computed.filter(isFilled);
        if (filled.length === 0) return;
        await Hour.bulkWrite(filled.map(replacing), { session });
        for (const record of filled) known.set(record.from.getTime(), record);
        const hours = [...known.values()].sort(byTime);
        await Day.bulkWrite([replacing(inOne(series, day, hours))], { session });
      });
    },
  };
}

export type Roller = ReturnType<typeof createRoller>;

/** Beginnings of hours, those of one calendar day together. */
export function byDay(beginnings: readonly number[]): number[][] {
  const days = new Map<number, number[]>();
  for (const from of beginnings) days.set(dayOf(from), [...(days.get(dayOf(from)) ?? []), from]);
  return [...days.values()];
}

export function rangeOf({ device, metric }: Series, { from, to }: { from: number; to: number }) {
  return { $gte: periodKey(device, metric, from), $lt: periodKey(device, metric, to) };
}

/** A roll-up of several, in order of time; what it was counted against are the bounds of the last. */
export function inOne(series: Series, from: number, parts: readonly RollUpRecord[]): RollUpRecord {
  const last = parts.at(-1);
  return recordOf(series, from, {
    unit: last?.unit ?? '',
    bounds: last?.bounds ?? {},
    ...combined(parts),
    otherUnits: parts.reduce((sum, part) => sum + part.otherUnits, 0),
  });
}

export function byTime(a: RollUpRecord, b: RollUpRecord): number {
  return a.from.getTime() - b.from.getTime();
}

/** In order of time, those of one hour or day in one. */
export function merged(series: Series, records: readonly RollUpRecord[], beginningOf: (at: number) => number) {
  const groups = new Map<number, RollUpRecord[]>();
  for (const record of records.toSorted(byTime)) {
    const from = beginningOf(record.from.getTime());
    groups.set(from, [...(groups.get(from) ?? []), record]);
  }
  return [...groups].map(([from, parts]) => inOne(series, from, parts));
}

function ofUnit(
  readings: readonly StoredReading[],
  unit: string,
  period: { from: number; to: number },
  bounds: Bounds,
): RollUp & { otherUnits: number } {
  const own = readings.filter((reading) => reading.unit === unit && reading.at >= period.from - standsForMilliseconds);
  const others = readings.filter(({ at, unit: its }) => its !== unit && at >= period.from && at < period.to);
  return { ...rollUp(own, period, bounds), otherUnits: others.length };
}

function isFilled({ count, secondsKnown, otherUnits }: RollUpRecord): boolean {
  return count > 0 || secondsKnown > 0 || otherUnits > 0;
}

function recordOf(
  { device, metric }: Series,
  from: number,
  kept: Omit<RollUpRecord, '_id' | 'device' | 'metric' | 'from'>,
): RollUpRecord {
  return { _id: periodKey(device, metric, from), device, metric, from: new Date(from), ...kept };
}

function replacing(record: RollUpRecord) {
  return { replaceOne: { filter: { _id: record._id }, replacement: record, upsert: true } };
}
