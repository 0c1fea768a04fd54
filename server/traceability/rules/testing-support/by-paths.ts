export interface PlainEvent {
  id: string;
  at: number;
  inputs: string[];
  outputs: string[];
}

/** What a walk finds, by following every path one by one: the fewest events on any path along which time does not run backwards. */
export function byPaths(
  events: readonly PlainEvent[],
  start: string,
  direction: 'up' | 'down',
  tolerance: number,
): Map<string, number> {
  const found = new Map([[start, 0]]);
  const follow = (lot: string, since: number, steps: number, used: ReadonlySet<string>) => {
    for (const { id, at, inputs, outputs } of events) {
      const [near, far] = direction === 'down' ? [inputs, outputs] : [outputs, inputs];
      const inTime = direction === 'down' ? at >= since - tolerance : at <= since + tolerance;
      if (used.has(id) || !inTime || !near.includes(lot)) continue;
      for (const next of far) {
        if (steps + 1 < (found.get(next) ?? Number.POSITIVE_INFINITY)) found.set(next, steps + 1);
        follow(next, at, steps + 1, new Set([...used, id]));
      }
    }
  };
  follow(start, direction === 'down' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, 0, new Set());
  return found;
}

/** The rows of events as the lineage holds them, asked by lot or by event. */
export function plainReader(events: readonly PlainEvent[]) {
  const rows = (role: 'in' | 'yielded') =>
    events.flatMap(({ id, at, inputs, outputs }) =>
      (role === 'in' ? inputs : outputs).map((batchCode) => ({ batchCode, event: id, record: id, at })),
    );
  return {
    passagesOf: async (lots: string[], role: 'in' | 'yielded') =>
      rows(role).filter(({ batchCode }) => lots.includes(batchCode)),
    passagesThrough: async (ids: string[], role: 'in' | 'yielded') =>
      rows(role).filter(({ event }) => ids.includes(event)),
  };
}
