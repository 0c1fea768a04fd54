import { join } from 'node:path';
import mongoose, { type mongo } from 'mongoose';
import { type Figure, sideBySide, throughput } from '../harness.ts';
import { startBareServer } from './bare-server-process.ts';
import { type Reading, type Readings, reading } from './records.ts';
import { openStorage } from './storage-alone.ts';

const batch = 500;
const options = { inFlight: 4, milliseconds: 2000, warmUp: 2000 };

/**
 * insertMany of 500 into a collection with two secondary indexes, against LMDB alone with the same durability, without
 * index entries and with them, and against a server that does nothing.
 */
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
  const insertsInto = (readings: Readings) => (): Promise<number> =>
    throughput(() => {
      const from = rows();
      return readings.insertMany(Array.from({ length: batch }, (_, n) => reading(from + n)));
    }, options);
  const alone = (withEntries: boolean) => (): Promise<number> =>
    throughput(() => storage.insert(rows(), batch, withEntries), options);
  const documents = Array.from({ length: batch }, (_, n) => ({ _id: n }));
  const bare = await startBareServer(client.options.hosts[0]?.socketPath ?? '', directory, [
    { insert: 'examples', documents },
  ]);
  const other = await mongoose.mongo.MongoClient.connect(bare.uri);
  const answered = other.db().collection<Reading>('inserted');
  const plain = await sideBySide(insertsInto(collection), alone(false), 2);
  const indexed = await sideBySide(insertsInto(collection), alone(true), 2);
  const unworked = await sideBySide(insertsInto(collection), insertsInto(answered), 2);
  await storage.close();
  await other.close();
  await bare.stop();
  await collection.drop();
  const figure = (name: string, found: { value: number; baseline: number }): Omit<Figure, 'boundBy'> => ({
    name: 'insertMany 500 × 4 in flight, two indexes',
    unit: 'documents/s',
    value: found.value * batch,
    baseline: { name, value: found.baseline * batch },
  });
  return [
    {
      ...figure('LMDB alone, documents', plain),
      aim: 0.5,
      boundBy: 'three index entries a document at random places, which this baseline does not write',
    },
    {
      ...figure('LMDB alone, documents and entries', indexed),
      boundBy: 'keys and checks in JavaScript; the driver, which builds and serializes beside it',
    },
    { ...figure('bare server', unworked), boundBy: 'writing: a third the kernel, a third LMDB' },
  ];
}
