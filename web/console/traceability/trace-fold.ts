import type { LayoutEdge } from './trace-layout.ts';

/** Past so many batches the drawing folds what looks alike. */
export const foldAbove = 150;
const fewest = 5;

export interface Folding {
  /** What is drawn: batches as they are, and folds with the batches they stand for. */
  nodes: { id: string; members: string[] }[];
  edges: LayoutEdge[];
}

interface Foldable {
  code: string;
  status: string;
}

/**
 * Folds final lots of one and the same origin (the twenty shops of a shipment) into one node. Held and recalled lots, and the
 * batch that was asked for, always stand for themselves.
 */
export function foldTrace(nodes: readonly Foldable[], edges: readonly LayoutEdge[], asked: string): Folding {
  const plain = { nodes: nodes.map(({ code }) => ({ id: code, members: [code] })), edges: [...edges] };
  if (nodes.length <= foldAbove) return plain;
  const sources = new Map<string, Set<string>>();
  const leading = new Set<string>();
  for (const { from, to } of edges) {
    sources.set(to, (sources.get(to) ?? new Set()).add(from));
    leading.add(from);
  }
  const groups = new Map<string, string[]>();
  for (const { code, status } of nodes) {
    const [only, ...others] = sources.get(code) ?? [];
    if (only === undefined || others.length > 0 || leading.has(code) || code === asked || status !== 'normal') continue;
    groups.set(only, [...(groups.get(only) ?? []), code]);
  }
  const foldOf = new Map<string, string>();
  for (const [source, members] of groups)
    if (members.length >= fewest) for (const code of members) foldOf.set(code, `fold ${source}`);
  const folded = new Map<string, string[]>();
  for (const { code } of nodes) {
    const id = foldOf.get(code) ?? code;
    folded.set(id, [...(folded.get(id) ?? []), code]);
  }
  const seen = new Set<string>();
  const kept = edges
    .map(({ from, to }) => ({ from: foldOf.get(from) ?? from, to: foldOf.get(to) ?? to }))
    .filter(({ from, to }) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`));
  return { nodes: [...folded].map(([id, members]) => ({ id, members })), edges: kept };
}
