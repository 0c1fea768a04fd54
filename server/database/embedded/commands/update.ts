import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { isTruthy } from '../query/filter.ts';
import { compileLocator, type Locator } from '../query/position.ts';
import type { Collection } from '../storage/catalog.ts';
import { replaceDocument, type Stored } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { applyUpdate, parseUpdate, type Update } from '../update/update.ts';
import { upsertDocument } from '../update/upsert.ts';
import { field, items, type, type Value } from '../values/bson.ts';
import type { Plain } from '../values/build.ts';
import { validateDocument, wrappingDepth } from '../values/validate.ts';
import { ensureCollection, findCollection, type Run } from './access.ts';
import { checkFields, type Reply } from './command.ts';
import { checkId, insertInto } from './insert.ts';
import { scopeOf } from './scope.ts';
import { batchOf, isOrdered, parsedStatements, requireOnce, runStatements, writeReply } from './statements.ts';
import { changeTargets, type Namespace, type Steps, type Target, targetOf } from './targets.ts';

export type UpdateStatement = {
  target: Target;
  update: Update;
  upsert: boolean;
  /** Finds the element a positional `$` stands for; only where there is one. */
  locate?: Locator;
};

/** An update for the documents of a target, parsed; what is not supported is refused here. */
export function updateStatement(
  target: Target,
  change: Value,
  options: { scope: Scope; upsert: boolean; arrayFilters?: Value | undefined },
): UpdateStatement {
  const { scope, upsert, arrayFilters } = options;
  if (arrayFilters && arrayFilters.type !== type.array)
    throw new EngineError(14, "BSON field 'update.updates.arrayFilters' is the wrong type, expected type 'array'");
  const update = parseUpdate(change, { scope, arrayFilters: arrayFilters && items(arrayFilters) });
  const positional = update.kind === 'modifications' && update.positional;
  return { target, update, upsert, ...(positional ? { locate: compileLocator(target.filter) } : {}) };
}

export function parseUpdateStatement(statement: Value, scope: Scope): UpdateStatement {
  const fields = checkFields(
    'update.updates',
    statement,
    ['q', 'u', 'multi', 'upsert', 'hint', 'arrayFilters', 'sort'],
    ['collation', 'c', 'upsertSupplied', 'sampleId', 'allowShardKeyUpdatesWithoutFullShardKeyInQuery'],
  );
  const [query, change] = [fields.get('q'), fields.get('u')];
  if (query?.type !== type.object || !change)
    throw new EngineError(40414, "BSON field 'update.updates.q' is missing but a required field");
  const flag = (name: string): boolean => {
    const value = fields.get(name);
    return value !== undefined && isTruthy(value);
  };
  const multi = flag('multi');
  const sort = fields.get('sort');
  const target = targetOf(query, scope, { multi, hint: fields.get('hint'), sort });
  const parsed = updateStatement(target, change, {
    scope,
    upsert: flag('upsert'),
    arrayFilters: fields.get('arrayFilters'),
  });
  checkMulti(parsed, sort);
  return parsed;
}

/** What cannot be asked of several documents at once. */
export function checkMulti({ target, update }: UpdateStatement, sort: Value | undefined): void {
  if (!target.multi) return;
  if (sort) throw new EngineError(9, 'Cannot specify sort with multi=true');
  if (update.kind === 'replacement')
    throw new EngineError(9, 'multi update is not supported for replacement-style update');
}

/** Inserts what an upsert makes of its query and update; `show` gets it before it is written. */
export function upsertInto(
  run: Run,
  view: View,
  statement: UpdateStatement,
  namespace: Namespace,
  show?: (document: Value) => void,
): Value {
  const document = upsertDocument(statement.update, statement.target.filter, Date.now());
  validateDocument(document.bytes, document.start, document.end, wrappingDepth);
  checkId(field(document, '_id') as Value);
  show?.(document);
  insertInto(run, view, ensureCollection(run, namespace.database, namespace.name), document);
  return document;
}

/** Writes what an update makes of a document; `show` gets it before. */
export function changeDocument(
  run: Run,
  view: View,
  collection: Collection,
  stored: Stored,
  { update, locate }: UpdateStatement,
  show?: (document: Value) => void,
): Value {
  const matched = locate?.(stored.document).position;
  const changed = applyUpdate(update, stored.document, Date.now(), matched);
  show?.(changed);
  if (changed === stored.document) return changed;
  validateDocument(changed.bytes, changed.start, changed.end, wrappingDepth);
  replaceDocument(view, collection, stored, changed);
  if (!run.transaction) run.engine.catalog.saveIfDirty(collection);
  return changed;
}

export type UpdateOutcome = { matched: number; modified: number; upserted?: Value };

/** Does one update statement; gives how many documents matched and changed, or the `_id` it inserted. */
export function* runUpdate(
  run: Run,
  view: View,
  namespace: Namespace,
  statement: UpdateStatement,
): Steps<UpdateOutcome> {
  requireOnce(run, statement.target.multi, 'multi=true');
  const collection = findCollection(run, namespace.database, namespace.name);
  let modified = 0;
  const matched = collection
    ? yield* changeTargets(view, collection, statement.target, (stored) => {
        if (changeDocument(run, view, collection, stored, statement) !== stored.document) modified++;
      })
    : 0;
  if (matched > 0 || !statement.upsert) return { matched, modified };
  const document = upsertInto(run, view, statement, namespace);
  return { matched, modified, upserted: field(document, '_id') as Value };
}

export async function update(run: Run): Promise<Reply> {
  const { command } = run;
  const namespace = { database: command.database, name: command.collection() };
  const statements = batchOf(command, 'updates');
  const scope = scopeOf(command);
  const statementAt = parsedStatements(statements, (statement) => parseUpdateStatement(statement, scope));
  const progress = await runStatements(run, statements, isOrdered(command), function* (view, index, done) {
    const { matched, modified, upserted } = yield* runUpdate(run, view, namespace, statementAt(index));
    if (upserted) done.upserted.push({ index, _id: upserted });
    done.n += upserted ? 1 : matched;
    done.nModified += modified;
  });
  const upserted: Plain = progress.upserted;
  return writeReply(progress, {
    nModified: progress.nModified,
    ...(progress.upserted.length > 0 ? { upserted } : {}),
  });
}
