import { Decimal } from 'decimal.js';

/**
 * The rules of Westgard, each by its usual name. `1-2s` warns; every other one says that the run is out of control.
 * Source: Westgard JO et al., A multi-rule Shewhart chart for quality control in clinical chemistry, Clin Chem 1981;27:493–501;
 * as in table 1 of PMC3909142.
 */
export const westgardRules = ['1-2s', '1-3s', '2-2s', 'R-4s', '4-1s', '10-x'] as const;
export type WestgardRule = (typeof westgardRules)[number];

/** One value of a control material against its target. Decimal texts in one unit; `sd` is above 0. */
export interface ControlPoint {
  value: string;
  mean: string;
  sd: string;
}

/**
 * Which rules the last point of `chain` breaks. `chain` holds the points of one material under one target in the order of their
 * time; `sameRun` those of other materials of the same analyte in the run of the last point. A value on a limit keeps it.
 */
export function westgard(chain: readonly ControlPoint[], sameRun: readonly ControlPoint[] = []): WestgardRule[] {
  const last = chain.at(-1);
  if (!last) return [];
  const broken: Record<WestgardRule, boolean> = {
    '1-2s': beyond(last, 2) !== 0,
    '1-3s': beyond(last, 3) !== 0,
    '2-2s': consecutive(chain, 2, 2) || sameRun.some((other) => sameSide(beyond(other, 2), beyond(last, 2))),
    'R-4s': [...chain.slice(-2, -1), ...sameRun].some((other) => beyond(other, 2) * beyond(last, 2) < 0),
    '4-1s': consecutive(chain, 4, 1),
    '10-x': consecutive(chain, 10, 0),
  };
  return westgardRules.filter((rule) => broken[rule]);
}

/** How far a value lies from its target in standard deviations, to three decimals. */
export function deviationOf({ value, mean, sd }: ControlPoint): string {
  return new Decimal(value).minus(mean).div(sd).toFixed(3);
}

/** 1 above mean + times × s, −1 below mean − times × s, else 0. */
function beyond({ value, mean, sd }: ControlPoint, times: number): number {
  const distance = new Decimal(value).minus(mean);
  return distance.abs().gt(new Decimal(sd).times(times)) ? (distance.isNegative() ? -1 : 1) : 0;
}

function sameSide(one: number, other: number): boolean {
  return one !== 0 && one === other;
}

function consecutive(chain: readonly ControlPoint[], count: number, times: number): boolean {
  const sides = chain.slice(-count).map((point) => beyond(point, times));
  return sides.length === count && sides[0] !== 0 && sides.every((side) => side === sides[0]);
}
