/** Geometry of a curve: plain numbers in, path data out. */

export interface Reading {
  time: number;
  value: number;
}

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** Round steps (1, 2, 5 times a power of ten) that enclose the values. */
export function scaleFor(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.max(Math.abs(high) * 0.1, 1);
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = ([1, 2, 5, 10].find((factor) => factor * power * 4 >= span) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, ticks };
}

/** A pause so much longer than the usual one between two readings is a gap, and the line is broken there. */
const gapFactor = 8;

/** Path data in whole units, relative to the last point: short, and shorter still compressed. */
export function curvePath(
  readings: readonly Reading[],
  x: (time: number) => number,
  y: (value: number) => number,
): { path: string; broken: boolean } {
  const usual = usualPause(readings);
  let path = '';
  let broken = false;
  let last: { x: number; y: number; time: number } | undefined;
  for (const { time, value } of readings) {
    const here = { x: Math.round(x(time)), y: Math.round(y(value)), time };
    if (!last || time - last.time > gapFactor * usual) {
      broken ||= last !== undefined;
      path += `M${here.x} ${here.y}h0`;
    } else if (here.x !== last.x || here.y !== last.y) {
      path += `l${here.x - last.x} ${here.y - last.y}`;
    }
    last = here;
  }
  return { path, broken };
}

function usualPause(readings: readonly Reading[]): number {
  const pauses = readings.slice(1).map(({ time }, index) => time - (readings[index]?.time ?? time));
  return pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)] || Number.POSITIVE_INFINITY;
}

/** Lowest and highest of each of at most `count` equal stretches of time; stretches without a reading are left out. */
export function stretches(readings: readonly Reading[], count: number): { from: number; low: number; high: number }[] {
  const first = readings[0]?.time ?? 0;
  const last = readings.at(-1)?.time ?? first;
  const length = (last - first) / count || 1;
  return Array.from({ length: count }, (_, index) => {
    const within = readings.filter(({ time }) => Math.min(count - 1, Math.floor((time - first) / length)) === index);
    const values = within.map(({ value }) => value);
    return { from: within[0]?.time ?? 0, low: Math.min(...values), high: Math.max(...values) };
  }).filter(({ low }) => Number.isFinite(low));
}
