import type { ClientSession, Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import { type EventRecord, traceabilityModels } from './model.ts';

export interface Edge {
  from: string;
  to: string;
  eventId: string;
  at: Date;
}

export interface LineageGraph {
  /** Batch code → steps from the start: negative towards the sources. */
  distances: Map<string, number>;
  edges: Edge[];
  /** True when depth or size cut the graph: there is more. */
  truncated: boolean;
}

/** The graph leads over every edge; of what lies beyond the caller's reach, the trace shows public facts alone. */
const overEveryEdge = unscoped('trace and holds answer for what they tell of the batches');

const ofItsEvent = unscoped('the event has been held against the right to record it');

const mostBatches = 2_000;
const chunkSize = 500;

/** Which batches came from which. One question a level and direction, however many batches the level has. */
export function createLineage(connection: Connection) {
  const { Lineage } = traceabilityModels(connection);

  /** One step from these batches: towards what was made of them, or towards what they were made of. */
  const step = async (codes: string[], direction: 'up' | 'down', session?: ClientSession): Promise<Edge[]> => {
    const own = direction === 'down' ? 'in' : 'out';
    const others = direction === 'down' ? 'out' : 'in';
    const ownRows = await inChunks(codes, (chunk) =>
      Lineage.find({ batchCode: { $in: chunk }, role: own }, null, overEveryEdge)
        .session(session ?? null)
        .lean(),
    );
    const otherRows = await inChunks([...new Set(ownRows.map(({ event }) => event))], (chunk) =>
      Lineage.find({ event: { $in: chunk }, role: others }, null, overEveryEdge)
        .session(session ?? null)
        .lean(),
    );
    return ownRows.flatMap((mine) =>
      otherRows
        .filter(({ event }) => event === mine.event)
        .map((other) => ({
          from: direction === 'down' ? mine.batchCode : other.batchCode,
          to: direction === 'down' ? other.batchCode : mine.batchCode,
          eventId: mine.event,
          at: mine.at,
        })),
    );
  };

  const walk = async (start: string, direction: 'up' | 'down', depth: number, session?: ClientSession) => {
    const sign = direction === 'down' ? 1 : -1;
    const distances = new Map([[start, 0]]);
    const edges: Edge[] = [];
    let frontier = [start];
    let truncated = false;
    for (let level = 1; frontier.length; level += 1) {
      const found = await step(frontier, direction, session);
      if (found.length && (level > depth || distances.size >= mostBatches)) {
        truncated = true;
        break;
      }
      edges.push(...found);
      const reached = new Set(found.map(({ from, to }) => (direction === 'down' ? to : from)));
      frontier = [...reached].filter((code) => !distances.has(code));
      for (const code of frontier) distances.set(code, level * sign);
    }
    return { distances, edges, truncated };
  };

  return {
    async graph(start: string, direction: 'up' | 'down' | 'both', depth: number): Promise<LineageGraph> {
      const directions = direction === 'both' ? (['up', 'down'] as const) : ([direction] as const);
      const walks = await Promise.all(directions.map((way) => walk(start, way, depth)));
      const distances = new Map(walks.flatMap((found) => [...found.distances]));
      const edges = new Map(
        walks.flatMap((found) => found.edges.map((edge) => [`${edge.eventId}|${edge.from}|${edge.to}`, edge] as const)),
      );
      return { distances, edges: [...edges.values()], truncated: walks.some(({ truncated }) => truncated) };
    },

    /** All batches made, directly or not, of this one. Never cut short: a hold must reach every one of them. */
    async descendants(start: string, session: ClientSession): Promise<string[]> {
      const reached = new Set([start]);
      let frontier = [start];
      while (frontier.length) {
        const edges = await step(frontier, 'down', session);
        frontier = [...new Set(edges.map(({ to }) => to))].filter((code) => !reached.has(code));
        for (const code of frontier) reached.add(code);
      }
      reached.delete(start);
      return [...reached];
    },

    /** Rows for one event; written in the event's own transaction. */
    async add(event: EventRecord, session: ClientSession): Promise<void> {
      const id = event._id.toHexString();
      const row =
        (role: 'in' | 'out') =>
        ({ batchCode }: { batchCode: string }) => ({
          _id: `${id}|${role}|${batchCode}`,
          event: id,
          role,
          batchCode,
          at: event.at,
          divisionCode: event.divisionCode,
        });
      const rows = [...event.inputs.map(row('in')), ...event.outputs.map(row('out'))];
      if (rows.length) await Lineage.create(rows, { session, ordered: true, ...ofItsEvent });
    },
  };
}

async function inChunks<Item>(codes: string[], find: (chunk: string[]) => Promise<Item[]>): Promise<Item[]> {
  const found: Item[] = [];
  for (let start = 0; start < codes.length; start += chunkSize)
    found.push(...(await find(codes.slice(start, start + chunkSize))));
  return found;
}
