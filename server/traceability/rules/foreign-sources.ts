/**
 * The lots of other owners that a lot was made of: the nearest ones up the lineage, through lots of its own owner. A lot
 * that nobody here owns is of another system and is left out.
 */
export function foreignSources(
  start: string,
  edges: readonly { from: string; to: string }[],
  owner: (lot: string) => string | undefined,
): string[] {
  const found = new Set<string>();
  const seen = new Set([start]);
  let frontier = [start];
  while (frontier.length > 0) {
    const parents = edges.filter(({ to }) => frontier.includes(to)).map(({ from }) => from);
    frontier = [];
    for (const lot of parents) {
      if (seen.has(lot)) continue;
      seen.add(lot);
      if (owner(lot) === owner(start)) frontier.push(lot);
      else if (owner(lot) !== undefined) found.add(lot);
    }
  }
  return [...found];
}
