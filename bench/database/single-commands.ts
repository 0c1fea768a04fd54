import mongoose, { type mongo } from 'mongoose';
import { type Figure, sideBySide, throughput } from '../harness.ts';
import { startBareServer } from './bare-server-process.ts';
import { type Reading, type Readings, reading } from './records.ts';

type Client = InstanceType<typeof mongo.MongoClient>;
type Kind = {
  name: string;
  /** What the bare server answers to this kind: the engine's reply to it. */
  example: Record<string, unknown>;
  run(readings: Readings, turn: number): Promise<unknown>;
  boundBy: string;
};

/** Services run for long: the code of engine and driver is compiled before anything counts. */
const options = { inFlight: 32, milliseconds: 2000, warmUp: 2500 };
const aim = 0.7;

function kinds(stored: number): Kind[] {
  const any = (turn: number): Reading => reading((turn * 7919) % stored);
  const byDevice = ({ device, at }: Reading) => ({ device, at });
  const oneDay = 86_400_000;
  const range = ({ device, at }: Reading) => ({ device, at: { $gte: new Date(at.getTime() - oneDay) } });
  const first = reading(0);
  const find = { find: 'readings', limit: 1, singleBatch: true };
  return [
    {
      name: 'insertOne',
      example: { insert: 'example', documents: [{ _id: 1 }] },
      run: (readings, turn) => readings.insertOne(reading(stored * 2 + turn)),
      boundBy: 'processor time of driver and engine, LMDB and the pages the kernel writes; the flush',
    },
    {
      name: 'findOne by _id',
      example: { ...find, filter: { _id: first._id } },
      run: (readings, turn) => readings.findOne({ _id: any(turn)._id }),
      boundBy: 'processor time: the driver most, the engine half as much',
    },
    {
      name: 'findOne by index',
      example: { ...find, filter: byDevice(first) },
      run: (readings, turn) => readings.findOne(byDevice(any(turn))),
      boundBy: 'processor time: the driver most, the engine half as much',
    },
    {
      name: 'updateOne by _id',
      example: { update: 'readings', updates: [{ q: { _id: first._id }, u: { $set: { sequence: 1 } } }] },
      run: (readings, turn) => readings.updateOne({ _id: any(turn)._id }, { $set: { sequence: turn } }),
      boundBy: 'processor time of driver and engine, LMDB and the pages the kernel writes; the flush',
    },
    {
      name: 'range of 100',
      example: { find: 'readings', filter: range(reading(0)), sort: { at: 1 }, limit: 100, singleBatch: true },
      run: (readings, turn) =>
        readings
          .find(range(reading((turn * 7919) % (stored / 2))), { sort: { at: 1 }, limit: 100, singleBatch: true })
          .toArray(),
      boundBy: 'processor time: the driver decodes a hundred documents in both',
    },
  ];
}

/** Single commands, 32 in flight, against a server that answers the same bytes to the same driver without any work. */
export async function singleCommands(
  client: Client,
  readings: Readings,
  stored: number,
  directory: string,
): Promise<Figure[]> {
  const socket = client.options.hosts[0]?.socketPath ?? '';
  const figures: Figure[] = [];
  for (const { name, example, run, boundBy } of kinds(stored)) {
    const bare = await startBareServer(socket, directory, [example]);
    const other = await mongoose.mongo.MongoClient.connect(bare.uri, { maxPoolSize: 32 });
    const same = other.db().collection<Reading>('readings');
    let turn = 0;
    const found = await sideBySide(
      () => throughput(() => run(readings, turn++), options),
      () => throughput(() => run(same, turn++), options),
    );
    await other.close();
    await bare.stop();
    figures.push({
      name: `${name}, 32 in flight`,
      unit: 'commands/s',
      value: found.value,
      baseline: { name: 'bare server', value: found.baseline },
      aim,
      boundBy,
    });
  }
  return figures;
}
