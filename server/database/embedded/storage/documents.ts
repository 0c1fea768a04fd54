import { EngineError } from '../errors.ts';
import { documentValue, field, type Value } from '../values/bson.ts';
import { documentOf, nullValue } from '../values/build.ts';
import { describeKey } from '../values/describe.ts';
import { encodeKey, maximumKeyLength, maximumRecordKeyLength, shorten } from '../values/key.ts';
import { type Collection, type Index, namespaceOf, nextRecordKey } from './catalog.ts';
import { indexKeys } from './index-keys.ts';
import type { View } from './view.ts';

export type Stored = { key: Buffer; document: Value };

/** The record a clustered collection keeps the document with that `_id` under. */
export function clusteredKey(id: Value): Buffer {
  return shorten(encodeKey(id), maximumRecordKeyLength);
}

export type EntryKey = { index: Index; component: Buffer; values: (Value | undefined)[] };

/** The entries a document has in the collection's indexes; notes arrays and over-long keys in the catalog. */
export function entriesOf(collection: Collection, document: Value): EntryKey[] {
  const entries: EntryKey[] = [];
  for (const index of collection.indexes) {
    if (index.clustered || index.partial?.matches(document) === false) continue;
    const { keys, arrays } = indexKeys(index.fields, document, index.sparse);
    for (const [at, prefixes] of arrays) noteArrays(collection, index, at, prefixes);
    for (const { bytes, values } of keys) {
      const component = shorten(bytes, maximumKeyLength);
      noteShortened(collection, index, component !== bytes);
      entries.push({ index, component, values });
    }
  }
  return entries;
}

function noteArrays(collection: Collection, index: Index, at: number, prefixes: Set<string>): void {
  for (const prefix of prefixes) {
    if (index.arrays[at]?.has(prefix)) continue;
    index.arrays[at]?.add(prefix);
    collection.dirty = true;
  }
}

function noteShortened(collection: Collection, index: Index, shortened: boolean): void {
  if (!shortened || index.shortened) return;
  index.shortened = true;
  collection.dirty = true;
}

export function entryKey(entry: Pick<EntryKey, 'index' | 'component'>, recordKey: Buffer): Buffer {
  return entry.index.unique ? entry.component : Buffer.concat([entry.component, recordKey]);
}

function duplicateKey(collection: Collection, index: Index, values: readonly (Value | undefined)[]): EngineError {
  const keyValue = documentOf(
    index.fields.map(({ path }, at) => ({ name: path.text, value: values[at] ?? nullValue })),
  );
  const where = index.clustered ? '' : ` index: ${index.name}`;
  const message = `E11000 duplicate key error collection: ${namespaceOf(collection)}${where} dup key: ${describeKey(keyValue)}`;
  return new EngineError(11000, message, { keyPattern: index.pattern, keyValue });
}

/** Claims the entries of unique indexes and checks that nobody else has them. */
function checkUnique(view: View, collection: Collection, entries: EntryKey[], recordKey: Buffer): void {
  for (const { index, component, values } of entries) {
    if (!index.unique) continue;
    view.claim(index.space, component);
    const owner = view.get(index.space, component);
    if (owner && !owner.equals(recordKey)) throw duplicateKey(collection, index, values);
  }
}

/** Inserts a document that has its `_id`; throws 11000 before anything is written. */
export function insertDocument(view: View, collection: Collection, document: Value): void {
  const clustered = collection.clusteredName !== undefined;
  const recordKey = clustered ? clusteredKey(field(document, '_id') as Value) : nextRecordKey(collection);
  const entries = entriesOf(collection, document);
  if (clustered) {
    noteShortened(collection, collection.indexes[0] as Index, recordKey.length > maximumRecordKeyLength);
    view.claim(collection.space, recordKey);
    if (view.get(collection.space, recordKey)) {
      throw duplicateKey(collection, collection.indexes[0] as Index, [field(document, '_id')]);
    }
  }
  checkUnique(view, collection, entries, recordKey);
  for (const entry of entries) view.put(entry.index.space, entryKey(entry, recordKey), recordKey);
  view.put(collection.space, recordKey, document.raw());
}

/** Replaces a stored document by another with the same `_id`. */
export function replaceDocument(view: View, collection: Collection, stored: Stored, document: Value): void {
  view.claim(collection.space, stored.key);
  const before = new Map(entriesOf(collection, stored.document).map((entry) => [textOf(entry), entry]));
  const after = entriesOf(collection, document);
  const added = after.filter((entry) => !before.delete(textOf(entry)));
  for (const entry of before.values()) if (entry.index.unique) view.claim(entry.index.space, entry.component);
  checkUnique(view, collection, added, stored.key);
  for (const entry of before.values()) view.remove(entry.index.space, entryKey(entry, stored.key));
  for (const entry of added) view.put(entry.index.space, entryKey(entry, stored.key), stored.key);
  view.put(collection.space, stored.key, document.raw());
}

function textOf(entry: EntryKey): string {
  return `${entry.index.space}:${entry.component.toString('latin1')}`;
}

export function removeDocument(view: View, collection: Collection, stored: Stored): void {
  view.claim(collection.space, stored.key);
  const entries = entriesOf(collection, stored.document);
  for (const entry of entries) if (entry.index.unique) view.claim(entry.index.space, entry.component);
  for (const entry of entries) view.remove(entry.index.space, entryKey(entry, stored.key));
  view.remove(collection.space, stored.key);
}

export function readDocument(view: View, collection: Collection, recordKey: Buffer): Value | undefined {
  const bytes = view.get(collection.space, recordKey);
  return bytes && documentValue(bytes);
}

/** Adds a document's entries to indexes which are being built. Throws 11000 or 171, some of them written. */
export function addEntries(view: View, collection: Collection, { key, document }: Stored): void {
  for (const entry of entriesOf(collection, document)) {
    const { index, values } = entry;
    const place = entryKey(entry, key);
    const owner = index.unique ? view.get(index.space, place) : undefined;
    if (owner && !owner.equals(key)) throw duplicateKey(collection, index, values);
    view.put(index.space, place, key);
  }
}
