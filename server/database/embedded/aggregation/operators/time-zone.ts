import { EngineError } from '../../errors.ts';

/** A time zone: how far its clocks are ahead of UTC at a moment, in milliseconds. */
export type Zone = { utc: boolean; offsetAt(milliseconds: number): number };

export const utc: Zone = { utc: true, offsetAt: () => 0 };

const known = new Map<string, Zone>();

function namedZone(name: string): Zone {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new EngineError(40485, `unrecognized time zone identifier: "${name}"`);
  }
  return {
    utc: false,
    offsetAt(milliseconds) {
      const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
      const read = (part: string): number => Number(parts.get(part as Intl.DateTimeFormatPartTypes));
      const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year');
      const local = new Date(0);
      local.setUTCFullYear(year, read('month') - 1, read('day'));
      local.setUTCHours(read('hour'), read('minute'), read('second'));
      return local.getTime() - Math.floor(milliseconds / 1000) * 1000;
    },
  };
}

/** An Olson name, `UTC`, `GMT`, `Z` or an offset such as `+08:00`; throws 40485 for anything else. */
export function parseZone(name: string): Zone {
  if (name === 'UTC' || name === 'GMT' || name === 'Z' || name === 'Etc/UTC') return utc;
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(name);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    const ahead = (offset[1] === '-' ? -minutes : minutes) * 60_000;
    return { utc: false, offsetAt: () => ahead };
  }
  if (!/^[A-Za-z]/.test(name)) throw new EngineError(40485, `unrecognized time zone identifier: "${name}"`);
  const zone = known.get(name) ?? namedZone(name);
  known.set(name, zone);
  return zone;
}

/** The local clock's reading, as if it were UTC. */
export function localTime(milliseconds: number, zone: Zone): number {
  return milliseconds + zone.offsetAt(milliseconds);
}

/** The moment of a local reading; one that a change of clocks leaves out counts on from before the change. */
export function fromLocalTime(local: number, zone: Zone): number {
  const before = local - zone.offsetAt(local - 86_400_000);
  if (localTime(before, zone) === local) return before;
  const after = local - zone.offsetAt(local + 86_400_000);
  return localTime(after, zone) === local ? after : before;
}
