/** Exponentially weighted moving average of standardized values (Roberts 1959; limits as in Montgomery, ch. 9). */
export interface EwmaChart {
  /** Weight of the newest value, above 0 and at most 1. */
  lambda: number;
  /** Width of the limits, in standard deviations of the average. */
  width: number;
}

export interface EwmaState {
  average: number;
  count: number;
}

export const ewmaStart: EwmaState = { average: 0, count: 0 };

/** For pass rates, with about 370 periods between false alarms. */
export const passRateEwma: EwmaChart = { lambda: 0.1, width: 2.7 };

/** For quality control samples, with about 500 between false alarms. */
export const qualityControlEwma: EwmaChart = { lambda: 0.2, width: 2.96 };

export function ewmaStep({ lambda }: EwmaChart, { average, count }: EwmaState, value: number): EwmaState {
  return { average: lambda * value + (1 - lambda) * average, count: count + 1 };
}

/** The limit that holds in the long run; published run lengths are of it. */
export function ewmaLimit({ lambda, width }: EwmaChart): number {
  return width * Math.sqrt(lambda / (2 - lambda));
}

/** The limit after so many values, narrower at the beginning: a chart that starts on a shift finds it sooner. */
export function ewmaLimitAfter(chart: EwmaChart, count: number): number {
  return ewmaLimit(chart) * Math.sqrt(1 - (1 - chart.lambda) ** (2 * count));
}
