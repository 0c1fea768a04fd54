import mongoose, { type mongo } from 'mongoose';
import { isUnfinishedRestore, UnfinishedRestore } from '../unfinished-restore.ts';
import { readCatalog, sameCatalog } from './catalog.ts';
import { DumpFolder } from './dump-folder.ts';
import { documentsSuffix, fileNameOf, type Metadata, metadataSuffix, preludeFile, writeMetadata } from './layout.ts';
import { type ListedFile, type Manifest, manifestFile } from './manifest.ts';

const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof mongo.MongoClient>;
type Database = ReturnType<Client['db']>;

/** So often a backup begins anew because collections or indexes changed while its snapshot was taken. */
const attempts = 5;

export type BackedUp = { database: string; collections: number; documents: number; bytes: number };

/**
 * Writes the database that `uri` names into `directory`, which must be new or empty: mongodump's layout, all
 * collections as they stood at one instant, and a manifest with the checksums. Whoever uses the database goes on
 * writing. The folder is there when it is whole and on the disk, or not at all.
 */
export async function backup(uri: string, directory: string, clock: () => Date = () => new Date()): Promise<BackedUp> {
  const folder = await DumpFolder.create(directory);
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    const database = client.db();
    if (await isUnfinishedRestore(database)) throw new UnfinishedRestore();
    const { version } = await database.admin().command({ buildInfo: 1 });
    const files = [
      await folder.write(preludeFile, JSON.stringify({ ServerVersion: version, ToolVersion: 'agritrace' })),
    ];
    const { snapshotAt, catalog, dumped } = await inSnapshot(client, clock, (snapshot) =>
      dumpCollections(database, snapshot, folder),
    );
    const manifest: Manifest = {
      format: 1,
      database: database.databaseName,
      snapshotAt: snapshotAt.toISOString(),
      files: [...files, ...dumped],
    };
    await folder.write(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
    await folder.finish();
    return {
      database: database.databaseName,
      collections: catalog.length,
      documents: sum(dumped.map(({ documents = 0 }) => documents)),
      bytes: sum(dumped.map(({ bytes }) => bytes)),
    };
  } catch (error) {
    await folder.discard();
    throw error;
  } finally {
    await client.close();
  }
}

type Snapshot = { session: mongo.ClientSession; catalog: Metadata[] };

/** Pins one instant of all collections, which none was created, dropped or changed across. */
async function inSnapshot<Result>(
  client: Client,
  clock: () => Date,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<{ snapshotAt: Date; catalog: Metadata[]; dumped: Result }> {
  const database = client.db();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const catalog = await readCatalog(database);
    const session = client.startSession();
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    try {
      // The first read is what pins the snapshot.
      const [first] = catalog;
      if (first) await database.collection(first.collectionName).findOne({}, { session, projection: { _id: 1 } });
      const snapshotAt = clock();
      if (!sameCatalog(catalog, await readCatalog(database))) continue;
      return { snapshotAt, catalog, dumped: await work({ session, catalog }) };
    } finally {
      await session.abortTransaction();
      await session.endSession();
    }
  }
  throw new Error('collections or indexes kept changing; try again when they have been made');
}

async function dumpCollections(
  database: Database,
  { session, catalog }: Snapshot,
  folder: DumpFolder,
): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const metadata of catalog) {
    const path = `${database.databaseName}/${fileNameOf(metadata.collectionName)}`;
    files.push(await folder.write(`${path}${metadataSuffix}`, writeMetadata(metadata)));
    if (metadata.type === 'view') continue;
    const file = await folder.open(`${path}${documentsSuffix}`);
    let documents = 0;
    const found = database
      .collection(metadata.collectionName)
      .find({}, { session, raw: true, hint: { $natural: 1 }, batchSize: 1000 });
    for await (const raw of found) {
      await file.write(raw as unknown as Uint8Array);
      documents++;
    }
    files.push({ ...(await file.close()), documents });
  }
  return files;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
