import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { type Figure, sideBySide, throughput } from '../harness.ts';
import { type Reading, reading } from './records.ts';
import { openStorage } from './storage-alone.ts';

const batch = 500;
const options = { inFlight: 4, milliseconds: 3000, warmUp: 1000 };

/** insertMany of 500 into a collection with two secondary indexes, against LMDB alone with the same durability. */
export async function batchInserts(
  client: InstanceType<typeof mongo.MongoClient>,
  directory: string,
): Promise<Figure[]> {
  const collection = client.db().collection<Reading>('inserted');
  await collection.createIndexes([{ key: { device: 1, at: 1 } }, { key: { site: 1 } }]);
  const storage = openStorage(join(directory, 'alone'));
  let next = 0;
  const rows = (): number => {
    next += batch;
    return next - batch;
  };
  const engine = (): Promise<number> =>
    throughput(() => {
      const from = rows();
      return collection.insertMany(Array.from({ length: batch }, (_, n) => reading(from + n)));
    }, options);
  const alone = (withEntries: boolean) => (): Promise<number> =>
    throughput(() => storage.insert(rows(), batch, withEntries), options);
  const plain = await sideBySide(engine, alone(false), 1);
  const indexed = await sideBySide(engine, alone(true), 1);
  await storage.close();
  await collection.drop();
  const boundBy =
    'BSON and index keys in JavaScript: the engine reads and encodes each document, the driver serializes it';
  const figure = (name: string, found: { value: number; baseline: number }): Omit<Figure, 'boundBy'> => ({
    name: 'insertMany 500 × 4 in flight, two indexes',
    unit: 'documents/s',
    value: found.value * batch,
    baseline: { name, value: found.baseline * batch },
  });
  return [
    { ...figure('LMDB alone, documents', plain), aim: 0.5, boundBy },
    { ...figure('LMDB alone, documents and entries', indexed), boundBy },
  ];
}
