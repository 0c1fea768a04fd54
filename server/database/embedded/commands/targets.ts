import type { Scope } from '../aggregation/scope.ts';
import { EngineError, HeldByTransaction } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { type Query, runQuery } from '../query/run.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import { readDocument, type Stored } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { ownBytes, type Value } from '../values/bson.ts';
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

/**
 * What a statement over many documents does between them. It yields after each, where its store write may end and
 * others get their turn, and is told whether it did; it yields a transaction it must wait for before it can go on.
 */
export type Steps<Result> = Generator<HeldByTransaction | undefined, Result, boolean>;

/** Documents found; `fresh` as long as nobody else can have changed them. */
type Found = { documents: (Stored | Buffer)[]; fresh: boolean };

/** All documents of a statement are found before the first is changed. */
function* findTargets(view: View, collection: Collection, target: Target): Steps<Found> {
  for (;;) {
    const found: Found = { documents: [], fresh: true };
    const { changedAt } = collection;
    let bytes = 0;
    for (const stored of runQuery(view, collection, target)) {
      if (stored) {
        bytes += stored.document.end - stored.document.start;
        found.documents.push(bytes > keptBytes ? ownBytes(stored.key) : stored);
      }
      if (yield) found.fresh = false;
      if (collection.changedAt !== changedAt) break;
    }
    requireThere(collection);
    // Without its index a plan finds less: it is chosen anew.
    if (collection.changedAt === changedAt) return found;
  }
}

function requireThere({ dropped }: Collection): void {
  if (dropped) throw new EngineError(175, 'query plan killed :: caused by :: collection dropped');
}

/** The document as it is now, if the statement is still about it. */
function again(view: View, collection: Collection, target: Target, key: Buffer): Stored | undefined {
  requireThere(collection);
  const document = readDocument(view, collection, key);
  return document && target.matches(document) ? { key, document } : undefined;
}

/**
 * Changes the documents a statement is about, each whole or not at all; gives how many. An error leaves the earlier
 * ones changed, and so does having to wait for a transaction, as in MongoDB.
 */
export function* changeTargets(
  view: View,
  collection: Collection,
  target: Target,
  change: (stored: Stored) => void,
): Steps<number> {
  for (;;) {
    let { documents, fresh } = yield* findTargets(view, collection, target);
    let changed = 0;
    for (const each of documents) {
      for (let done = false; !done; ) {
        const key = Buffer.isBuffer(each) ? each : each.key;
        const stored = fresh && !Buffer.isBuffer(each) ? each : again(view, collection, target, key);
        const held = stored && heldBack(() => change(stored));
        if (stored && !held) changed++;
        // What a retryable statement has done is remembered in the same store write: nobody comes between.
        if (changed > 0 && !target.multi) return changed;
        done = held === undefined;
        if (yield held) fresh = false;
      }
    }
    // The one document has changed before its turn came: there may be another.
    if (target.multi || documents.length === 0) return changed;
  }
}

/** Whom a change has to wait for; it has changed nothing then. */
function heldBack(change: () => void): HeldByTransaction | undefined {
  try {
    change();
    return undefined;
  } catch (error) {
    if (error instanceof HeldByTransaction) return error;
    throw error;
  }
}

/** The one document a statement changes. */
export function findTarget(view: View, collection: Collection, query: Query): Stored | undefined {
  for (const stored of runQuery(view, collection, query)) if (stored) return stored;
  return undefined;
}

/** Keeps the collection's counter; a transaction's changes count at its commit. */
export function counted(collection: Collection, run: Run, change: number): void {
  if (!run.transaction && collection.documents !== undefined) collection.documents += change;
}
