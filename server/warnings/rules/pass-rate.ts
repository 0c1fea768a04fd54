import { type CusumChart, type CusumState, cusumSignal, cusumStart, cusumStep } from './cusum.ts';
import { type EwmaChart, type EwmaState, ewmaLimitAfter, ewmaStart, ewmaStep } from './ewma.ts';

/** What is usual, from a period that is over: data with its dates; making it anew is an act with a reason. */
export interface Baseline {
  passRate: number;
  from: string;
  to: string;
  samples: number;
}

export interface Period {
  samples: number;
  passed: number;
}

export type PassRateChart = ({ method: 'ewma' } & EwmaChart) | ({ method: 'cusum' } & CusumChart);

export interface PassRateState {
  ewma: EwmaState;
  cusum: CusumState;
  raised: boolean;
}

export const passRateStart: PassRateState = { ewma: ewmaStart, cusum: cusumStart, raised: false };

/** Below this share of failures a pass rate is not normal enough: `bernoulli-cusum.ts` is for those. */
export const normalFromFailures = 0.03;

/** Why this chart says nothing about this baseline; `null` when it does. */
export function whyUnfit({ passRate, samples }: Baseline): string | null {
  if (samples === 0) return 'there are no samples in the baseline';
  if (passRate >= 1 - normalFromFailures) return 'failures are too rare for a chart of pass rates';
  return passRate <= 0 ? 'nothing has passed in the baseline' : null;
}

/** How far a period is from the baseline in standard deviations; 0 for a period without samples, which says nothing. */
export function standardized({ passRate }: Baseline, { samples, passed }: Period): number {
  if (samples === 0) return 0;
  return (passed - samples * passRate) / Math.sqrt(samples * passRate * (1 - passRate));
}

/**
 * 合格率下降: raises when the chart has fallen below its limit, and stands still while its warning is unresolved: it must
 * not learn the fault. A rise of the pass rate is no warning.
 */
export function evaluatePassRate(
  chart: PassRateChart,
  baseline: Baseline,
  state: PassRateState,
  period: Period,
): PassRateState {
  if (state.raised || period.samples === 0) return state;
  const value = standardized(baseline, period);
  if (chart.method === 'ewma') {
    const ewma = ewmaStep(chart, state.ewma, value);
    return { ...state, ewma, raised: ewma.average < -ewmaLimitAfter(chart, ewma.count) };
  }
  const cusum = cusumStep(chart, state.cusum, value);
  return { ...state, cusum, raised: cusumSignal(chart, cusum) === 'below' };
}
