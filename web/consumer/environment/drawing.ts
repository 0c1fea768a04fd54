import { reading } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { EnvironmentCurve } from '../trace-view.ts';
import { permittedRange } from './conclusion.ts';
import { curvePath, type Reading, scaleFor } from './curve.ts';

const left = 40;
const right = 318;
const top = 8;
const bottom = 98;

/** The curve with its permitted band as inline SVG; `label` is its conclusion, read aloud in its place. */
export function drawCurve(
  curve: EnvironmentCurve,
  readings: readonly Reading[],
  label: string,
): { svg: Html; broken: boolean } {
  const range = permittedRange(curve);
  const bounds = [range?.low, range?.high].filter((bound) => bound !== undefined);
  const scale = scaleFor([...readings.map(({ value }) => value), ...bounds]);
  const first = readings[0]?.time ?? 0;
  const span = (readings.at(-1)?.time ?? first) - first || 1;
  const x = (time: number): number => left + ((time - first) / span) * (right - left);
  const y = (value: number): number => bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
  const { path, broken } = curvePath(readings, x, y);
  const upper = Math.round(range?.high === undefined ? top : y(range.high));
  const lower = Math.round(range?.low === undefined ? bottom : y(range.low));
  const svg = html`<svg class="curve" viewBox="0 0 320 106" role="img" aria-label="${label}">
    ${range && html`<path class="band" d="M${left} ${upper}H${right}V${lower}H${left}z"/>`}
    <path class="grid" d="${scale.ticks.map((tick) => `M${left} ${Math.round(y(tick))}H${right}`).join('')}"/>
    ${scale.ticks.map((tick) => html`<text x="${left - 6}" y="${Math.round(y(tick)) + 4}" text-anchor="end">${reading(tick)}</text>`)}
    ${bounds.length > 0 && html`<path class="bound" d="${bounds.map((bound) => `M${left} ${Math.round(y(bound))}H${right}`).join('')}"/>`}
    <path class="line" d="${path}"/>
    ${extremes(readings, range).map(({ time, value }) => html`<circle class="extreme" cx="${Math.round(x(time))}" cy="${Math.round(y(value))}" r="4"/>`)}
    </svg>`;
  return { svg, broken };
}

/** The worst reading beyond each bound. */
function extremes(readings: readonly Reading[], range: { low?: number; high?: number } | undefined): Reading[] {
  const sorted = readings.toSorted((a, b) => a.value - b.value);
  const lowest = sorted[0];
  const highest = sorted.at(-1);
  const found: Reading[] = [];
  if (lowest && range?.low !== undefined && lowest.value < range.low) found.push(lowest);
  if (highest && range?.high !== undefined && highest.value > range.high) found.push(highest);
  return found;
}
