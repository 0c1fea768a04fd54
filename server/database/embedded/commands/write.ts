import { EngineError } from '../errors.ts';
import { isTruthy, parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { type Query, runQuery } from '../query/run.ts';
import type { Collection } from '../storage/catalog.ts';
import { insertDocument, removeDocument, replaceDocument, type Stored } from '../storage/documents.ts';
import { buffered } from '../storage/overlay.ts';
import type { View } from '../storage/view.ts';
import { applyUpdate, checkSize, fillTimestamps, parseUpdate, type Update, upsertDocument } from '../update/update.ts';
import { elements, field, readField, type, typeNames, type Value } from '../values/bson.ts';
import { documentOf, type Plain } from '../values/build.ts';
import { readDouble } from '../values/numbers.ts';
import { newObjectId } from '../values/object-id.ts';
import { validateDocument } from '../values/validate.ts';
import { ensureCollection, findCollection, type Run, writeWith } from './access.ts';
import { type Command, checkFields, type Reply } from './command.ts';
import { newProgress, type Progress } from './sessions.ts';

/** Statements are done in pieces of this long, so that other commands get their turn. */
const pieceTime = 20;
const maximumBatch = 100_000;
const idName = Buffer.from('_id');

type Statement = (view: View, index: number, progress: Progress) => void;

function writeError(index: number, error: EngineError): { [name: string]: Plain } {
  return { index, code: error.code, errmsg: error.message, ...(error.details as { [name: string]: Plain }) };
}

function isTransient(error: EngineError): boolean {
  return error.labels.includes('TransientTransactionError');
}

/**
 * Runs a write command's statements. Each is done whole or not at all; with `ordered` the first error ends the
 * command. What a retryable command has done is remembered in the same store write.
 */
async function runStatements(
  run: Run,
  statements: readonly Value[],
  ordered: boolean,
  statement: Statement,
): Promise<Progress> {
  const retryable = run.transaction ? undefined : run.engine.sessions.progressOf(run.command, run.session);
  const progress = retryable?.progress ?? newProgress();
  const stopped = (): boolean => ordered && progress.writeErrors.length > 0;
  const finished = (): boolean => progress.next >= statements.length || stopped();
  while (!finished()) {
    await writeWith(run, (view) => {
      const pieceEnds = Date.now() + pieceTime;
      const from = progress.next;
      try {
        while (!finished() && (run.transaction || Date.now() < pieceEnds || progress.next === from)) {
          runStatement(run, view, progress, statement);
        }
      } finally {
        if (retryable && run.session && progress.next > from) {
          run.engine.sessions.remember(run.session, retryable.txnNumber, progress);
        }
      }
    });
  }
  return progress;
}

function runStatement(run: Run, view: View, progress: Progress, statement: Statement): void {
  try {
    statement(view, progress.next, progress);
  } catch (error) {
    if (!(error instanceof EngineError) || (run.transaction && isTransient(error))) throw error;
    progress.writeErrors.push(writeError(progress.next, error));
    if (run.transaction && run.session) {
      // An error ends the transaction; nothing after it can count.
      run.engine.sessions.abort(run.session);
      progress.next = Number.POSITIVE_INFINITY;
      return;
    }
  }
  progress.next++;
}

function writeReply(progress: Progress, fields: Reply): Reply {
  return {
    n: progress.n,
    ...fields,
    ...(progress.writeErrors.length > 0 ? { writeErrors: progress.writeErrors } : {}),
  };
}

function batchOf(command: Command, name: string): Value[] {
  const statements = command.list(name);
  if (!statements) throw new EngineError(40414, `BSON field '${command.name}.${name}' is missing but a required field`);
  if (statements.length < 1 || statements.length > maximumBatch) {
    throw new EngineError(
      16,
      `Write batch sizes must be between 1 and ${maximumBatch}. Got ${statements.length} operations.`,
    );
  }
  return statements;
}

function isOrdered(command: Command): boolean {
  return command.get('ordered') === undefined || command.flag('ordered');
}

function checkId(id: Value): void {
  if (id.type === type.array || id.type === type.regex || id.type === type.undefined) {
    throw new EngineError(53, `The '_id' value cannot be of type ${typeNames[id.type]}`);
  }
  const dollar = id.type === type.object ? elements(id).find(({ name }) => name.startsWith('$')) : undefined;
  if (dollar)
    throw new EngineError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${dollar.name} is not valid for storage.`,
    );
}

/** The document as it is stored: checked, `_id` first. */
function prepared(document: Value, now: number): Value {
  if (document.type !== type.object)
    throw new EngineError(14, "BSON field 'insert.documents' is the wrong type, expected type 'object'");
  validateDocument(document.bytes, document.start, document.end);
  checkSize(document);
  const id = readField(document.bytes, document.start, idName);
  if (id) checkId(id);
  // `_id` as the first field: its value begins after length, type and the name's four bytes.
  if (id?.start === document.start + 9) return fillTimestamps(document, now);
  const rest = elements(document).filter(({ name }) => name !== '_id');
  return fillTimestamps(documentOf([{ name: '_id', value: id ?? newObjectId() }, ...rest]), now);
}

function counted(collection: Collection, run: Run, change: number): void {
  if (!run.transaction && collection.documents !== undefined) collection.documents += change;
}

function insertInto(run: Run, view: View, collection: Collection, document: Value): void {
  insertDocument(view, collection, document);
  if (!run.transaction) run.engine.catalog.saveIfDirty(collection);
  counted(collection, run, 1);
}

export async function insert(run: Run): Promise<Reply> {
  const { command } = run;
  const documents = batchOf(command, 'documents');
  const name = command.collection();
  const now = Date.now();
  // Generated ids must be the same when the statement runs again after waiting for a transaction.
  const ready: (Value | undefined)[] = [];
  const progress = await runStatements(run, documents, isOrdered(command), (view, index, done) => {
    ready[index] ??= prepared(documents[index] as Value, now);
    insertInto(run, view, ensureCollection(run, command.database, name), ready[index] as Value);
    done.n++;
  });
  return writeReply(progress, {});
}

type Target = Query & { multi: boolean };

function targetOf(query: Value, multi: boolean, hint: Value | undefined): Target {
  const filter = parseFilter(query);
  return { filter, matches: compileFilter(filter), multi, ...(hint ? { hint } : {}), ...(multi ? {} : { limit: 1 }) };
}

/** All documents to change are found before the first is changed. */
function findTargets(view: View, collection: Collection, query: Query): Stored[] {
  const found: Stored[] = [];
  for (const stored of runQuery(view, collection, query)) if (stored) found.push(stored);
  return found;
}

/**
 * Changes several documents. One error leaves the earlier ones changed, as in MongoDB; having to wait for a
 * transaction leaves none, since the statement runs again.
 */
function forEachTarget(
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

type UpdateStatement = { target: Target; update: Update; upsert: boolean };

function parseUpdateStatement(statement: Value): UpdateStatement {
  const fields = checkFields(
    'update.updates',
    statement,
    ['q', 'u', 'multi', 'upsert', 'hint'],
    [
      'collation',
      'arrayFilters',
      'c',
      'sort',
      'upsertSupplied',
      'sampleId',
      'allowShardKeyUpdatesWithoutFullShardKeyInQuery',
    ],
  );
  const [query, change] = [fields.get('q'), fields.get('u')];
  if (query?.type !== type.object || !change)
    throw new EngineError(40414, "BSON field 'update.updates.q' is missing but a required field");
  const flag = (name: string): boolean => {
    const value = fields.get(name);
    return value !== undefined && isTruthy(value);
  };
  const update = parseUpdate(change);
  const multi = flag('multi');
  if (multi && update.kind === 'replacement')
    throw new EngineError(9, 'multi update is not supported for replacement-style update');
  return { target: targetOf(query, multi, fields.get('hint')), update, upsert: flag('upsert') };
}

function upsertInto(run: Run, view: View, statement: UpdateStatement, name: string): Value {
  const document = upsertDocument(statement.update, statement.target.filter, Date.now());
  validateDocument(document.bytes, document.start, document.end);
  const id = field(document, '_id') as Value;
  checkId(id);
  insertInto(run, view, ensureCollection(run, run.command.database, name), document);
  return document;
}

function changeDocument(run: Run, view: View, collection: Collection, stored: Stored, update: Update): Value {
  const changed = applyUpdate(update, stored.document, Date.now());
  if (changed === stored.document) return changed;
  validateDocument(changed.bytes, changed.start, changed.end);
  replaceDocument(view, collection, stored, changed);
  if (!run.transaction) run.engine.catalog.saveIfDirty(collection);
  return changed;
}

export async function update(run: Run): Promise<Reply> {
  const { command } = run;
  const name = command.collection();
  const statements = batchOf(command, 'updates');
  // Everything is parsed, and what is not supported refused, before anything is written.
  const parsed = statements.map(parseUpdateStatement);
  const progress = await runStatements(run, statements, isOrdered(command), (view, index, done) => {
    const statement = parsed[index] as UpdateStatement;
    const collection = findCollection(run, command.database, name);
    const targets = collection ? findTargets(view, collection, statement.target) : [];
    if (targets.length === 0 && statement.upsert) {
      const document = upsertInto(run, view, statement, name);
      done.upserted.push({ index, _id: field(document, '_id') as Value });
      done.n++;
      return;
    }
    if (!collection) return;
    let modified = 0;
    forEachTarget(run, view, targets, (target, stored) => {
      if (changeDocument(run, target, collection, stored, statement.update) !== stored.document) modified++;
    });
    done.n += targets.length;
    done.nModified += modified;
  });
  const upserted: Plain = progress.upserted;
  return writeReply(progress, {
    nModified: progress.nModified,
    ...(progress.upserted.length > 0 ? { upserted } : {}),
  });
}

function parseDeleteStatement(statement: Value): Target {
  const fields = checkFields('delete.deletes', statement, ['q', 'limit', 'hint'], ['collation', 'sampleId']);
  const query = fields.get('q');
  const limit = fields.get('limit');
  if (query?.type !== type.object)
    throw new EngineError(40414, "BSON field 'delete.deletes.q' is missing but a required field");
  if (!limit) throw new EngineError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  const count = readDouble(limit);
  if (count !== 0 && count !== 1)
    throw new EngineError(9, `The limit field in delete objects must be 0 or 1. Got ${count}`);
  return targetOf(query, count === 0, fields.get('hint'));
}

export async function deleteDocuments(run: Run): Promise<Reply> {
  const { command } = run;
  const name = command.collection();
  const statements = batchOf(command, 'deletes');
  const parsed = statements.map(parseDeleteStatement);
  const progress = await runStatements(run, statements, isOrdered(command), (view, index, done) => {
    const collection = findCollection(run, command.database, name);
    if (!collection) return;
    const targets = findTargets(view, collection, parsed[index] as Target);
    forEachTarget(run, view, targets, (target, stored) => removeDocument(target, collection, stored));
    counted(collection, run, -targets.length);
    done.n += targets.length;
  });
  return writeReply(progress, {});
}

export type { UpdateStatement };
export { changeDocument, findTargets, targetOf, upsertInto };
