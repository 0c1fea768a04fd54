/** 投诉聚集: a town with more complaints than chance explains. Counts are of distinct complainants, never of calls. */

/**
 * Kulldorff's scan statistic of one cylinder (town × days) as a log-likelihood ratio.
 * @param observed complainants inside
 * @param expected of them by chance, from population, weekday and season
 * @param total complainants inside and outside
 */
export function clusterLikelihood(observed: number, expected: number, total: number): number {
  if (observed <= expected || expected <= 0) return 0;
  const inside = observed * Math.log(observed / expected);
  const outside = total - observed;
  return outside === 0 ? inside : inside + outside * Math.log(outside / (total - expected));
}

/** How likely so many or more are, where so many are expected (Poisson). */
export function poissonTail(observed: number, expected: number): number {
  let [term, below] = [Math.exp(-expected), 0];
  for (let count = 0; count < observed; count += 1) {
    below += term;
    term *= expected / (count + 1);
  }
  return Math.max(0, 1 - below);
}

export interface ClusterRule {
  /** A cluster is told when chance alone makes one no more often than once in so many days, all places looked at together. */
  onceInDays: number;
  /** Fewer distinct complainants than this are no cluster, however few were expected. */
  complainants: number;
}

export interface ClusterFacts {
  /** Who complained, by person or telephone; the same one twice is one. */
  complainants: readonly string[];
  expected: number;
  /** How many places are looked at each day: the more, the more often chance makes one of them look like a cluster. */
  looksPerDay: number;
}

/** How often chance alone makes such a cluster, in days between two. */
export function daysBetweenByChance({ complainants, expected, looksPerDay }: ClusterFacts): number {
  return 1 / (poissonTail(new Set(complainants).size, expected) * looksPerDay);
}

export function isCluster(rule: ClusterRule, facts: ClusterFacts): boolean {
  return new Set(facts.complainants).size >= rule.complainants && daysBetweenByChance(facts) >= rule.onceInDays;
}
