import type { Connection } from 'mongoose';
import { pino } from 'pino';
import { type Database, openDatabase, reachDatabase } from '../../database/connection.ts';
import { createEventBus } from '../../events.ts';
import { createServices } from '../../services.ts';
import type { Disagreement } from './disagreement.ts';
import { messageOf } from './stored.ts';
import type { Trust } from './trust.ts';
import { type Progress, type Verified, verifyLog } from './verify.ts';

/** How long a database may leave a ping without an answer before it counts as damaged. */
const patienceMs = 60_000;
const pingEveryMs = 5_000;

/** Verifies a whole platform: the database at `uri`, else the one of the folder, whether it runs or not. */
export async function verifyPlatform(
  options: { uri?: string | undefined; dataDirectory: string; progress?: Progress },
  trust: Trust,
): Promise<Verified | Disagreement> {
  const { uri, dataDirectory, progress } = options;
  const log = pino({ level: 'silent' });
  let reached: Awaited<ReturnType<typeof reachDatabase>>;
  let database: Database;
  try {
    reached = await reachDatabase({ uri, dataDirectory });
    database = await openDatabase({ uri: reached.uri, dataDirectory, log });
  } catch (error) {
    return { kind: 'unreadable', collection: 'the database', detail: messageOf(error) };
  }
  const { connection } = database;
  const silence = watchForSilence(connection);
  try {
    // Each element makes its models known.
    const context = { connection, bus: createEventBus(), clock: () => new Date(), log };
    createServices(context, { traceUrl: (code) => code, dataDirectory });
    const verifying = verifyLog(connection, trust, { structure: !uri, ...(progress && { progress }) });
    return await Promise.race([verifying, silence.noticed]);
  } finally {
    silence.end();
    await database.close();
    await reached.close();
  }
}

/** Notices a database that damage has brought into a circle. */
function watchForSilence(connection: Connection) {
  let timer: NodeJS.Timeout | undefined;
  const noticed = new Promise<Disagreement>((resolve) => {
    const ping = () => {
      const silent: Disagreement = { kind: 'unreadable', collection: 'the database', detail: 'no answer to a ping' };
      timer = setTimeout(resolve, patienceMs, silent);
      const again = () => {
        clearTimeout(timer);
        timer = setTimeout(ping, pingEveryMs);
      };
      connection.db?.admin().ping().then(again, again);
    };
    ping();
  });
  return { noticed, end: () => clearTimeout(timer) };
}
