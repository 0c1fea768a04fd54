/** 0.975 quantile of the standard normal distribution: two-sided 95 %. */
const z = 1.959963984540054;

export interface Interval {
  lower: number;
  upper: number;
}

/**
 * The score interval of a proportion at 95 %, without continuity correction (Wilson 1927; method 3 of Newcombe,
 * Statistics in Medicine 17, 1998, 857–872). `null` of nothing: nobody knows.
 */
export function wilson(successes: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = successes / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = ((z / n) * Math.sqrt(n * share * (1 - share) + (z * z) / 4)) / (1 + (z * z) / n);
  return {
    lower: successes === 0 ? 0 : Math.max(0, middle - half),
    upper: successes === n ? 1 : Math.min(1, middle + half),
  };
}
