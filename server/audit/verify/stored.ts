import mongoose, { type Connection } from 'mongoose';
import { Disagrees } from './disagreement.ts';

const { BSON } = mongoose.mongo;

/**
 * Each document of a collection, of which every byte is one that the platform would have written.
 * @throws Disagrees naming the first document of which this is not so
 */
export async function* readStored<Stored>(
  connection: Connection,
  collection: string,
  filter: object = {},
  sort: { [field: string]: 1 } = { _id: 1 },
): AsyncGenerator<Stored> {
  const database = connection.db;
  if (!database) throw new Error('the connection is closed');
  const cursor = database.collection(collection).find(filter, { raw: true, sort });
  const next = async () => {
    try {
      return (await cursor.next()) as unknown as Uint8Array | null;
    } catch (error) {
      throw new Disagrees({ kind: 'unreadable', collection, detail: messageOf(error) });
    }
  };
  try {
    for (let raw = await next(); raw; raw = await next()) yield fromBytes(collection, raw);
  } finally {
    await cursor.close().catch(() => undefined);
  }
}

/** @throws Disagrees unless the document has all of these fields and no others */
export function requireFields(
  collection: string,
  document: object & { _id: unknown },
  required: readonly string[],
  allowed: readonly string[] = [],
): void {
  const fields = Object.keys(document);
  const missing = required.find((field) => !fields.includes(field));
  const field = missing ?? fields.find((each) => !required.includes(each) && !allowed.includes(each));
  if (field !== undefined) throw new Disagrees({ kind: 'malformed', collection, id: String(document._id), field });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fromBytes<Stored>(collection: string, raw: Uint8Array): Stored {
  try {
    const exact = BSON.deserialize(raw, { promoteValues: false });
    // Names of array elements, padding of types: bytes that reading passes over.
    const same = Buffer.compare(BSON.serialize(exact, { ignoreUndefined: false }), raw) === 0;
    if (same && !holdsSymbol(exact)) return BSON.deserialize(raw) as Stored;
  } catch {
    // Not even BSON: named below.
  }
  const id = idOf(raw);
  throw new Disagrees({ kind: 'malformed', collection, ...(id !== undefined && { id }) });
}

/** BSON's old type for text, which reads as text does. */
function holdsSymbol(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (value instanceof BSON.BSONSymbol) return true;
  if ('_bsontype' in value) return false;
  return Object.values(value).some(holdsSymbol);
}

/** The `_id` of a document that cannot be read as a whole: an ObjectId or text that stands first. */
function idOf(raw: Uint8Array): string | undefined {
  const bytes = Buffer.from(raw);
  if (bytes.toString('latin1', 5, 9) !== '_id\0') return undefined;
  if (bytes[4] === 0x07) return bytes.toString('hex', 9, 21);
  return bytes[4] === 0x02 ? bytes.toString('utf8', 13, bytes.indexOf(0, 13)) : undefined;
}
