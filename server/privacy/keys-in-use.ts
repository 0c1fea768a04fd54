import type { Connection } from 'mongoose';
import type { DataKey } from './data-keys.ts';

interface KeyInUse {
  /** The key's id. */
  _id: string;
  since: Date;
  /** The fields, as `collection.path`, all of whose values are encrypted with this key. */
  encrypted?: string[];
}

/** Which keys the database's ciphertexts may need. Neither the keys nor anything made from personal data. */
export function keysInUse(connection: Connection) {
  return connection.collection<KeyInUse>('data-keys');
}

/**
 * Notes that the newest key is in use from now on.
 * @throws Error when the database needs a key that is not there: better no start than records that nobody can read
 */
export async function requireDataKeys(connection: Connection, keys: readonly DataKey[], now: Date): Promise<void> {
  const collection = keysInUse(connection);
  const needed = await collection.find().toArray();
  const missing = needed.find(({ _id }) => !keys.some(({ id }) => id === _id));
  if (missing)
    throw new Error(
      `DATA_KEYS lacks the key ${missing._id}, with which personal data in the database were encrypted since ${missing.since.toISOString()}`,
    );
  const [newest] = keys;
  if (newest) await collection.updateOne({ _id: newest.id }, { $setOnInsert: { since: now } }, { upsert: true });
}
