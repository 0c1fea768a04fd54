import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { isTruthy } from '../query/filter.ts';
import type { View } from '../storage/view.ts';
import { documentValue, elements, field, readString, type, type Value } from '../values/bson.ts';
import { double, encodeDocument, type Plain } from '../values/build.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { ensureCollection, type Run } from './access.ts';
import { checkFields, type Reply } from './command.ts';
import { runDelete } from './delete.ts';
import { insertInto, prepared } from './insert.ts';
import { listed } from './listing.ts';
import { scopeOf } from './scope.ts';
import { type BulkProgress, newBulkProgress } from './session-record.ts';
import { batchOf, isOrdered, parsedStatements, runStatements } from './statements.ts';
import { type Namespace, type Steps, targetOf } from './targets.ts';
import { checkMulti, runUpdate, updateStatement } from './update.ts';

/** What one operation did, besides counting itself. */
type Outcome = { n: number; nModified?: number; upserted?: { _id: Value } };

/** One operation, parsed; run inside a store write, once or again. */
type Operation = (view: View, done: BulkProgress) => Steps<Outcome>;

type Context = { run: Run; scope: Scope; namespaces: readonly Namespace[]; now: number };

function namespacesOf(run: Run): Namespace[] {
  return (run.command.list('nsInfo') ?? []).map((info) => {
    if (info.type !== type.object) throw new EngineError(14, "BSON field 'bulkWrite.nsInfo' must hold objects");
    const obeyed = checkFields('bulkWrite.nsInfo', info, ['ns'], ['collectionUUID', 'encryptionInformation']);
    const ns = obeyed.get('ns');
    const text = ns?.type === type.string ? readString(ns) : '';
    const dot = text.indexOf('.');
    if (dot < 1 || dot === text.length - 1) throw new EngineError(73, `Invalid namespace specified '${text}'`);
    return { database: text.slice(0, dot), name: text.slice(dot + 1) };
  });
}

function namespaceAt({ namespaces }: Context, value: Value, index: number): Namespace {
  const namespace = isNumber(value) ? namespaces[readDouble(value)] : undefined;
  if (!namespace) throw new EngineError(2, `BulkWrite ops entry ${index} has an invalid nsInfo index.`);
  return namespace;
}

const flagOf = (value: Value | undefined) => value !== undefined && isTruthy(value);

function required(fields: Map<string, Value>, name: string, kind: string, objects = true): Value {
  const value = fields.get(name);
  if (!value) throw new EngineError(40414, `BSON field 'bulkWrite.${kind}.${name}' is missing but a required field`);
  if (objects && value.type !== type.object)
    throw new EngineError(14, `BSON field 'bulkWrite.${kind}.${name}' is the wrong type, expected type 'object'`);
  return value;
}

function parseInsert(context: Context, statement: Value, index: number): Operation {
  const { run, now } = context;
  const fields = checkFields('bulkWrite.insert', statement, ['insert', 'document'], []);
  const { database, name } = namespaceAt(context, required(fields, 'insert', 'insert', false), index);
  const document = required(fields, 'document', 'insert');
  let ready: Value | undefined;
  // biome-ignore lint/correctness/useYield: an insert is one step
  return function* (view, done) {
    // A generated id must be the same when the operation runs again after waiting for a transaction.
    ready ??= prepared(document, now);
    insertInto(run, view, ensureCollection(run, database, name), ready);
    done.nInserted++;
    return { n: 1 };
  };
}

function parseUpdate(context: Context, statement: Value, index: number): Operation {
  const { run, scope } = context;
  const fields = checkFields(
    'bulkWrite.update',
    statement,
    ['update', 'filter', 'updateMods', 'multi', 'upsert', 'arrayFilters', 'hint', 'sort'],
    ['collation', 'constants', 'upsertSupplied', 'sampleId', 'allowShardKeyUpdatesWithoutFullShardKeyInQuery'],
  );
  const namespace = namespaceAt(context, required(fields, 'update', 'update', false), index);
  const multi = flagOf(fields.get('multi'));
  const sort = fields.get('sort');
  const target = targetOf(required(fields, 'filter', 'update'), scope, { multi, hint: fields.get('hint'), sort });
  const change = updateStatement(target, required(fields, 'updateMods', 'update', false), {
    scope,
    upsert: flagOf(fields.get('upsert')),
    arrayFilters: fields.get('arrayFilters'),
  });
  checkMulti(change, sort);
  return function* (view, done) {
    const { matched, modified, upserted } = yield* runUpdate(run, view, namespace, change);
    done.nMatched += matched;
    done.nModified += modified;
    if (!upserted) return { n: matched, nModified: modified };
    done.nUpserted++;
    return { n: 1, nModified: 0, upserted: { _id: upserted } };
  };
}

function parseDelete(context: Context, statement: Value, index: number): Operation {
  const { run, scope } = context;
  const fields = checkFields(
    'bulkWrite.delete',
    statement,
    ['delete', 'filter', 'multi', 'hint'],
    ['collation', 'sampleId'],
  );
  const namespace = namespaceAt(context, required(fields, 'delete', 'delete', false), index);
  const target = targetOf(required(fields, 'filter', 'delete'), scope, {
    multi: flagOf(fields.get('multi')),
    hint: fields.get('hint'),
  });
  return function* (view, done) {
    const n = yield* runDelete(run, view, namespace, target);
    done.nDeleted += n;
    return { n };
  };
}

const parsers: Record<string, (context: Context, statement: Value, index: number) => Operation> = {
  insert: parseInsert,
  update: parseUpdate,
  delete: parseDelete,
};

function parseOperation(context: Context, statement: Value, index: number): Operation {
  const kind = (statement.type === type.object && elements(statement)[0]?.name) || '';
  const parse = Object.hasOwn(parsers, kind) ? parsers[kind] : undefined;
  if (!parse) throw new EngineError(2, `BulkWrite ops entry ${index} must begin with insert, update or delete`);
  return parse(context, statement, index);
}

const itemOf = (fields: { [name: string]: Plain }) => documentValue(encodeDocument(fields));

function failure({ index, ...error }: { [name: string]: Plain }): Value {
  return itemOf({ ok: double(0), idx: index, ...error, n: 0 });
}

const indexOf = (item: Value) => readDouble(field(item, 'idx') as Value);

/** Writes of all kinds to several collections in one command (MongoDB 8.0). */
export async function bulkWrite(run: Run): Promise<Reply> {
  const { command } = run;
  if (command.database !== 'admin') throw new EngineError(13, 'bulkWrite may only be run against the admin database.');
  const statements = batchOf(command, 'ops');
  const context = { run, scope: scopeOf(command), namespaces: namespacesOf(run), now: Date.now() };
  const operationAt = parsedStatements(statements, (statement, index) => parseOperation(context, statement, index));
  const errorsOnly = command.flag('errorsOnly');
  const progress = await runStatements(run, statements, isOrdered(command), function* (view, index, done) {
    done.bulk ??= newBulkProgress();
    const outcome = yield* operationAt(index)(view, done.bulk);
    if (!errorsOnly) done.bulk.items.push(itemOf({ ok: double(1), idx: index, ...outcome }));
  });
  const { items, ...counts } = progress.bulk ?? newBulkProgress();
  const results = [...items, ...progress.writeErrors.map(failure)].sort(
    (left, right) => indexOf(left) - indexOf(right),
  );
  const reply = await listed(run, 'admin.$cmd.bulkWrite', results);
  return { ...reply, nErrors: progress.writeErrors.length, ...counts };
}
