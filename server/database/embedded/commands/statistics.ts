import { statfs } from 'node:fs/promises';
import { EngineError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection } from '../storage/catalog.ts';
import { measureCollection, newSizes, type Sizes } from '../storage/size.ts';
import { documentValue } from '../values/bson.ts';
import { encodeDocument, type Plain } from '../values/build.ts';
import { findCollection, type Run } from './access.ts';
import type { Reply } from './command.ts';
import { drain } from './documents.ts';

async function measure(run: Run, collection: Collection): Promise<Sizes> {
  const sizes = newSizes(collection);
  await drain(run, measureCollection(run.engine.store.view(), collection, sizes), () => undefined);
  return sizes;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function scaleOf(run: Run): number {
  const scale = run.command.integer('scale') ?? 1;
  if (scale < 1) throw new EngineError(51024, `BSON field 'scale' value must be >= 1, actual value '${scale}'`);
  return scale;
}

/** `collStats`: sizes in bytes divided by `scale`; a collection that does not exist is empty. */
export async function collStats(run: Run): Promise<Reply> {
  const { command } = run;
  const name = command.collection();
  const scale = scaleOf(run);
  const collection = findCollection(run, command.database, name);
  const sizes = collection && (await measure(run, collection));
  return { ns: `${command.database}.${name}`, ...storageStats(sizes, scale) };
}

function storageStats(sizes: Sizes | undefined, scale: number): Reply {
  const scaled = (bytes: number): number => Math.trunc(bytes / scale);
  const indexSizes: { [name: string]: Plain } = {};
  for (const [index, bytes] of sizes?.indexBytes ?? []) indexSizes[index.name] = scaled(bytes);
  const indexBytes = sum(sizes?.indexBytes.values() ?? []);
  const { documents = 0, dataBytes = 0, storageBytes = 0 } = sizes ?? {};
  return {
    size: scaled(dataBytes),
    count: documents,
    ...(documents > 0 ? { avgObjSize: Math.trunc(dataBytes / documents) } : {}),
    numOrphanDocs: 0,
    storageSize: scaled(storageBytes),
    capped: false,
    nindexes: sizes?.indexBytes.size ?? 0,
    indexBuilds: [],
    totalIndexSize: scaled(indexBytes),
    totalSize: scaled(storageBytes + indexBytes),
    indexSizes,
    scaleFactor: scale,
  };
}

async function measureDatabase(run: Run, database: string): Promise<Sizes[]> {
  const all: Sizes[] = [];
  for (const collection of run.engine.catalog.list(database)) all.push(await measure(run, collection));
  return all;
}

/** `dbStats`: sizes in bytes divided by `scale`. */
export async function dbStats(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const scale = scaleOf(run);
  const all = await measureDatabase(run, command.database);
  const objects = sum(all.map(({ documents }) => documents));
  const dataBytes = sum(all.map((sizes) => sizes.dataBytes));
  const storageBytes = sum(all.map((sizes) => sizes.storageBytes));
  const indexBytes = sum(all.flatMap((sizes) => [...sizes.indexBytes.values()]));
  const { bsize, blocks, bfree } = await statfs(engine.store.directory);
  return {
    db: command.database,
    collections: BigInt(all.length),
    views: 0n,
    objects: BigInt(objects),
    avgObjSize: objects > 0 ? dataBytes / objects : 0,
    dataSize: dataBytes / scale,
    storageSize: storageBytes / scale,
    indexes: BigInt(sum(all.map((sizes) => sizes.indexBytes.size))),
    indexSize: indexBytes / scale,
    totalSize: (storageBytes + indexBytes) / scale,
    scaleFactor: BigInt(scale),
    fsUsedSize: ((blocks - bfree) * bsize) / scale,
    fsTotalSize: (blocks * bsize) / scale,
  };
}

/** `listDatabases`; `sizeOnDisk` is what a database's keys and values take in the file they all share. */
export async function listDatabases(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const filter = command.document('filter');
  const matches = filter ? compileFilter(parseFilter(filter)) : () => true;
  const names = [...new Set(engine.catalog.list().map(({ database }) => database))].sort();
  const nameOnly = command.flag('nameOnly');
  const listed: { [name: string]: Plain }[] = [];
  let total = 0;
  for (const name of names) {
    const sizes = nameOnly && !filter ? [] : await measureDatabase(run, name);
    const bytes = sum(sizes.map(({ storageBytes, indexBytes }) => storageBytes + sum(indexBytes.values())));
    const empty = sizes.every(({ documents }) => documents === 0);
    const whole = { name, sizeOnDisk: BigInt(bytes), empty };
    if (!matches(documentValue(encodeDocument(whole)))) continue;
    listed.push(nameOnly ? { name } : whole);
    total += bytes;
  }
  if (nameOnly) return { databases: listed };
  return { databases: listed, totalSize: BigInt(total), totalSizeMb: BigInt(Math.trunc(total / 2 ** 20)) };
}
