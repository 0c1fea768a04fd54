import { type PipelineContext, parsePipeline, type Stage, type Stream } from '../aggregation/pipeline.ts';
import { EngineError } from '../errors.ts';
import { type Filter, parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { parsePath, visitPath } from '../query/path.ts';
import { parseProjection } from '../query/projection.ts';
import { type Query, runQuery } from '../query/run.ts';
import { parseSort } from '../query/sort.ts';
import { documentValue, elements, items, type, type Value } from '../values/bson.ts';
import { arrayOf, encodeDocument } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { encodeKey } from '../values/key.ts';
import { findCollection, type Run, readView } from './access.ts';
import type { Command, Reply } from './command.ts';
import { defaultBatchSize, pause, skipped } from './cursors.ts';
import { scopeOf } from './scope.ts';

const emptyDocument = documentValue(encodeDocument({}));

function parseQuery(command: Command, name: string): Query {
  return queryOf(parseFilter(command.document(name) ?? emptyDocument, scopeOf(command)));
}

function queryOf(filter: Filter): Query {
  return { filter, matches: compileFilter(filter) };
}

function nonNegative(run: Run, name: string): number | undefined {
  const value = run.command.integer(name);
  if (value !== undefined && value < 0) {
    throw new EngineError(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`);
  }
  return value;
}

function documentsOf(run: Run, name: string, query: Query): Stream {
  const collection = findCollection(run, run.command.database, name);
  if (!collection) return [];
  const steps = runQuery(readView(run), collection, query);
  return (function* documents() {
    for (const stored of steps) yield stored?.document;
  })();
}

function* pausing(stream: Stream, project?: (document: Value) => Value): Generator<Value> {
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

export async function find(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const scope = scopeOf(command);
  const query = queryOf(parseFilter(command.document('filter') ?? emptyDocument, scope));
  const sort = command.document('sort');
  if (sort) query.sort = parseSort(sort);
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  const fields = command.document('projection');
  const project = fields && parseProjection(fields, scope, { filter: query.filter });
  query.skip = nonNegative(run, 'skip') ?? 0;
  const limit = nonNegative(run, 'limit');
  if (limit) query.limit = limit;
  const batchSize = nonNegative(run, 'batchSize') ?? defaultBatchSize;
  return engine.cursors.start({
    namespace: `${command.database}.${name}`,
    results: pausing(documentsOf(run, name, query), project),
    transaction: run.transaction,
    session: run.session?.key.toString('latin1'),
    batchSize: limit && command.get('batchSize') === undefined ? Math.max(limit, defaultBatchSize) : batchSize,
    singleBatch: command.flag('singleBatch'),
    deadline: run.deadline,
    timesOut: !command.flag('noCursorTimeout'),
  });
}

export async function getMore(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const { argument } = command;
  if (argument.type !== type.int64)
    throw new EngineError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  const cursor = engine.cursors.find(argument.bytes.readBigInt64LE(argument.start));
  if (cursor.namespace !== `${command.database}.${command.text('collection')}`) {
    throw new EngineError(
      13,
      `Requested getMore on namespace '${command.database}.${command.text('collection')}', but cursor belongs to a different namespace ${cursor.namespace}`,
    );
  }
  if (cursor.transaction !== run.transaction) {
    throw new EngineError(
      50740,
      `Cannot run getMore on cursor ${cursor.id}, which was ${cursor.transaction ? '' : 'not '}created in a transaction, ${run.transaction ? '' : 'not '}in one`,
    );
  }
  return engine.cursors.more(cursor, nonNegative(run, 'batchSize') || Number.POSITIVE_INFINITY, run.deadline);
}

export async function killCursors(run: Run): Promise<Reply> {
  const killed: bigint[] = [];
  const notFound: bigint[] = [];
  for (const value of run.command.list('cursors') ?? []) {
    const id = value.bytes.readBigInt64LE(value.start);
    (run.engine.cursors.kill(id) ? killed : notFound).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
}

export async function count(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const query = parseQuery(command, 'query');
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  query.skip = nonNegative(run, 'skip') ?? 0;
  const limit = Math.abs(command.integer('limit') ?? 0);
  if (limit) query.limit = limit;
  const all = query.filter.kind === 'and' && query.filter.filters.length === 0;
  if (all && !hint && !limit && query.skip === 0) {
    const collection = findCollection(run, command.database, name);
    if (!collection) return { n: 0 };
    if (collection.documents === undefined) {
      collection.documents = await engine.store.write(() => engine.store.count(collection.space));
    }
    return { n: collection.documents };
  }
  let n = 0;
  await drain(run, documentsOf(run, name, query), () => n++);
  return { n };
}

export async function distinct(run: Run): Promise<Reply> {
  const { command } = run;
  const name = command.collection();
  const key = command.text('key');
  if (key === undefined) throw new EngineError(40414, "BSON field 'distinct.key' is missing but a required field");
  const query = parseQuery(command, 'query');
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  const path = parsePath(key);
  const values = new Map<string, Value>();
  await drain(run, documentsOf(run, name, query), (document) => {
    visitPath(document.bytes, document.start, path, false, (value) => {
      for (const each of value === undefined ? [] : value.type === type.array ? items(value) : [value]) {
        const text = encodeKey(each).toString('latin1');
        if (!values.has(text)) values.set(text, each);
      }
      return false;
    });
  });
  return { values: arrayOf([...values.values()].sort(compareValues)) };
}

/** What of a pipeline's beginning the query itself does, so that indexes serve it; the rest are stages. */
function splitPipeline(stages: readonly Stage[]): { query: Query; rest: Stage[] } {
  const filters: Filter[] = [];
  let at = 0;
  for (let stage = stages[at]; stage?.kind === 'match'; stage = stages[++at]) filters.push(stage.filter);
  const query = queryOf({ kind: 'and', filters });
  const sort = stages[at];
  if (sort?.kind === 'sort') {
    query.sort = sort.sort;
    at++;
  }
  const skip = stages[at];
  if (skip?.kind === 'skip') {
    query.skip = skip.count;
    at++;
  }
  const limit = stages[at];
  if (limit?.kind === 'limit') {
    query.limit = limit.count;
    at++;
  }
  return { query, rest: stages.slice(at) };
}

function pipelineContext(run: Run): PipelineContext {
  return {
    scope: scopeOf(run.command),
    read: (collection, filter) => documentsOf(run, collection, queryOf(filter)),
    parse: parsePipeline,
  };
}

export async function aggregate(run: Run): Promise<Reply> {
  const { command, engine } = run;
  if (command.argument.type !== type.string) {
    throw new EngineError(238, 'embedded engine does not support aggregations without a collection');
  }
  const name = command.collection();
  const stages = parsePipeline(command.list('pipeline') ?? [], pipelineContext(run));
  const cursor = command.document('cursor');
  if (!cursor)
    throw new EngineError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const size = elements(cursor).find((element) => element.name === 'batchSize')?.value;
  const { query, rest } = splitPipeline(stages);
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  const stream = rest.reduce<Stream>((input, stage) => stage.run(input), documentsOf(run, name, query));
  return engine.cursors.start({
    namespace: `${command.database}.${name}`,
    results: pausing(stream),
    transaction: run.transaction,
    session: run.session?.key.toString('latin1'),
    batchSize: size ? Number(sizeOf(size)) : defaultBatchSize,
    deadline: run.deadline,
  });
}

function sizeOf(value: Value): number {
  const size = value.type === type.int32 ? value.bytes.readInt32LE(value.start) : Number.NaN;
  if (Number.isNaN(size)) {
    const wide =
      value.type === type.int64
        ? Number(value.bytes.readBigInt64LE(value.start))
        : value.bytes.readDoubleLE(value.start);
    return Math.trunc(wide);
  }
  if (size < 0) throw new EngineError(51024, `BSON field 'batchSize' value must be >= 0, actual value '${size}'`);
  return size;
}
