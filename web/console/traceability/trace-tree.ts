import type { LayoutEdge } from './trace-layout.ts';

export interface Branch {
  code: string;
  /** Stands elsewhere in the tree already, with its own branches. */
  repeated: boolean;
  branches: Branch[];
}

/** The same trace as a tree from the asked batch, up to its sources or down to its consumers; each batch unfolds once. */
export function treeOf(code: string, edges: readonly LayoutEdge[], direction: 'up' | 'down'): Branch[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [key, value] = direction === 'up' ? [to, from] : [from, to];
    const known = next.get(key) ?? [];
    if (!known.includes(value)) next.set(key, [...known, value]);
  }
  const seen = new Set([code]);
  const root: Branch = { code, repeated: false, branches: [] };
  // Breadth first, so that a batch unfolds where it is nearest to the asked one.
  const queue = [root];
  for (let at = 0; at < queue.length; at += 1) {
    const branch = queue[at] as Branch;
    for (const neighbour of next.get(branch.code) ?? []) {
      const child: Branch = { code: neighbour, repeated: seen.has(neighbour), branches: [] };
      branch.branches.push(child);
      if (child.repeated) continue;
      seen.add(neighbour);
      queue.push(child);
    }
  }
  return root.branches;
}
