import type { Stream } from '../aggregation/stage.ts';
import { EngineError } from '../errors.ts';
import { type Filter, parseFilter } from '../query/filter.ts';
import { countingPlan, countKeys } from '../query/keys-only.ts';
import { compileFilter } from '../query/match.ts';
import { type Query, runQuery } from '../query/run.ts';
import { documentValue, type Value } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { findCollection, type Run, readView } from './access.ts';
import type { Command } from './command.ts';
import { pause, skipped } from './cursors.ts';
import { scopeOf } from './scope.ts';

export const emptyDocument = documentValue(encodeDocument({}));

export function parseQuery(command: Command, name: string): Query {
  return queryOf(parseFilter(command.document(name) ?? emptyDocument, scopeOf(command)));
}

export function queryOf(filter: Filter): Query {
  return { filter, matches: compileFilter(filter) };
}

export function nonNegative(run: Run, name: string): number | undefined {
  const value = run.command.integer(name);
  if (value !== undefined && value < 0) {
    throw new EngineError(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`);
  }
  return value;
}

export function documentsOf(run: Run, name: string, query: Query): Stream {
  const collection = findCollection(run, run.command.database, name);
  if (!collection) return [];
  const steps = runQuery(readView(run), collection, query);
  return (function* documents() {
    for (const stored of steps) yield stored?.document;
  })();
}

export function* pausing(stream: Stream, project?: (document: Value) => Value): Generator<Value> {
  for (const document of stream) {
    if (!document) yield skipped;
    else yield project ? project(document) : document;
  }
}

/** Runs a stream to its end, giving other commands their turn. */
export async function drain(run: Run, stream: Stream, take: (document: Value) => void): Promise<void> {
  let turnEnds = Date.now() + 5;
  let steps = 0;
  for (const document of stream) {
    if (document) take(document);
    if (++steps % 64 !== 0 || Date.now() < turnEnds) continue;
    if (Date.now() > run.deadline) throw new EngineError(50, 'operation exceeded time limit');
    await pause();
    turnEnds = Date.now() + 5;
  }
}

/** How many documents match, from the keys of an index alone where those tell. */
export async function countMatching(run: Run, name: string, query: Query): Promise<number> {
  const collection = findCollection(run, run.command.database, name);
  const plan = collection && countingPlan(collection, query);
  let count = 0;
  if (!collection || !plan) {
    await drain(run, documentsOf(run, name, query), () => count++);
    return count;
  }
  const { skip = 0, limit = Number.POSITIVE_INFINITY } = query;
  await drain(
    run,
    (function* counting() {
      count = yield* countKeys(readView(run), plan, skip + limit);
    })(),
    () => undefined,
  );
  return Math.max(0, count - skip);
}
