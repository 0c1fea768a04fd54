import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Benchmark, Figure } from '../harness.ts';
import { batchInserts } from './batch-inserts.ts';
import { startBuiltEngine } from './engine.ts';
import { grouping } from './grouping.ts';
import { type Reading, reading } from './records.ts';
import { singleCommands } from './single-commands.ts';

/** How many readings the collection holds that is read from. */
const stored = 250_000;

/** The embedded database through the driver. */
export const database: Benchmark = {
  title: `the embedded database through the driver, ${stored.toLocaleString('en-US')} readings of some 170 bytes`,
  async run(): Promise<Figure[]> {
    const directory = await mkdtemp(join(tmpdir(), 'agritrace-bench-'));
    const engine = await startBuiltEngine(directory);
    const client = await mongoose.mongo.MongoClient.connect(engine.uri, { maxPoolSize: 32 });
    try {
      const readings = client.db().collection<Reading>('readings');
      await readings.createIndexes([{ key: { device: 1, at: 1 } }, { key: { site: 1 } }]);
      for (let from = 0; from < stored; from += 2500)
        await readings.insertMany(Array.from({ length: 2500 }, (_, n) => reading(from + n)));
      return [
        ...(await batchInserts(client, directory)),
        ...(await singleCommands(client, readings, stored, directory)),
        ...(await grouping(readings, stored)),
      ];
    } finally {
      await client.close();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};
