/**
 * Cumulative log-likelihood ratio of one sample after the other (Reynolds & Stoumbos 1999): for failures that are rare,
 * where the normal approximation of a pass rate lies.
 */
export interface BernoulliChart {
  /** Share of failures in the baseline. */
  usual: number;
  /** The share that is to be found; commonly twice to four times the usual one. */
  raised: number;
}

/** The sum after one more sample; never below 0. */
export function bernoulliStep({ usual, raised }: BernoulliChart, sum: number, failed: boolean): number {
  const evidence = failed ? Math.log(raised / usual) : Math.log((1 - raised) / (1 - usual));
  return Math.max(0, sum + evidence);
}

/** How many samples until the sum reaches the threshold. @param random uniform on [0, 1) */
export function bernoulliRunLength(
  chart: BernoulliChart,
  threshold: number,
  shareFailing: number,
  random: () => number,
): number {
  let sum = 0;
  for (let samples = 1; ; samples += 1) {
    sum = bernoulliStep(chart, sum, random() < shareFailing);
    if (sum >= threshold) return samples;
  }
}

const calibrationRuns = 300;
const halvings = 12;

/**
 * The lowest threshold with at least so many samples between false alarms on average, found by simulation: the same seed
 * gives the same threshold.
 */
export function bernoulliThreshold(
  chart: BernoulliChart,
  samplesBetweenFalseAlarms: number,
  seeded: () => () => number,
): number {
  let [low, high] = [0, Math.log(samplesBetweenFalseAlarms) + Math.log(chart.raised / chart.usual)];
  for (let step = 0; step < halvings; step += 1) {
    const threshold = (low + high) / 2;
    const random = seeded();
    let total = 0;
    for (let run = 0; run < calibrationRuns; run += 1)
      total += bernoulliRunLength(chart, threshold, chart.usual, random);
    if (total / calibrationRuns >= samplesBetweenFalseAlarms) high = threshold;
    else low = threshold;
  }
  return high;
}
