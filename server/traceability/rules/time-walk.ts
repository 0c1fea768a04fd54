/** One row of the lineage: a lot went into an event, or came out of it. */
export interface Passage {
  batchCode: string;
  /** What joins inputs and outputs: the event, or the transformation that several events tell of. */
  event: string;
  /** The event that told it. */
  record: string;
  at: number;
}

/** The two sides of the lineage; each answers for many at once. */
export interface LineageReader {
  /** Where lots went in (`in`) or came out (`yielded`). */
  passagesOf(lots: string[], role: 'in' | 'yielded'): Promise<Passage[]>;
  /** What went into or came out of events. */
  passagesThrough(events: string[], role: 'in' | 'yielded'): Promise<Passage[]>;
}

/** Where a walk begins: a lot, or what was in the container that was asked for, from then until then. */
export interface Start {
  lot: string;
  from: number;
  until: number;
}

export interface WalkLimits {
  depth: number;
  mostBatches: number;
  /** Clocks of two systems that differ by so many milliseconds or less do not cut a path. */
  tolerance: number;
}

export interface Walk {
  /** Lot → the fewest events from the start; 0 is the start itself, and what was in it. */
  steps: Map<string, number>;
  edges: WalkEdge[];
  /** Lots beyond which there is more that the limits cut off. */
  frontier: string[];
}

export interface WalkEdge {
  from: string;
  to: string;
  record: string;
  at: number;
}

/**
 * Everything that matter of the start can have come into (`down`) or come from (`up`), along paths on which time does not run
 * backwards: a silo that was emptied on Monday is not blamed for the milk of Tuesday. Downwards each lot carries the earliest
 * time at which the matter can be in it, upwards the latest at which it can have left; a lot that is reached again at a better
 * time is followed again, so that circles end and no path is missed. One question a level to each side.
 */
export async function walkInTime(
  reader: LineageReader,
  starts: readonly Start[],
  direction: 'up' | 'down',
  { depth, mostBatches, tolerance }: WalkLimits,
): Promise<Walk> {
  const down = direction === 'down';
  const [near, far] = down ? (['in', 'yielded'] as const) : (['yielded', 'in'] as const);
  // Upwards time is turned around, so that both ways ask for "not earlier".
  const sign = down ? 1 : -1;
  const best = new Map<string, number>();
  for (const { lot, from, until } of starts)
    best.set(lot, Math.min(down ? from : -until, best.get(lot) ?? Number.POSITIVE_INFINITY));
  const steps = new Map([...best.keys()].map((lot) => [lot, 0]));
  const edges = new Map<string, WalkEdge>();
  const known = new Map<string, Passage[]>();
  let frontier = [...best.keys()];
  for (let level = 1; frontier.length > 0; level++) {
    const open = (await reader.passagesOf(frontier, near)).filter(
      ({ batchCode, at }) => sign * at >= (best.get(batchCode) ?? 0) - tolerance,
    );
    if (open.length > 0 && (level > depth || steps.size >= mostBatches))
      return { steps, edges: [...edges.values()], frontier: [...new Set(open.map(({ batchCode }) => batchCode))] };
    const unknown = [...new Set(open.map(({ event }) => event))].filter((event) => !known.has(event));
    for (const event of unknown) known.set(event, []);
    for (const passage of unknown.length > 0 ? await reader.passagesThrough(unknown, far) : [])
      known.get(passage.event)?.push(passage);
    const improved = new Set<string>();
    for (const own of open)
      for (const other of known.get(own.event) ?? []) {
        const time = sign * other.at;
        if (time < sign * own.at - tolerance) continue;
        const [from, to] = down ? [own, other] : [other, own];
        if (from.batchCode === to.batchCode) continue;
        edges.set(`${own.event}|${from.batchCode}|${to.batchCode}`, {
          from: from.batchCode,
          to: to.batchCode,
          record: to.record,
          at: to.at,
        });
        if (time >= (best.get(other.batchCode) ?? Number.POSITIVE_INFINITY)) continue;
        best.set(other.batchCode, time);
        if (!steps.has(other.batchCode)) steps.set(other.batchCode, level);
        improved.add(other.batchCode);
      }
    frontier = [...improved];
  }
  return { steps, edges: [...edges.values()], frontier: [] };
}
