/** Layered drawing of a trace: sources left, consumers right. Pure: no measuring, no drawing. */

export interface LayoutNode {
  id: string;
}

export interface LayoutEdge {
  from: string;
  to: string;
}

export interface PlacedNode {
  id: string;
  layer: number;
  x: number;
  y: number;
}

export interface PlacedEdge extends LayoutEdge {
  /** From the right side of the source to the left side of the target, by way of each layer between. */
  points: { x: number; y: number }[];
}

export interface Layout {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
}

export interface Sizes {
  nodeWidth: number;
  nodeHeight: number;
  layerGap: number;
  nodeGap: number;
}

const sweeps = 16;

/** A place in a layer: a node, or the bend of an edge that passes this layer. */
interface Slot {
  key: string;
  layer: number;
  before: Slot[];
  after: Slot[];
  y: number;
}

/**
 * Longest-path layers, then barycentre sweeps against crossings, then each slot pulled towards its neighbours' mean.
 * An edge that closes a circle is drawn, but does not count for the layers.
 */
export function layoutTrace(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], sizes: Sizes): Layout {
  const known = new Set(nodes.map(({ id }) => id));
  const inside = edges.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to);
  const layerOf = longestPath(nodes, inside);
  const slots = new Map<string, Slot>();
  for (const { id } of nodes) slots.set(id, { key: id, layer: layerOf.get(id) ?? 0, before: [], after: [], y: 0 });
  const routes = inside.map((edge) => route(edge, slots));
  const layers = layersOf([...slots.values()]);
  uncross(layers);
  settle(layers, sizes);
  return place(nodes, routes, slots, layers, sizes);
}

/** The longest way from a source to each node; nodes within a circle take the order in which they were found. */
function longestPath(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Map<string, number> {
  const sources = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) sources.get(to)?.push(from);
  const layers = new Map<string, number>();
  const open = new Set<string>();
  for (const { id } of nodes) visit(id);
  return layers;

  // An own stack: a chain of thousands of batches would exhaust the call stack.
  function visit(start: string): void {
    const stack = [start];
    while (stack.length > 0) {
      const id = stack[stack.length - 1] as string;
      if (layers.has(id)) {
        stack.pop();
        continue;
      }
      const before = sources.get(id) ?? [];
      const waiting = open.has(id) ? [] : before.filter((source) => !layers.has(source) && !open.has(source));
      open.add(id);
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      layers.set(id, 1 + Math.max(-1, ...before.map((source) => layers.get(source) ?? -1)));
      open.delete(id);
      stack.pop();
    }
  }
}

/** Gives an edge that spans several layers a slot in each, so that it keeps its own lane. */
function route(edge: LayoutEdge, slots: Map<string, Slot>): { edge: LayoutEdge; way: Slot[] } {
  const from = slots.get(edge.from) as Slot;
  const to = slots.get(edge.to) as Slot;
  const way: Slot[] = [from];
  for (let layer = from.layer + 1; layer < to.layer; layer += 1) {
    const bend: Slot = { key: `${edge.from} ${edge.to} ${layer} ${slots.size}`, layer, before: [], after: [], y: 0 };
    slots.set(bend.key, bend);
    way.push(bend);
  }
  way.push(to);
  if (to.layer > from.layer)
    for (let step = 1; step < way.length; step += 1) {
      way[step]?.before.push(way[step - 1] as Slot);
      way[step - 1]?.after.push(way[step] as Slot);
    }
  return { edge, way };
}

function layersOf(slots: Slot[]): Slot[][] {
  const layers: Slot[][] = [];
  for (const slot of slots) {
    while (layers.length <= slot.layer) layers.push([]);
    layers[slot.layer]?.push(slot);
  }
  return layers;
}

function mean(values: number[]): number | null {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** Orders each layer by the mean place of its neighbours, forwards and backwards in turn. */
function uncross(layers: Slot[][]): void {
  const order = new Map<Slot, number>();
  const number = (layer: Slot[]) => {
    for (const [index, slot] of layer.entries()) order.set(slot, index);
  };
  for (const layer of layers) number(layer);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const forwards = sweep % 2 === 0;
    for (const layer of forwards ? layers : [...layers].reverse()) {
      const weights = new Map(
        layer.map((slot, index) => {
          const neighbours = forwards ? slot.before : slot.after;
          return [slot, mean(neighbours.map((each) => order.get(each) ?? 0)) ?? index] as const;
        }),
      );
      layer.sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
      number(layer);
    }
  }
}

/** Pulls slots to their neighbours' height without changing the order or letting two overlap. */
function settle(layers: Slot[][], { nodeHeight, nodeGap }: Sizes): void {
  const step = nodeHeight + nodeGap;
  for (const layer of layers) {
    layer.forEach((slot, index) => {
      slot.y = (index - (layer.length - 1) / 2) * step;
    });
  }
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const wished = layer.map((slot) => mean([...slot.before, ...slot.after].map(({ y }) => y)) ?? slot.y);
      spread(layer, wished, step);
    }
  }
}

/** The nearest heights to those wished that keep order and distance: from above and from below, then the middle of both. */
function spread(layer: Slot[], wished: number[], step: number): void {
  const down: number[] = [];
  wished.forEach((y, index) => {
    down.push(index === 0 ? y : Math.max(y, (down[index - 1] ?? 0) + step));
  });
  const up: number[] = [...wished];
  for (let index = wished.length - 2; index >= 0; index -= 1)
    up[index] = Math.min(wished[index] ?? 0, (up[index + 1] ?? 0) - step);
  layer.forEach((slot, index) => {
    slot.y = ((down[index] ?? 0) + (up[index] ?? 0)) / 2;
  });
}

function place(
  nodes: readonly LayoutNode[],
  routes: { edge: LayoutEdge; way: Slot[] }[],
  slots: Map<string, Slot>,
  layers: Slot[][],
  { nodeWidth, nodeHeight, layerGap }: Sizes,
): Layout {
  const top = Math.min(0, ...[...slots.values()].map(({ y }) => y));
  const bottom = Math.max(0, ...[...slots.values()].map(({ y }) => y));
  const x = (slot: Slot) => slot.layer * (nodeWidth + layerGap);
  const y = (slot: Slot) => slot.y - top;
  const middle = (slot: Slot) => y(slot) + nodeHeight / 2;
  return {
    nodes: nodes.map(({ id }) => {
      const slot = slots.get(id) as Slot;
      return { id, layer: slot.layer, x: x(slot), y: y(slot) };
    }),
    edges: routes.map(({ edge, way }) => ({
      ...edge,
      points: way.flatMap((slot, index) => {
        if (index === 0) return [{ x: x(slot) + nodeWidth, y: middle(slot) }];
        if (index === way.length - 1) return [{ x: x(slot), y: middle(slot) }];
        return [
          { x: x(slot), y: middle(slot) },
          { x: x(slot) + nodeWidth, y: middle(slot) },
        ];
      }),
    })),
    width: layers.length ? layers.length * (nodeWidth + layerGap) - layerGap : 0,
    height: nodes.length ? bottom - top + nodeHeight : 0,
  };
}
