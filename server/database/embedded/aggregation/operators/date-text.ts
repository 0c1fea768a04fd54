import { EngineError, unsupported } from '../../errors.ts';
import { dayOfYear, isoWeek, isoWeekday, sundayWeek } from './calendar.ts';
import type { Zone } from './time-zone.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function year(value: number): string {
  if (value < 0 || value > 9999)
    throw new EngineError(
      18537,
      `Could not convert date to string: date component was outside the supported range of 0-9999: ${value}`,
    );
  return padded(value, 4);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${padded(size % 60, 2)}`;
}

/** The letters of `$dateToString`'s format: what each shows of a local time and its distance from UTC. */
export const formatLetters: { readonly [letter: string]: (local: Date, offset: number) => string } = {
  '%': () => '%',
  Y: (local) => year(local.getUTCFullYear()),
  m: (local) => padded(local.getUTCMonth() + 1, 2),
  d: (local) => padded(local.getUTCDate(), 2),
  H: (local) => padded(local.getUTCHours(), 2),
  M: (local) => padded(local.getUTCMinutes(), 2),
  S: (local) => padded(local.getUTCSeconds(), 2),
  L: (local) => padded(local.getUTCMilliseconds(), 3),
  j: (local) => padded(dayOfYear(local.getTime()), 3),
  w: (local) => String(local.getUTCDay() + 1),
  u: (local) => String(isoWeekday(local.getTime())),
  U: (local) => padded(sundayWeek(local.getTime()), 2),
  V: (local) => padded(isoWeek(local.getTime()).week, 2),
  G: (local) => year(isoWeek(local.getTime()).year),
  z: (_local, offset) => offsetText(offset / 60_000),
  Z: (_local, offset) => String(offset / 60_000 < 0 ? offset / 60_000 : `+${offset / 60_000}`),
  b: (local) => (months[local.getUTCMonth()] ?? '').slice(0, 3),
  B: (local) => months[local.getUTCMonth()] ?? '',
};

export function formatDate(milliseconds: number, format: string, zone: Zone): string {
  const offset = zone.offsetAt(milliseconds);
  const local = new Date(milliseconds + offset);
  let text = '';
  for (let at = 0; at < format.length; at++) {
    if (format[at] !== '%') {
      text += format[at];
      continue;
    }
    const letter = format[++at];
    if (letter === undefined) throw new EngineError(18535, "Unmatched '%' at end of format string");
    const show = Object.hasOwn(formatLetters, letter) ? formatLetters[letter] : undefined;
    if (!show) throw new EngineError(18536, `Invalid format character '%${letter}' in format string`);
    text += show(local, offset);
  }
  return text;
}

export function refuseFormat(operator: string): EngineError {
  return unsupported(`the parameter format of ${operator}`, 168);
}
