import { parseArgs } from 'node:util';
import { readConfig } from '../../config.ts';
import { reachDatabase } from '../connection.ts';
import { backup, restore } from './index.ts';

const usage = {
  backup: 'usage: npm run backup -- DIR',
  restore: 'usage: npm run restore -- DIR [--unverified]   (--unverified: a dump by mongodump, without a manifest)',
};

/** `npm run backup -- DIR` and `npm run restore -- DIR`, on MONGODB_URI or the embedded database of DATA_DIR. */
async function main(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { unverified: { type: 'boolean', default: false } },
  });
  const [verb, directory, surplus] = positionals;
  if (verb !== 'backup' && verb !== 'restore') throw new Error(`${usage.backup}\n${usage.restore}`);
  if (!directory || surplus || (verb === 'backup' && values.unverified)) throw new Error(usage[verb]);
  const { mongodbUri, dataDirectory } = readConfig(process.env);
  const database = await reachDatabase({ uri: mongodbUri, dataDirectory });
  try {
    if (verb === 'backup') {
      const { bytes, ...done } = await backup(database.uri, directory);
      return `${directory} holds ${counts(done)}, ${bytes} bytes`;
    }
    return `restored ${counts(await restore(database.uri, directory, values))}`;
  } finally {
    await database.close();
  }
}

function counts({
  database,
  collections,
  documents,
}: {
  database: string;
  collections: number;
  documents: number;
}): string {
  return `database ${database}: ${collections} collections, ${documents} documents`;
}

main().then(
  (done) => process.stdout.write(`${done}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
