import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { type Projection, parseProjection } from '../query/projection.ts';
import { removeDocument } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { documentValue, elements, field, type Value } from '../values/bson.ts';
import { encodeDocument, nullValue } from '../values/build.ts';
import { findCollection, type Run, writeWith } from './access.ts';
import type { Command, Reply } from './command.ts';
import { scopeOf } from './scope.ts';
import { newProgress } from './session-record.ts';
import { findTargets, targetOf } from './targets.ts';
import { changeDocument, updateStatement, upsertInto } from './update.ts';

const emptyQuery = documentValue(encodeDocument({}));

type Outcome = { value: Value | undefined; n: number; updatedExisting?: boolean; upserted?: Value };

/** Parses the command; gives what is to be done inside the write. */
function parse(run: Run, scope: Scope): (view: View) => Outcome {
  const { command, engine } = run;
  const name = command.collection();
  const namespace = { database: command.database, name };
  const target = targetOf(command.document('query') ?? emptyQuery, scope, {
    hint: command.get('hint'),
    sort: command.document('sort'),
  });
  const change = command.get('update');
  const wantsNew = command.flag('new');
  const upsert = command.flag('upsert');
  if (command.flag('remove')) {
    if (change) throw new EngineError(9, "Cannot specify both an 'update' and 'remove'=true");
    if (command.get('arrayFilters')) throw new EngineError(9, 'Cannot specify arrayFilters and remove=true');
    if (upsert) throw new EngineError(9, "Cannot specify both 'upsert'=true and 'remove'=true ");
    if (wantsNew)
      throw new EngineError(
        9,
        "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
      );
    return (view) => {
      const collection = findCollection(run, command.database, name);
      const [stored] = collection ? findTargets(view, collection, target) : [];
      if (!collection || !stored) return { value: undefined, n: 0 };
      removeDocument(view, collection, stored);
      if (!run.transaction && collection.documents !== undefined) collection.documents--;
      return { value: stored.document, n: 1 };
    };
  }
  if (!change) throw new EngineError(9, "Either an 'update' or 'remove'=true must be specified");
  const statement = updateStatement(target, change, { scope, upsert, arrayFilters: command.get('arrayFilters') });
  return (view) => {
    const collection = findCollection(run, command.database, name);
    const [stored] = collection ? findTargets(view, collection, target) : [];
    if (collection && stored) {
      const changed = changeDocument(run, view, collection, stored, statement);
      engine.catalog.saveIfDirty(collection);
      return { value: wantsNew ? changed : stored.document, n: 1, updatedExisting: true };
    }
    if (!upsert) return { value: undefined, n: 0, updatedExisting: false };
    const document = upsertInto(run, view, statement, namespace);
    const upserted = field(document, '_id') as Value;
    return { value: wantsNew ? document : undefined, n: 1, updatedExisting: false, upserted };
  };
}

function projectionOf(command: Command, fields: Value, scope: Scope): Projection | undefined {
  return parseProjection(fields, scope, { filter: parseFilter(command.document('query') ?? emptyQuery, scope) });
}

export async function findAndModify(run: Run): Promise<Reply> {
  const { command, engine, session } = run;
  const scope = scopeOf(command);
  const work = parse(run, scope);
  const fields = command.document('fields');
  const project = fields && projectionOf(command, fields, scope);
  const retryable = run.transaction ? undefined : engine.sessions.progressOf(command, session);
  const before = retryable?.progress.reply;
  if (before) return Object.fromEntries(elements(before).map((element) => [element.name, element.value]));
  return writeWith(run, (view) => {
    const { value, n, updatedExisting, upserted } = work(view);
    const shown = value && project ? project(value) : value;
    const lastErrorObject = { n, updatedExisting, upserted };
    const reply: Reply = { lastErrorObject, value: shown ?? nullValue };
    if (retryable && session) {
      const progress = { ...newProgress(), next: 1, reply: documentValue(encodeDocument(reply)) };
      engine.sessions.remember(session, retryable.txnNumber, progress);
    }
    return reply;
  });
}
