import type { Connection } from 'mongoose';

interface Row {
  event: string;
  batchCode: string;
  role: string;
}

interface Edge {
  from: string;
  to: string;
}

/** A lot after the other, an event after the other: a round trip for each. */
export async function oneByOne(connection: Connection, start: string): Promise<number> {
  const rows = connection.collection<Row>('lineage');
  const seen = new Set([start]);
  const follow = async (lot: string): Promise<void> => {
    for (const { event } of await rows.find({ batchCode: lot, role: 'in' }).toArray())
      for (const { batchCode } of await rows.find({ event, role: 'yielded' }).toArray()) {
        if (seen.has(batchCode)) continue;
        seen.add(batchCode);
        await follow(batchCode);
      }
  };
  await follow(start);
  return seen.size;
}

/** The database walks from lot to lot over plain edges; it cannot compare the times of two edges. */
export async function byGraphLookup(connection: Connection, start: string): Promise<number> {
  const found = await connection
    .collection<Edge>('plain_edges')
    .aggregate<{ to: string }>([
      { $match: { from: start } },
      { $limit: 1 },
      {
        $graphLookup: {
          from: 'plain_edges',
          startWith: start,
          connectFromField: 'to',
          connectToField: 'from',
          as: 'below',
        },
      },
      { $unwind: '$below' },
      { $project: { _id: 0, to: '$below.to' } },
    ])
    .toArray();
  return new Set([start, ...found.map(({ to }) => to)]).size;
}
