/**
 * Which holders are asked whether the recall reached them: a share of all, at least one, drawn by a seed that is kept, so that
 * anybody can draw again and see that nobody chose. The order of the holders does not matter.
 * @param score a number for each holder and seed that nobody can foresee, e.g. from a hash of both
 */
export function drawSample(holders: readonly string[], share: number, score: (holder: string) => string): string[] {
  if (share <= 0 || holders.length === 0) return [];
  const count = Math.min(holders.length, Math.max(1, Math.ceil(holders.length * share)));
  return [...holders]
    .map((holder) => ({ holder, score: score(holder) }))
    .sort((a, b) => (a.score < b.score ? -1 : a.score > b.score ? 1 : a.holder < b.holder ? -1 : 1))
    .slice(0, count)
    .map(({ holder }) => holder)
    .sort();
}
