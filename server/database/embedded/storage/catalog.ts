import { randomUUID } from 'node:crypto';
import { EngineError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import type { Matcher } from '../query/match.ts';
import { documentValue, type Value } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { decodeCollection, encodeCollection } from './catalog-entry.ts';
import { type IndexField, parseKeyPattern } from './index-keys.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

export type Index = {
  name: string;
  /** The key pattern as it was given. */
  pattern: Value;
  fields: IndexField[];
  space: number;
  unique: boolean;
  sparse: boolean;
  partial?: { raw: Value; filter: Filter; matches: Matcher };
  expireAfterSeconds?: number;
  /** For each field the path prefixes at which some document had an array. */
  arrays: Set<string>[];
  /** Whether some key was too long to be stored whole. */
  shortened: boolean;
  /** False until the entries of existing documents are committed. */
  ready: boolean;
  /** The primary tree of a clustered collection: its entries are the documents themselves. */
  clustered: boolean;
};

export type Collection = {
  database: string;
  name: string;
  uuid: string;
  space: number;
  clusteredName?: string;
  clusteredExpiry?: number;
  /** All indexes; of a clustered collection the first is its own tree. */
  indexes: Index[];
  nextRecord: number;
  /** Number of documents, once somebody asked. */
  documents?: number;
  /** Set when flags changed that the catalog's entry must remember. */
  dirty: boolean;
  /** A collection a transaction creates is not in the catalog before its commit. */
  pending: boolean;
  dropped: boolean;
  /** Indexes of it under construction. */
  build?: { readonly ended: Promise<void>; abort(error: EngineError): void };
  /** Number of the last change of its indexes in this run; snapshots taken before must not use it. */
  changedAt: number;
};

export function namespaceOf(collection: { database: string; name: string }): string {
  return `${collection.database}.${collection.name}`;
}

/** What collections and indexes there are; in memory, written through to the store. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private nextSpace = 1;
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
    // Spaces that a killed process has left must not be given out again before they are empty.
    for (const space of store.spaces()) this.nextSpace = Math.max(this.nextSpace, space + 1);
    for (const { value } of store.catalog.getRange({})) {
      const collection = decodeCollection(documentValue(Buffer.from(value)));
      this.collections.set(namespaceOf(collection), collection);
      for (const space of spacesOf(collection)) this.nextSpace = Math.max(this.nextSpace, space + 1);
      const [newest] = store.view().range(collection.space, { reverse: true, limit: 1 });
      if (newest && collection.clusteredName === undefined)
        collection.nextRecord = Number(newest.key.readBigUInt64BE()) + 1;
    }
  }

  /** Removes what index builds have left that a killed process had begun. */
  async removeAbandoned(): Promise<void> {
    const known = new Set(this.list().flatMap((collection) => [...spacesOf(collection)]));
    for (const space of this.store.spaces()) if (!known.has(space)) await this.store.clearInPieces(space);
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  list(database?: string): Collection[] {
    const all = [...this.collections.values()];
    return database === undefined ? all : all.filter((collection) => collection.database === database);
  }

  /** All collections by their namespaces, as they are now. */
  all(): ReadonlyMap<string, Collection> {
    return new Map(this.collections);
  }

  newSpace(): number {
    return this.nextSpace++;
  }

  /** A collection that is not in the catalog yet. */
  draft(database: string, name: string, clustered?: { name: string; expireAfterSeconds?: number }): Collection {
    validateNamespace(database, name);
    const space = this.newSpace();
    const collection: Collection = {
      database,
      name,
      uuid: randomUUID(),
      space,
      indexes: [],
      nextRecord: 1,
      documents: 0,
      dirty: true,
      pending: true,
      dropped: false,
      changedAt: 0,
    };
    if (clustered) {
      collection.clusteredName = clustered.name;
      if (clustered.expireAfterSeconds !== undefined) collection.clusteredExpiry = clustered.expireAfterSeconds;
    }
    collection.indexes.push(primaryIndex(collection, clustered ? space : this.newSpace()));
    return collection;
  }

  /** Puts a drafted collection into the catalog; inside a store write. */
  add(collection: Collection): void {
    const namespace = namespaceOf(collection);
    if (this.collections.has(namespace)) {
      throw new EngineError(48, `Collection ${namespace} already exists.`);
    }
    collection.pending = false;
    this.noteChange(collection);
    this.collections.set(namespace, collection);
    this.save(collection);
  }

  /** After a change of the collection's indexes; inside a store write. */
  noteChange(collection: Collection): void {
    collection.changedAt = ++this.store.claims.sequence;
  }

  /** Inside a store write; the new name must be free. */
  rename(collection: Collection, name: string): void {
    validateNamespace(collection.database, name);
    this.collections.delete(namespaceOf(collection));
    this.store.catalog.remove(namespaceOf(collection));
    collection.name = name;
    this.noteChange(collection);
    this.collections.set(namespaceOf(collection), collection);
    this.save(collection);
  }

  /** Inside a store write. */
  drop(collection: Collection): void {
    collection.dropped = true;
    this.noteChange(collection);
    this.collections.delete(namespaceOf(collection));
    this.store.catalog.remove(namespaceOf(collection));
    collection.build?.abort(new EngineError(276, `Index build failed: ${namespaceOf(collection)} was dropped`));
    for (const space of spacesOf(collection)) this.store.clear(space);
  }

  /** Inside a store write. */
  save(collection: Collection): void {
    collection.dirty = false;
    this.store.catalog.put(namespaceOf(collection), encodeCollection(collection));
  }

  saveIfDirty(collection: Collection): void {
    if (collection.dirty && !collection.pending && !collection.dropped) this.save(collection);
  }
}

/** All spaces a collection fills. */
function spacesOf(collection: Collection): Set<number> {
  return new Set([collection.space, ...collection.indexes.map((index) => index.space)]);
}

/** The record under which the collection stores its next document; not for clustered ones. */
export function nextRecordKey(collection: Collection): Buffer {
  const key = Buffer.allocUnsafe(8);
  key.writeBigUInt64BE(BigInt(collection.nextRecord++));
  return key;
}

export function recordsOf(view: View, collection: Collection, limit: number): boolean {
  return view.range(collection.space, { limit }).length > 0;
}

function primaryIndex(collection: Collection, space: number): Index {
  const pattern = documentValue(encodeDocument({ _id: 1 }));
  return {
    name: collection.clusteredName ?? '_id_',
    pattern,
    fields: parseKeyPattern(pattern),
    space,
    unique: true,
    sparse: false,
    arrays: [new Set()],
    shortened: false,
    ready: true,
    clustered: collection.clusteredName !== undefined,
  };
}

function validateNamespace(database: string, name: string): void {
  const namespace = `${database}.${name}`;
  if (database === '' || /[/\\. "$\0]/.test(database) || Buffer.byteLength(database) > 63) {
    throw new EngineError(73, `Invalid database name: '${database}'`);
  }
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('\0') || name.includes('$')) {
    throw new EngineError(73, `Invalid collection name: ${name}`);
  }
  if (name.startsWith('system.')) throw new EngineError(73, `Invalid system namespace: ${namespace}`);
  if (Buffer.byteLength(namespace) > 255) {
    throw new EngineError(73, `Fully qualified namespace is too long. Namespace: ${namespace} Max: 255`);
  }
}
