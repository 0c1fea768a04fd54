import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose, { type mongo } from 'mongoose';
import { dropUnfinished, isUnfinishedRestore, markFinished, markUnfinished } from '../unfinished-restore.ts';
import { readDocuments, sendable } from './documents.ts';
import { documentsSuffix, type Metadata, metadataSuffix, readMetadata } from './layout.ts';
import { verifiedManifest } from './manifest.ts';

const { MongoClient } = mongoose.mongo;
type Database = ReturnType<InstanceType<typeof mongo.MongoClient>['db']>;

/** A batch ends at so many documents or bytes, whichever comes first; a command may have 16 MiB. */
const batchDocuments = 1000;
const batchBytes = 8 * 1024 * 1024;

export type Restored = { database: string; collections: number; documents: number };

/** One collection of a dump; `documents` is unknown where there is no manifest. */
type Dumped = { metadata: Metadata; documentsFile: string; documents: number | undefined };

/**
 * Reads what `backup` has written into the database that `uri` names, which must be empty. Every file is compared
 * with the manifest before anything is written; afterwards the documents are counted. A restore that fails leaves
 * the database empty again; one that was killed leaves a mark, with which the platform does not start and the next
 * restore begins anew.
 *
 * With `unverified` it reads a dump by mongodump, which has no manifest.
 */
export async function restore(
  uri: string,
  directory: string,
  options: { unverified?: boolean } = {},
): Promise<Restored> {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 10_000, ignoreUndefined: false });
  try {
    const database = client.db();
    const dumped = options.unverified
      ? await unverifiedDump(directory, database.databaseName)
      : await verifiedDump(directory);
    if (await isUnfinishedRestore(database)) await dropUnfinished(database);
    await requireEmpty(database);
    await markUnfinished(database);
    try {
      let documents = 0;
      for (const collection of dumped) documents += await restoreCollection(database, collection);
      await markFinished(database);
      return { database: database.databaseName, collections: dumped.length, documents };
    } catch (error) {
      await dropUnfinished(database);
      throw error;
    }
  } finally {
    await client.close();
  }
}

async function requireEmpty(database: Database): Promise<void> {
  const present = await database.listCollections({}, { nameOnly: true }).toArray();
  const names = present.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
  if (names.length === 0) return;
  const listed = `${names.sort().slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;
  throw new Error(`database ${database.databaseName} is not empty (${listed}): restore needs an empty one`);
}

async function verifiedDump(directory: string): Promise<Dumped[]> {
  const { database, files } = await verifiedManifest(directory);
  const documentsIn = new Map(files.map(({ path, documents }) => [path, documents]));
  return readDump(directory, database, documentsIn);
}

async function unverifiedDump(directory: string, database: string): Promise<Dumped[]> {
  const names = await readdir(join(directory, database)).catch(() => {
    throw new Error(`${directory} holds no dump of the database ${database}`);
  });
  return readDump(directory, database, new Map(names.map((name) => [`${database}/${name}`, undefined])));
}

/** The collections of a dump, then the views on them. */
async function readDump(
  directory: string,
  database: string,
  files: ReadonlyMap<string, number | undefined>,
): Promise<Dumped[]> {
  const dumped: Dumped[] = [];
  for (const path of files.keys()) {
    if (path.endsWith('.gz')) throw new Error(`${path} is compressed: unpack it, or use mongorestore --gzip`);
    if (!path.startsWith(`${database}/`) || !path.endsWith(metadataSuffix)) continue;
    const metadata = metadataOf(path, await readFile(join(directory, path), 'utf8'));
    const documentsPath = `${path.slice(0, -metadataSuffix.length)}${documentsSuffix}`;
    dumped.push({ metadata, documentsFile: join(directory, documentsPath), documents: files.get(documentsPath) });
  }
  return dumped.sort((left, right) => Number(left.metadata.type === 'view') - Number(right.metadata.type === 'view'));
}

function metadataOf(path: string, text: string): Metadata {
  try {
    return readMetadata(text);
  } catch (error) {
    throw new Error(`${path} is no metadata: ${(error as Error).message}`);
  }
}

async function restoreCollection(database: Database, { metadata, documentsFile, documents }: Dumped): Promise<number> {
  const { collectionName, options, type } = metadata;
  await database.command({ create: collectionName, ...options });
  if (type === 'view') return 0;
  const inserted = await insertAll(database, collectionName, documentsFile);
  if (documents !== undefined && inserted !== documents)
    throw new Error(`${documentsFile} holds ${inserted} documents, not ${documents} as its manifest says`);
  await createIndexes(database, metadata);
  // What a time to live removes is gone from the count; its index has been made only now.
  const expires = [options, ...metadata.indexes].some((each) => 'expireAfterSeconds' in each);
  const found = await database.collection(collectionName).countDocuments();
  if (!expires && found !== inserted) throw new Error(`${collectionName} has ${found} documents, not ${inserted}`);
  return inserted;
}

async function insertAll(database: Database, collection: string, file: string): Promise<number> {
  let inserted = 0;
  let batch: mongo.BSON.Document[] = [];
  let bytes = 0;
  const insert = async (): Promise<void> => {
    if (batch.length === 0) return;
    inserted += await insertBatch(database, collection, batch);
    batch = [];
    bytes = 0;
  };
  for await (const document of readDocuments(file)) {
    if (batch.length >= batchDocuments || bytes + document.length > batchBytes) await insert();
    batch.push(sendable(document));
    bytes += document.length;
  }
  await insert();
  return inserted;
}

async function insertBatch(database: Database, collection: string, documents: mongo.BSON.Document[]): Promise<number> {
  const { n, writeErrors } = await database.command({
    insert: collection,
    documents,
    bypassDocumentValidation: true,
    writeConcern: { w: 'majority', j: true },
  });
  const [error] = writeErrors ?? [];
  if (error) throw new Error(`${collection}: ${error.errmsg}`);
  return n;
}

/** All but those that the collection has by itself; the version is the server's own choice. */
async function createIndexes(database: Database, { collectionName, indexes }: Metadata): Promise<void> {
  const wanted = indexes
    .filter(({ name, clustered }) => name !== '_id_' && !clustered)
    .map(({ v, ns, ...rest }) => rest);
  if (wanted.length > 0) await database.command({ createIndexes: collectionName, indexes: wanted });
}
