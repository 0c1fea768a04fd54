import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';

export interface TemporaryDatabase {
  /** What `openDatabase` and the platform's configuration take. */
  dataDirectory: string;
  mongodbUri?: string;
  /** What a process of the platform takes. */
  environment: { DATA_DIR: string; MONGODB_URI?: string };
  remove(): Promise<void>;
}

/**
 * An empty database for one test: on the server that `MONGODB_URI` names, under a name of its own, or an embedded one
 * on a folder of its own. Nothing runs before the test opens it.
 */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'agritrace-'));
  const removeFolder = () => rm(dataDirectory, { recursive: true, force: true });
  const server = process.env.MONGODB_URI;
  if (!server) return { dataDirectory, environment: { DATA_DIR: dataDirectory }, remove: removeFolder };
  const mongodbUri = onDatabase(server, `test_${randomBytes(8).toString('hex')}`);
  return {
    dataDirectory,
    mongodbUri,
    environment: { DATA_DIR: dataDirectory, MONGODB_URI: mongodbUri },
    async remove() {
      const client = await mongoose.mongo.MongoClient.connect(mongodbUri);
      await client.db().dropDatabase();
      await client.close();
      await removeFolder();
    },
  };
}

/** The same server's connection string with another database. */
function onDatabase(uri: string, name: string): string {
  const [, servers = '', database = '', options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  // Users live where they were made: without this they would be looked for in the new database.
  const signedIn = servers.includes('@') && !options.includes('authSource=');
  const source = signedIn ? `${options ? '&' : '?'}authSource=${database.slice(1) || 'admin'}` : '';
  return `${servers}/${name}${options}${source}`;
}
