import { parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { field, items, readBoolean, readString, type, type Value } from '../values/bson.ts';
import { encodeDocument, type Plain } from '../values/build.ts';
import { readDouble } from '../values/numbers.ts';
import type { Collection, Index } from './catalog.ts';
import { parseKeyPattern } from './index-keys.ts';

/** A collection and its indexes as the catalog stores them. */
export function encodeCollection(collection: Collection): Buffer {
  return encodeDocument({
    database: collection.database,
    name: collection.name,
    uuid: collection.uuid,
    space: collection.space,
    clusteredName: collection.clusteredName,
    clusteredExpiry: collection.clusteredExpiry,
    indexes: collection.indexes.map(
      (index): Plain => ({
        name: index.name,
        pattern: index.pattern,
        space: index.space,
        unique: index.unique,
        sparse: index.sparse,
        partial: index.partial?.raw,
        expireAfterSeconds: index.expireAfterSeconds,
        arrays: index.arrays.map((prefixes) => [...prefixes]),
        shortened: index.shortened,
        clustered: index.clustered,
      }),
    ),
  });
}

function text(document: Value, name: string): string {
  const value = field(document, name);
  return value?.type === type.string ? readString(value) : '';
}

function number(document: Value, name: string): number | undefined {
  const value = field(document, name);
  return value && readDouble(value);
}

function flag(document: Value, name: string): boolean {
  const value = field(document, name);
  return value !== undefined && readBoolean(value);
}

function list(document: Value, name: string): Value[] {
  const value = field(document, name);
  return value ? items(value) : [];
}

function decodeIndex(stored: Value): Index {
  const pattern = field(stored, 'pattern') as Value;
  const partial = field(stored, 'partial');
  const filter = partial && parseFilter(partial);
  const expireAfterSeconds = number(stored, 'expireAfterSeconds');
  return {
    name: text(stored, 'name'),
    pattern,
    fields: parseKeyPattern(pattern),
    space: number(stored, 'space') ?? 0,
    unique: flag(stored, 'unique'),
    sparse: flag(stored, 'sparse'),
    ...(partial && filter ? { partial: { raw: partial, filter, matches: compileFilter(filter) } } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    arrays: list(stored, 'arrays').map((prefixes) => new Set(items(prefixes).map(readString))),
    shortened: flag(stored, 'shortened'),
    ready: true,
    clustered: flag(stored, 'clustered'),
  };
}

export function decodeCollection(stored: Value): Collection {
  const clusteredName = text(stored, 'clusteredName');
  const clusteredExpiry = number(stored, 'clusteredExpiry');
  return {
    database: text(stored, 'database'),
    name: text(stored, 'name'),
    uuid: text(stored, 'uuid'),
    space: number(stored, 'space') ?? 0,
    ...(clusteredName === '' ? {} : { clusteredName }),
    ...(clusteredExpiry === undefined ? {} : { clusteredExpiry }),
    indexes: list(stored, 'indexes').map(decodeIndex),
    nextRecord: 1,
    dirty: false,
    pending: false,
    dropped: false,
    changedAt: 0,
  };
}
