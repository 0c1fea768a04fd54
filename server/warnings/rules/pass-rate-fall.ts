import { type BernoulliChart, bernoulliStep, bernoulliThreshold } from './bernoulli-cusum.ts';
import type { EwmaChart } from './ewma.ts';
import type { FindingWarning } from './finding.ts';
import { type Baseline, evaluatePassRate, normalFromFailures, type Period, passRateStart } from './pass-rate.ts';
import { seeded } from './random.ts';

export interface PassRateWatch {
  /** With fewer samples nobody knows what is usual. */
  fewestInBaseline: number;
  /** Of weeks, where failures are common enough. */
  ewma: EwmaChart;
  /** Sample by sample, where they are rare: how many times the usual share of failures is to be found. */
  rare: { times: number; samplesBetweenFalseAlarms: number };
}

export interface JudgedSample {
  at: Date;
  passed: boolean;
}

/** When the pass rate was found to have fallen, and what was counted until then. */
export interface Fall extends Period {
  at: Date;
}

const week = 7 * 86_400_000;

/**
 * 合格率下降: the first moment at which the samples since `from` say that the pass rate is below that of the baseline; `null`
 * while they do not, or when too little is known of what is usual.
 * @param samples in the order of their times
 * @param until weeks that have ended by then are looked at
 */
export function fallOf(
  watch: PassRateWatch,
  baseline: Baseline,
  samples: readonly JudgedSample[],
  { from, until }: { from: Date; until: Date },
): Fall | null {
  if (baseline.samples < watch.fewestInBaseline) return null;
  const since = samples.filter(({ at }) => at >= from && at < until);
  return 1 - baseline.passRate < normalFromFailures
    ? fallAmongRare(watch, baseline, since)
    : fallOfWeeks(watch, baseline, since, from, until);
}

function fallOfWeeks(
  { ewma }: PassRateWatch,
  baseline: Baseline,
  samples: readonly JudgedSample[],
  from: Date,
  until: Date,
): Fall | null {
  const weeks = Math.floor((until.getTime() - from.getTime()) / week);
  const periods: Period[] = Array.from({ length: weeks }, () => ({ samples: 0, passed: 0 }));
  for (const { at, passed } of samples) {
    const period = periods[Math.floor((at.getTime() - from.getTime()) / week)];
    if (!period) continue;
    period.samples += 1;
    period.passed += passed ? 1 : 0;
  }
  let state = passRateStart;
  const counted: Period = { samples: 0, passed: 0 };
  for (const [index, period] of periods.entries()) {
    counted.samples += period.samples;
    counted.passed += period.passed;
    state = evaluatePassRate({ method: 'ewma', ...ewma }, baseline, state, period);
    if (state.raised) return { at: new Date(from.getTime() + (index + 1) * week), ...counted };
  }
  return null;
}

/** A baseline in which nothing failed counts as one failure: how rare failures are is then not known better. */
function fallAmongRare(
  { rare }: PassRateWatch,
  { passRate, samples: known }: Baseline,
  samples: readonly JudgedSample[],
): Fall | null {
  const usual = Math.max(1 - passRate, 1 / known);
  const chart: BernoulliChart = { usual, raised: usual * rare.times };
  const threshold = bernoulliThreshold(chart, rare.samplesBetweenFalseAlarms, () => seeded(1));
  let sum = 0;
  const counted: Period = { samples: 0, passed: 0 };
  for (const { at, passed } of samples) {
    counted.samples += 1;
    counted.passed += passed ? 1 : 0;
    sum = bernoulliStep(chart, sum, !passed);
    if (sum >= threshold) return { at, ...counted };
  }
  return null;
}

export interface FallenPassRate {
  division: { code: string; name: string };
  /** Absent: of all products. */
  product?: string | undefined;
  baseline: Baseline;
  fall: Fall;
}

export function passRateFallen({ division, product, baseline, fall }: FallenPassRate): Omit<FindingWarning, 'level'> {
  const of = {
    zh: product ? `${division.name} ${product}` : division.name,
    en: product ? `${division.name}, ${product}` : division.name,
  };
  const now = percent(fall.passed / fall.samples);
  const usual = percent(baseline.passRate);
  return {
    conditionKey: passRateKey(division.code, product),
    title: { zh: `${of.zh}：合格率下降`, en: `${of.en}: the pass rate has fallen` },
    detail: {
      zh: `${fall.samples} 批次中 ${fall.passed} 批次合格（${now}），基准期 ${baseline.from} 至 ${baseline.to} 为 ${usual}（${baseline.samples} 批次）`,
      en: `${fall.passed} of ${fall.samples} samples passed (${now}); from ${baseline.from} to ${baseline.to} it was ${usual} (${baseline.samples} samples)`,
    },
  };
}

export function passRateKey(divisionCode: string, product: string | undefined): string {
  return `pass-rate|${divisionCode}|${product ?? ''}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
