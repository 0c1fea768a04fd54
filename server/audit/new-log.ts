import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { pino } from 'pino';
import { system } from '../database/change-log/actor.ts';
import { digestOf } from '../database/change-log/digest.ts';
import { changeEntries } from '../database/change-log/entry.ts';
import { openDatabase } from '../database/connection.ts';
import { auditModels } from './model.ts';
import { readSeal, renameLog } from './seal.ts';

interface Beginning {
  reason: string;
  now: Date;
}

/** Why no new log may begin: the message is for the operator. */
export class NoNewLog extends Error {}

/**
 * Goes on under a new name with a database that lies behind the published checkpoint. The next entry of the log names
 * the old name, and the size and root that were published under it.
 * @throws NoNewLog while the database is not behind: then the log can be signed on, and must be
 */
export async function beginNewLog(connection: Connection, dataDirectory: string, { reason, now }: Beginning) {
  const seal = readSeal(dataDirectory);
  const published = seal.published();
  const size = (await auditModels(connection).Head.findById('head').lean())?.size ?? 0;
  if (!published || published.size <= size)
    throw new NoNewLog(`the database holds all ${published?.size ?? 0} entries that were published`);
  const { origin, verifier } = renameLog(dataDirectory);
  const salt = randomBytes(16).toString('base64url');
  const left = { origin: seal.origin, size: published.size, root: published.root.toString('base64') };
  const entry = {
    at: now,
    actor: system('audit:verify --new-log'),
    action: 'begin' as const,
    resource: 'audit-log',
    recordId: origin,
    reason,
    changes: [{ field: 'log', before: left, after: { origin, size } }],
    salt,
    recordDigest: digestOf(salt, { left, origin, size }),
    pending: true as const,
  };
  await connection.transaction((session) => changeEntries(connection).insertMany([entry], { session }));
  return { origin, verifier, left, size };
}

/** The same for a whole platform, which must not run meanwhile. @throws NoNewLog, Error when the database is in use */
export async function beginNewLogOf(
  { uri, dataDirectory }: { uri?: string | undefined; dataDirectory: string },
  beginning: Beginning,
) {
  const database = await openDatabase({ uri, dataDirectory, log: pino({ level: 'silent' }) });
  try {
    return await beginNewLog(database.connection, dataDirectory, beginning);
  } finally {
    await database.close();
  }
}
