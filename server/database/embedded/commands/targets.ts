import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { type Query, runQuery } from '../query/run.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import { readDocument, type Stored } from '../storage/documents.ts';
import { buffered } from '../storage/overlay.ts';
import type { View } from '../storage/view.ts';
import type { Value } from '../values/bson.ts';
import type { Run } from './access.ts';

/** The collection a statement is about. */
export type Namespace = { database: string; name: string };

/** The documents a statement is about: all that match, or the first. */
export type Target = Query & { multi: boolean };

export function targetOf(
  query: Value,
  scope: Scope,
  options: { multi?: boolean; hint?: Value | undefined; sort?: Value | undefined } = {},
): Target {
  const filter = parseFilter(query, scope);
  const { multi = false, hint, sort } = options;
  return {
    filter,
    matches: compileFilter(filter),
    multi,
    ...(hint ? { hint } : {}),
    ...(sort ? { sort: parseSort(sort) } : {}),
    ...(multi ? {} : { limit: 1 }),
  };
}

/** So many bytes of found documents are kept; of the others the keys, by which they are read again. */
const keptBytes = 16 * 1024 * 1024;

/** The documents a statement changes: all are found before the first is changed. */
export class Targets {
  private readonly found: (Stored | Buffer)[] = [];
  private readonly view: View;
  private readonly collection: Collection;

  constructor(view: View, collection: Collection, query: Query) {
    this.view = view;
    this.collection = collection;
    let bytes = 0;
    for (const stored of runQuery(view, collection, query)) {
      if (!stored) continue;
      bytes += stored.document.end - stored.document.start;
      this.found.push(bytes > keptBytes ? stored.key : stored);
    }
  }

  get count(): number {
    return this.found.length;
  }

  *[Symbol.iterator](): Generator<Stored> {
    for (const each of this.found) {
      if (!Buffer.isBuffer(each)) yield each;
      else {
        const document = readDocument(this.view, this.collection, each);
        if (document) yield { key: each, document };
      }
    }
  }
}

/** The one document a statement changes. */
export function findTarget(view: View, collection: Collection, query: Query): Stored | undefined {
  for (const stored of runQuery(view, collection, query)) if (stored) return stored;
  return undefined;
}

/**
 * Changes several documents. One error leaves the earlier ones changed, as in MongoDB; having to wait for a
 * transaction leaves none, since the statement runs again. Where no transaction is open nothing needs to wait.
 */
export function forEachTarget(
  run: Run,
  view: View,
  targets: Targets,
  change: (view: View, stored: Stored) => void,
): void {
  if (run.transaction || targets.count < 2 || !run.engine.store.claims.contended) {
    for (const stored of targets) change(view, stored);
    return;
  }
  const buffer = buffered(view);
  try {
    for (const stored of targets) change(buffer.view, stored);
  } catch (error) {
    if (error instanceof EngineError) buffer.apply();
    throw error;
  }
  buffer.apply();
}

/** Keeps the collection's counter; a transaction's changes count at its commit. */
export function counted(collection: Collection, run: Run, change: number): void {
  if (!run.transaction && collection.documents !== undefined) collection.documents += change;
}
