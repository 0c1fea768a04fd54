import type { Connection } from 'mongoose';
import { Disagrees } from './disagreement.ts';
import { messageOf } from './stored.ts';

interface Validated {
  valid: boolean;
  errors?: string[];
  indexDetails?: { [name: string]: { errors?: string[] } };
}

/**
 * Whether index entries and documents of a collection agree: a damaged index hides records from a query.
 * @throws Disagrees with what the database itself says of it
 */
export async function requireSound(connection: Connection, collection: string): Promise<void> {
  const { valid, errors, indexDetails } = await validated(connection, collection);
  if (valid) return;
  const details = Object.values(indexDetails ?? {}).flatMap((index) => index.errors ?? []);
  const [detail = 'not valid'] = [...(errors ?? []), ...details];
  throw new Disagrees({ kind: 'index-damaged', collection, detail });
}

async function validated(connection: Connection, name: string): Promise<Validated> {
  try {
    return (await connection.db?.command({ validate: name, full: true })) as unknown as Validated;
  } catch (error) {
    return { valid: false, errors: [messageOf(error)] };
  }
}
