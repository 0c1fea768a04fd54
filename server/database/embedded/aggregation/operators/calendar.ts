import { fromLocalTime, localTime, type Zone } from './time-zone.ts';

export const units = ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

export const dayLength = 86_400_000;
const fixedLengths: Partial<Record<Unit, number>> = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 };
const monthsOf: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** The days of the week as `startOfWeek` names them, Monday first, as in ISO 8601. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Milliseconds of a local date; month from 0, all parts may run over. */
export function localDate(year: number, month: number, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

function monthNumber(local: number): number {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** 1 (Monday) to 7. */
export function isoWeekday(local: number): number {
  return new Date(local).getUTCDay() || 7;
}

/** The ISO week a local date lies in, with the year it counts in. */
export function isoWeek(local: number): { year: number; week: number } {
  const thursday = new Date(local + (4 - isoWeekday(local)) * dayLength);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - localDate(year, 0)) / dayLength / 7) + 1 };
}

export function dayOfYear(local: number): number {
  return Math.floor((local - localDate(new Date(local).getUTCFullYear(), 0)) / dayLength) + 1;
}

/** The week of the year, beginning on Sundays; days before the first Sunday are in week 0. */
export function sundayWeek(local: number): number {
  return Math.floor((dayOfYear(local) + 6 - new Date(local).getUTCDay()) / 7);
}

/** Adds whole units on the local calendar; months end where the shorter month ends. */
export function addUnits(milliseconds: number, unit: Unit, amount: number, zone: Zone): number {
  const length = fixedLengths[unit];
  if (length !== undefined) return milliseconds + length * amount;
  const local = localTime(milliseconds, zone);
  const months = monthsOf[unit];
  if (months === undefined) {
    return fromLocalTime(local + amount * (unit === 'week' ? 7 : 1) * dayLength, zone);
  }
  const target = monthNumber(local) + months * amount;
  const [year, month] = [Math.floor(target / 12), ((target % 12) + 12) % 12];
  const lastDay = new Date(localDate(year, month + 1, 0)).getUTCDate();
  const day = Math.min(new Date(local).getUTCDate(), lastDay);
  const timeOfDay = local - Math.floor(local / dayLength) * dayLength;
  return fromLocalTime(localDate(year, month, day) + timeOfDay, zone);
}

/** Days since 1970-01-01 of the first day of the week a local date lies in. */
function weekNumber(local: number, startOfWeek: number): number {
  const day = Math.floor(local / dayLength);
  // 1970-01-01 was a Thursday, the fourth day.
  return Math.floor((day + 3 - startOfWeek) / 7);
}

/** How many boundaries of the unit lie between two moments. */
export function unitsBetween(start: number, end: number, unit: Unit, zone: Zone, startOfWeek: number): number {
  if (unit === 'millisecond') return end - start;
  const [from, to] = [localTime(start, zone), localTime(end, zone)];
  const length = fixedLengths[unit];
  if (unit === 'hour') {
    // Real hours, however the clocks were changed in between.
    const floor = (moment: number, local: number): number =>
      moment - (local - Math.floor(local / 3_600_000) * 3_600_000);
    return Math.round((floor(end, to) - floor(start, from)) / 3_600_000);
  }
  if (length !== undefined) return Math.floor(end / length) - Math.floor(start / length);
  const months = monthsOf[unit];
  if (months !== undefined) return Math.floor(monthNumber(to) / months) - Math.floor(monthNumber(from) / months);
  if (unit === 'week') return weekNumber(to, startOfWeek) - weekNumber(from, startOfWeek);
  return Math.floor(to / dayLength) - Math.floor(from / dayLength);
}

/** 2000-01-01, from which bins are counted. */
const reference = Date.UTC(2000, 0, 1);

/** The beginning of the bin of so many units a moment lies in; bins are counted from 2000-01-01 local time. */
export function truncate(milliseconds: number, unit: Unit, size: number, zone: Zone, startOfWeek: number): number {
  const length = fixedLengths[unit];
  if (length !== undefined) {
    const from = fromLocalTime(reference, zone);
    const bin = length * size;
    return from + Math.floor((milliseconds - from) / bin) * bin;
  }
  const local = localTime(milliseconds, zone);
  const months = monthsOf[unit];
  if (months !== undefined) {
    const bin = months * size;
    const month = 2000 * 12 + Math.floor((monthNumber(local) - 2000 * 12) / bin) * bin;
    return fromLocalTime(localDate(Math.floor(month / 12), ((month % 12) + 12) % 12), zone);
  }
  let first = reference;
  if (unit === 'week') first += ((startOfWeek + 1 - isoWeekday(reference) + 7) % 7) * dayLength;
  const bin = (unit === 'week' ? 7 : 1) * size * dayLength;
  return fromLocalTime(first + Math.floor((local - first) / bin) * bin, zone);
}
