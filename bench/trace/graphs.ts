/** What the two sides of one event are: lots in, lots out. */
export interface Run {
  event: string;
  inputs: string[];
  outputs: string[];
  at: Date;
}

const start = Date.UTC(2026, 0, 1);

/**
 * A graph of that many lots below one: each event packs up to three lots of one level into up to six of the next, so that
 * lots are mixed as in a packing hall.
 */
export function graph(name: string, nodes: number): Run[] {
  const runs: Run[] = [];
  let level = [`${name}-0`];
  let made = 1;
  for (let depth = 1; made < nodes; depth++) {
    const next: string[] = [];
    for (let from = 0; from < level.length && made < nodes; from += 3) {
      const outputs = Array.from({ length: Math.min(6, nodes - made) }, (_, index) => `${name}-${made + index}`);
      made += outputs.length;
      next.push(...outputs);
      runs.push({
        event: `${name}-e${runs.length}`,
        inputs: level.slice(from, from + 3),
        outputs,
        at: new Date(start + depth * 3_600_000),
      });
    }
    level = next;
  }
  return runs;
}

/** Other people's events: so many graphs of ten lots that there are that many events. */
export function* others(events: number): Generator<Run> {
  for (let made = 0, number = 0; made < events; number++)
    for (const run of graph(`other${number}`, 10)) {
      if (made++ >= events) return;
      yield run;
    }
}
