import type { ClientSession, Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import { type LineageRecord, type LineageRole, traceabilityModels } from './model.ts';
import type { GoodsReader } from './rules/reach/reach.ts';
import { type Packing, type Stay, staysOf } from './rules/reach/stays.ts';

type Row = Pick<LineageRecord, 'batchCode' | 'event' | 'role' | 'at' | 'quantity'>;

const everyEdge = unscoped(
  'traces and holds reach what was made of the batch, and what holds it; whoever shows it answers for what it tells',
);
const fields = { _id: 0, batchCode: 1, event: 1, role: 1, at: 1, quantity: 1 } as const;
const chunkSize = 1_000;

/** What the lineage says of goods; within a transaction its questions go one after the other. */
export function goodsReader(connection: Connection, session?: ClientSession): GoodsReader {
  const { Lineage } = traceabilityModels(connection);

  const read = async (field: 'batchCode' | 'event', values: Iterable<string>, roles: LineageRole[]): Promise<Row[]> => {
    const all = [...new Set(values)];
    const found: Row[] = [];
    for (let start = 0; start < all.length; start += chunkSize) {
      const asked = { [field]: { $in: all.slice(start, start + chunkSize) }, role: { $in: roles } };
      found.push(
        ...(await Lineage.find(asked, fields, everyEdge)
          .session(session ?? null)
          .lean<Row[]>()),
      );
    }
    return found;
  };

  const stays = (children: readonly Row[], containers: readonly Row[]): Stay[] => {
    const containerOf = new Map(containers.map(({ event, batchCode }) => [event, batchCode]));
    const packings = children.flatMap(({ event, batchCode, role, at, quantity }): Packing[] => {
      const container = containerOf.get(event);
      if (container === undefined) return [];
      return [
        { container, content: batchCode, at: at.getTime(), out: role === 'unpacked', ...(quantity && { quantity }) },
      ];
    });
    const emptied = containers
      .filter(({ role }) => role === 'emptied')
      .map(({ batchCode, at }): Packing => ({ container: batchCode, at: at.getTime(), out: true }));
    return staysOf([...packings, ...emptied]);
  };

  return {
    async madeOf(lots) {
      const into = await read('batchCode', lots, ['in']);
      const outOf = new Map<string, Row[]>(events(into).map((event) => [event, []]));
      for (const row of await read('event', outOf.keys(), ['yielded'])) outOf.get(row.event)?.push(row);
      return into.flatMap(({ batchCode, event, at }) =>
        (outOf.get(event) ?? []).map((out) => ({
          lot: batchCode,
          at: at.getTime(),
          product: out.batchCode,
          productAt: out.at.getTime(),
        })),
      );
    },

    async staysIn(lots) {
      const contents = await read('batchCode', lots, ['packed', 'unpacked']);
      const containers = await read('event', events(contents), ['packing', 'unpacking']);
      const emptied = await read(
        'batchCode',
        containers.map(({ batchCode }) => batchCode),
        ['emptied'],
      );
      return stays(contents, [...containers, ...emptied]);
    },

    async contentsOf(lots) {
      const containers = await read('batchCode', lots, ['packing', 'unpacking', 'emptied']);
      return stays(await read('event', events(containers), ['packed', 'unpacked']), containers);
    },
  };
}

function events(rows: readonly Row[]): string[] {
  return rows.map(({ event }) => event);
}
