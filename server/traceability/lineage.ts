import type { ClientSession, Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import limits from './data/trace-limits.json' with { type: 'json' };
import { goodsReader } from './goods-reader.ts';
import { type EventRecord, type LineageRecord, traceabilityModels } from './model.ts';
import { lineageRows, transformationOf } from './rules/lineage-rows.ts';
import { type Reach, reachOf } from './rules/reach/reach.ts';
import { type LineageReader, type Passage, type WalkEdge, walkInTime } from './rules/time-walk.ts';

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
  /** True when depth or size cut the graph: there is more beyond the batches of the frontier. */
  truncated: boolean;
  frontier: string[];
}

/** The graph leads over every edge; of what lies beyond the caller's reach, the trace shows public facts alone. */
const overEveryEdge = unscoped('trace and holds answer for what they tell of the batches');

const ofItsEvent = unscoped('the event has been held against the right to record it');

const tolerance = limits.clockToleranceMinutes * 60_000;
const chunkSize = 1_000;
/** What the indexes hold, so that a question is answered from their keys. */
const passageFields = { _id: 0, batchCode: 1, event: 1, record: 1, at: 1 } as const;

type Row = Pick<LineageRecord, 'batchCode' | 'event' | 'record' | 'at'>;

/** Which batches came from which. Two questions a level and direction, however many batches the level has. */
export function createLineage(connection: Connection) {
  const { Lineage } = traceabilityModels(connection);

  const read = (field: 'batchCode' | 'event', values: string[], role: 'in' | 'out', session?: ClientSession) =>
    inChunks(values, (chunk) =>
      Lineage.find({ [field]: { $in: chunk }, role }, passageFields, overEveryEdge)
        .session(session ?? null)
        .lean<Row[]>(),
    );

  const reader: LineageReader = {
    passagesOf: async (lots, role) => (await read('batchCode', lots, role)).map(passage),
    passagesThrough: async (events, role) => (await read('event', events, role)).map(passage),
  };

  const walk = (start: string, direction: 'up' | 'down', depth: number) =>
    walkInTime(reader, start, direction, {
      depth,
      mostBatches: limits.mostBatches,
      tolerance,
    });

  return {
    /** Everything that can have become of the batch, or that it can have come from: see `walkInTime`. */
    async graph(start: string, direction: 'up' | 'down' | 'both', depth: number): Promise<LineageGraph> {
      const directions = direction === 'both' ? (['up', 'down'] as const) : ([direction] as const);
      const walks = await Promise.all(directions.map((way) => walk(start, way, depth)));
      const distances = new Map(
        walks.flatMap(({ steps }, index) =>
          [...steps].map(([code, count]) => [code, directions[index] === 'up' && count > 0 ? -count : count] as const),
        ),
      );
      const edges = new Map(
        walks.flatMap((found) => found.edges.map((edge) => [`${edge.record}|${edge.from}|${edge.to}`, edge] as const)),
      );
      const frontier = walks.flatMap((found) => found.frontier);
      const shown = [...edges.values()].slice(0, limits.mostEdges);
      return {
        distances,
        edges: shown.map(edgeOf),
        truncated: frontier.length > 0 || shown.length < edges.size,
        frontier,
      };
    },

    /** Everything that a hold of this batch reaches; never cut short: see `reachOf`. */
    reach: (start: string, session: ClientSession): Promise<Reach> =>
      reachOf(goodsReader(connection, session), start, tolerance),

    /** The lots of an event, and what went into the transformation that it is one of several to tell of. */
    async touchedBy(event: EventRecord, session: ClientSession): Promise<string[]> {
      const transformation = transformationOf(event);
      const others = transformation === undefined ? [] : await read('event', [transformation], 'in', session);
      return [...new Set([...event.batchCodes, ...others.map(({ batchCode }) => batchCode)])];
    },

    /** Rows for one event; written in the event's own transaction. */
    async add(event: EventRecord, session: ClientSession): Promise<void> {
      const rows = lineageRows(event);
      if (rows.length) await Lineage.create(rows, { session, ordered: true, ...ofItsEvent });
    },

    /** Takes an event that was declared wrong out of the lineage; its rows stay, and lead nowhere. */
    async void(event: EventRecord, session: ClientSession): Promise<void> {
      await Lineage.updateMany(
        { record: event._id.toHexString() },
        { $set: { role: 'void' } },
        { session, ...ofItsEvent },
      );
    },
  };
}

function passage({ batchCode, event, record, at }: Row): Passage {
  return { batchCode, event, record: record ?? event, at: at.getTime() };
}

function edgeOf({ from, to, record, at }: WalkEdge): Edge {
  return { from, to, eventId: record, at: new Date(at) };
}

async function inChunks<Item>(values: string[], find: (chunk: string[]) => Promise<Item[]>): Promise<Item[]> {
  if (values.length <= chunkSize) return values.length > 0 ? find(values) : [];
  const chunks = Array.from({ length: Math.ceil(values.length / chunkSize) }, (_, index) =>
    values.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  return (await Promise.all(chunks.map(find))).flat();
}
