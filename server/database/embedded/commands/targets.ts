import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { type Query, runQuery } from '../query/run.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Stored } from '../storage/documents.ts';
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

/** All documents to change are found before the first is changed. */
export function findTargets(view: View, collection: Collection, query: Query): Stored[] {
  const found: Stored[] = [];
  for (const stored of runQuery(view, collection, query)) if (stored) found.push(stored);
  return found;
}

/**
 * Changes several documents. One error leaves the earlier ones changed, as in MongoDB; having to wait for a
 * transaction leaves none, since the statement runs again.
 */
export function forEachTarget(
  run: Run,
  view: View,
  targets: readonly Stored[],
  change: (view: View, stored: Stored) => void,
): void {
  if (run.transaction || targets.length < 2) {
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
