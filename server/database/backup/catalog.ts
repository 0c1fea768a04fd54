import type { mongo } from 'mongoose';
import mongoose from 'mongoose';
import { decodeTyped } from './documents.ts';
import type { Metadata } from './layout.ts';

const { EJSON } = mongoose.mongo.BSON;

type Database = ReturnType<InstanceType<typeof mongo.MongoClient>['db']>;

/** All collections and views of a database with their options and indexes; the server's own (`system.…`) are left out. */
export async function readCatalog(database: Database): Promise<Metadata[]> {
  const described: Metadata[] = [];
  for await (const raw of database.listCollections({}, { raw: true })) {
    const { name, type, options, info } = decodeTyped(raw as unknown as Uint8Array);
    if (name.startsWith('system.')) continue;
    if (type !== 'collection' && type !== 'view')
      throw new Error(`${name} is of the kind ${type}, which only mongodump can back up`);
    const indexes = type === 'view' ? [] : await readIndexes(database, name);
    const uuid = info?.uuid ? Buffer.from(info.uuid.buffer).toString('hex') : '';
    described.push({ options, indexes, uuid, collectionName: name, type });
  }
  return described.sort((left, right) => (left.collectionName < right.collectionName ? -1 : 1));
}

async function readIndexes(database: Database, name: string): Promise<Metadata['indexes']> {
  const raw = await database.collection(name).listIndexes({ raw: true }).toArray();
  return raw.map((bytes) => decodeTyped(bytes as unknown as Uint8Array));
}

export function sameCatalog(left: readonly Metadata[], right: readonly Metadata[]): boolean {
  return EJSON.stringify(left, { relaxed: false }) === EJSON.stringify(right, { relaxed: false });
}
