import { EngineError } from '../errors.ts';
import { maximumDocumentSize } from '../limits.ts';
import { parseFilter } from '../query/filter.ts';
import { distinctIndex, distinctValues } from '../query/keys-only.ts';
import { parsePath, visitPath } from '../query/path.ts';
import { parseProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { items, type, type Value } from '../values/bson.ts';
import { arrayOf } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { keyText } from '../values/key.ts';
import { findCollection, type Run, readView } from './access.ts';
import type { Reply } from './command.ts';
import { defaultBatchSize } from './cursors.ts';
import {
  countMatching,
  documentsOf,
  drain,
  emptyDocument,
  nonNegative,
  parseQuery,
  pausing,
  queryOf,
} from './documents.ts';
import { scopeOf } from './scope.ts';

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
    snapshot: run.snapshot,
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
      collection.documents = await engine.store.write(() => engine.store.count(collection.space), { grows: false });
    }
    return { n: collection.documents };
  }
  return { n: await countMatching(run, name, query) };
}

/** Values of which a reply can hold no more than a document may. */
class Gathered {
  private readonly values: Value[] = [];
  private bytes = 0;

  add(value: Value): void {
    this.bytes += String(this.values.length).length + 2 + value.end - value.start;
    if (this.bytes > maximumDocumentSize) throw new EngineError(17217, 'distinct too big, 16mb cap');
    this.values.push(value.detached());
  }

  inOrder(): Value {
    return arrayOf(this.values.sort(compareValues));
  }
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
  const atClusterTime = run.snapshot ? { atClusterTime: run.snapshot.time } : {};
  const gathered = new Gathered();
  const collection = findCollection(run, command.database, name);
  const index = collection && distinctIndex(collection, path, query);
  if (collection && index) {
    await drain(run, distinctValues(readView(run), collection, index), (value) => gathered.add(value));
    return { values: gathered.inOrder(), ...atClusterTime };
  }
  const seen = new Set<string>();
  await drain(run, documentsOf(run, name, query), (document) => {
    visitPath(document.bytes, document.start, path, false, (value) => {
      for (const each of value === undefined ? [] : value.type === type.array ? items(value) : [value]) {
        const text = keyText(each);
        if (!seen.has(text)) gathered.add(each);
        seen.add(text);
      }
      return false;
    });
  });
  return { values: gathered.inOrder(), ...atClusterTime };
}
