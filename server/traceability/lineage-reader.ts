import type { Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import { goodsReader } from './goods-reader.ts';
import { type LineageRecord, traceabilityModels } from './model.ts';
import { grouped } from './rules/grouped.ts';
import type { StayReader } from './rules/reach/stays.ts';
import type { LineageReader, Passage } from './rules/time-walk.ts';

type Row = Pick<LineageRecord, 'batchCode' | 'event' | 'record' | 'role' | 'at'>;

/** The graph leads over every edge; of what lies beyond the caller's reach, the trace shows public facts alone. */
const overEveryEdge = unscoped('the trace answers for what it tells of the batches');

const chunkSize = 1_000;
/** What the indexes hold, so that a question is answered from their keys. */
const indexed = { _id: 0, batchCode: 1, event: 1, record: 1, role: 1, at: 1 } as const;

/**
 * What is asked about a lot on the way down, and up: its role near it, and those of packing. Their names lie side by side in the index,
 * with the role at the far side beyond them, so that no row is read in vain.
 */
const roles = { in: { $gte: 'in', $lte: 'unpacking' }, yielded: { $gte: 'packed', $lte: 'yielded' } } as const;

/**
 * The lineage for one walk. What it finds out of an event it asks about at once: so the next level and the containers need no
 * questions of their own, unless there are containers.
 */
export function lineageReader(connection: Connection, near: 'in' | 'yielded'): LineageReader & StayReader {
  const { Lineage } = traceabilityModels(connection);
  const goods = goodsReader(connection);
  const known = new Map<string, Row[]>();

  const find = (values: string[], filterOf: (chunk: string[]) => object) =>
    inChunks(values, (chunk) => Lineage.find(filterOf(chunk), indexed, overEveryEdge).lean<Row[]>());

  const about = async (lots: string[]): Promise<Row[]> => {
    const unknown = [...new Set(lots)].filter((lot) => !known.has(lot));
    for (const lot of unknown) known.set(lot, []);
    const rows = await find(unknown, (chunk) => ({ batchCode: { $in: chunk }, role: roles[near] }));
    for (const [lot, ofLot] of grouped(rows, ({ batchCode }) => batchCode)) known.set(lot, ofLot);
    return lots.flatMap((lot) => known.get(lot) ?? []);
  };

  const having = async (lots: string[], ...roles: Row['role'][]): Promise<string[]> => [
    ...new Set((await about(lots)).filter(({ role }) => roles.includes(role)).map(({ batchCode }) => batchCode)),
  ];

  return {
    passagesOf: async (lots, role) => (await about(lots)).filter((row) => row.role === role).map(passage),
    async passagesThrough(events, role) {
      const found = await find(events, (chunk) => ({ event: { $in: chunk }, role }));
      await about(found.map(({ batchCode }) => batchCode));
      return found.map(passage);
    },
    staysIn: async (lots) => goods.staysIn(await having(lots, 'packed', 'unpacked')),
    contentsOf: async (containers) => goods.contentsOf(await having(containers, 'packing', 'unpacking')),
  };
}

function passage({ batchCode, event, record, at }: Row): Passage {
  return { batchCode, event, record: record ?? event, at: at.getTime() };
}

async function inChunks<Item>(values: string[], find: (chunk: string[]) => Promise<Item[]>): Promise<Item[]> {
  const chunks = Array.from({ length: Math.ceil(values.length / chunkSize) }, (_, index) =>
    values.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  return (await Promise.all(chunks.map(find))).flat();
}
