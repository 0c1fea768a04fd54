import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Tests do not know which database they run on: an embedded one on the test's own folder (undefined), or, when
 * `MONGODB_URI` names a server, an empty database there with a name of its own. `npm run test:mongod` drops those.
 */
export function temporaryDatabaseUri(): string | undefined {
  const server = process.env.MONGODB_URI;
  const prefix = process.env.TEST_DATABASE_PREFIX ?? 'test_';
  return server ? onDatabase(server, `${prefix}${randomBytes(6).toString('hex')}`) : undefined;
}

export interface TemporaryDatabase {
  /** What the platform's configuration takes. */
  dataDirectory: string;
  mongodbUri?: string;
  /** What a process of the platform takes. */
  environment: { DATA_DIR: string; MONGODB_URI?: string };
  remove(): Promise<void>;
}

/** A database and a data folder for one test. Nothing runs before the test opens it. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'agritrace-'));
  const mongodbUri = temporaryDatabaseUri();
  return {
    dataDirectory,
    ...(mongodbUri && { mongodbUri }),
    environment: { DATA_DIR: dataDirectory, ...(mongodbUri && { MONGODB_URI: mongodbUri }) },
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}

/** The same server's connection string with another database. */
export function onDatabase(uri: string, name: string): string {
  const [, servers = '', database = '', options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(uri) ?? [];
  // Users live where they were made: without this they would be looked for in the new database.
  const source = servers.includes('@') && !options.includes('authSource=') ? `authSource=${database || 'admin'}` : '';
  const separator = source && (options ? '&' : '?');
  return `${servers}/${name}${options}${separator}${source}`;
}
