import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';

export interface Database {
  connection: Connection;
  close(): Promise<void>;
  /** Resolves when the database has gone away by itself; the platform cannot go on without it. */
  lost: Promise<string>;
}

/**
 * Connects to `uri`, or starts the embedded engine on `dataDirectory` and connects to that.
 * @throws when the folder belongs to another process or the server does not answer within 10 s
 */
export async function openDatabase(options: {
  uri?: string | undefined;
  dataDirectory: string;
  log: Logger;
}): Promise<Database> {
  if (options.uri) {
    const connection = await connect(options.uri);
    return { connection, close: () => connection.close(), lost: new Promise(() => {}) };
  }
  const { startEmbeddedEngine } = await import('./embedded/index.ts');
  const engine = await startEmbeddedEngine({ dataDirectory: options.dataDirectory });
  const connection = await connect(engine.uri);
  let closing = false;
  return {
    connection,
    async close() {
      closing = true;
      await connection.close();
      await engine.stop();
    },
    lost: engine.exited.then(({ code, signal }) =>
      closing ? new Promise<string>(() => {}) : `the embedded database ended (${signal ?? `code ${code}`})`,
    ),
  };
}

/**
 * For commands that run beside the platform or without it: the address of the database at `uri`, of the embedded
 * engine that serves `dataDirectory` already, or of one started for this.
 * @throws when the folder belongs to another process that does not serve it
 */
export async function reachDatabase(options: {
  uri?: string | undefined;
  dataDirectory: string;
}): Promise<{ uri: string; close(): Promise<void> }> {
  if (options.uri) return { uri: options.uri, close: async () => {} };
  const { runningAddress, startEmbeddedEngine } = await import('./embedded/index.ts');
  const running = runningAddress(options.dataDirectory);
  if (running) return { uri: running, close: async () => {} };
  const engine = await startEmbeddedEngine({ dataDirectory: options.dataDirectory });
  return { uri: engine.uri, close: () => engine.stop() };
}

/** Errors of the driver and of mongoose which say that the server cannot be reached, whatever was asked of it. */
const awayErrors = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
]);

/** Does the error say that the database cannot be reached, rather than that it refused? */
export function isAway(error: unknown): boolean {
  return error instanceof Error && (awayErrors.has(error.name) || (error.cause !== undefined && isAway(error.cause)));
}

/** MongoDB's code for a disk without room (OutOfDiskSpace), which the embedded engine uses too. */
const outOfDiskSpace = 14_031;

/** Does the error say that the database takes nothing at all until there is room on its disk? */
export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === outOfDiskSpace;
}

function connect(uri: string): Promise<Connection> {
  return mongoose
    .createConnection(uri, {
      serverSelectionTimeoutMS: 10_000,
      autoCreate: false,
      autoIndex: false,
      sanitizeFilter: false,
    })
    .asPromise();
}
