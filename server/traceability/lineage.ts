import type { ClientSession, Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import limits from './data/trace-limits.json' with { type: 'json' };
import { goodsReader } from './goods-reader.ts';
import { lineageReader } from './lineage-reader.ts';
import { type EventRecord, traceabilityModels } from './model.ts';
import { lineageRows, transformationOf } from './rules/lineage-rows.ts';
import { allAround, allWithin, nestingOf } from './rules/reach/nesting.ts';
import { always, isWithin } from './rules/reach/overlap.ts';
import { type Reach, reachOf } from './rules/reach/reach.ts';
import type { Stay } from './rules/reach/stays.ts';
import { throughContainers } from './rules/reach/through-containers.ts';
import { type Start, type WalkEdge, walkInTime } from './rules/time-walk.ts';

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
  /** What was in the batch that was asked for, where it is a container. */
  contents: Stay[];
  /** When a batch of the graph was in which container. */
  around(code: string): Stay[];
  /** All these containers. */
  containers: string[];
}

const ofItsEvent = unscoped('the event has been held against the right to record it');

const tolerance = limits.clockToleranceMinutes * 60_000;
/** Which batches came from which. Two questions a level and direction, however many batches the level has, and as many for containers. */
export function createLineage(connection: Connection) {
  const { Lineage } = traceabilityModels(connection);

  const contentsOf = async (container: string, moment: number | undefined): Promise<Stay[]> => {
    const contents = nestingOf(await allWithin(goodsReader(connection), [container])).within(container);
    return moment === undefined ? contents : contents.filter((stay) => isWithin(stay, moment, 0));
  };

  const walk = async (starts: readonly Start[], direction: 'up' | 'down', depth: number) => {
    const reader = lineageReader(connection, direction === 'down' ? 'in' : 'yielded');
    const found = await walkInTime(throughContainers(reader, reader, tolerance), starts, direction, {
      depth,
      mostBatches: limits.mostBatches,
      tolerance,
    });
    return { ...found, stays: await allAround(reader, [...found.steps.keys()]) };
  };

  return {
    /**
     * Everything that can have become of the batch, or that it can have come from: see `walkInTime`.
     * @param moment of a container: what was in it at this time; absent: whenever
     */
    async graph(start: string, direction: 'up' | 'down' | 'both', depth: number, moment?: Date): Promise<LineageGraph> {
      const directions = direction === 'both' ? (['up', 'down'] as const) : ([direction] as const);
      const contents = await contentsOf(start, moment?.getTime());
      const starts = [
        { lot: start, ...always },
        ...contents.map(({ content, from, until }) => ({
          lot: content,
          ...(moment ? { from: moment.getTime(), until: moment.getTime() } : { from, until }),
        })),
      ];
      const walks = await Promise.all(directions.map((way) => walk(starts, way, depth)));
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
      const stays = walks.flatMap((found) => found.stays);
      const nesting = nestingOf(stays);
      return {
        distances,
        edges: shown.map(edgeOf),
        truncated: frontier.length > 0 || shown.length < edges.size,
        frontier,
        contents,
        around: nesting.around,
        containers: [...new Set(stays.map(({ container }) => container))],
      };
    },

    /** These lots, and all that they can have come from. */
    sourcesOf: async (lots: readonly string[]): Promise<string[]> => {
      const starts = [...new Set(lots)].map((lot) => ({ lot, ...always }));
      return [...(await walk(starts, 'up', limits.mostBatches)).steps.keys()];
    },

    /** Everything that a hold of this batch reaches; never cut short: see `reachOf`. */
    reach: (start: string, session: ClientSession): Promise<Reach> =>
      reachOf(goodsReader(connection, session), start, tolerance),

    /** The lots of an event, and what went into the transformation that it is one of several to tell of. */
    async touchedBy(event: EventRecord, session: ClientSession): Promise<string[]> {
      const transformation = transformationOf(event);
      const others =
        transformation === undefined
          ? []
          : await Lineage.find({ event: transformation, role: 'in' }, { batchCode: 1 }, ofItsEvent)
              .session(session)
              .lean();
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

function edgeOf({ from, to, record, at }: WalkEdge): Edge {
  return { from, to, eventId: record, at: new Date(at) };
}
