import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Database, openDatabase } from '../connection.ts';
import { temporaryDatabaseUri } from './temporary-database.ts';

export interface OpenedDatabase extends Database {
  dataDirectory: string;
}

/** An empty database for one test, open; `close` takes its folder away, too. */
export async function openTemporaryDatabase(): Promise<OpenedDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'agritrace-'));
  const database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory, log: pino({ level: 'silent' }) });
  return {
    ...database,
    dataDirectory,
    async close() {
      await database.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
