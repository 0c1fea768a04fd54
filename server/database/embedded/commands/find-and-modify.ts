import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { parseProjection } from '../query/projection.ts';
import { removeDocument } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { documentValue, elements, field, type Value } from '../values/bson.ts';
import { encodeDocument, nullValue } from '../values/build.ts';
import { findCollection, type Run, writeWith } from './access.ts';
import type { Command, Reply } from './command.ts';
import { scopeOf } from './scope.ts';
import { newProgress } from './session-record.ts';
import { counted, findTarget, type Target, targetOf } from './targets.ts';
import { changeDocument, updateStatement, upsertInto } from './update.ts';

const emptyQuery = documentValue(encodeDocument({}));

type Outcome = { value?: Value | undefined; n: number; updatedExisting?: boolean; upserted?: Value };

/** What the reply shows of a document. An error in it comes before anything is written. */
type Show = (document: Value) => Value;

function checkRemoval(command: Command): void {
  const refuse = (message: string): never => {
    throw new EngineError(9, message);
  };
  if (command.get('update')) refuse("Cannot specify both an 'update' and 'remove'=true");
  if (command.get('arrayFilters')) refuse('Cannot specify arrayFilters and remove=true');
  if (command.flag('upsert')) refuse("Cannot specify both 'upsert'=true and 'remove'=true ");
  if (command.flag('new'))
    refuse("Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document");
}

function removal(run: Run, target: Target, show: Show): (view: View) => Outcome {
  const { command } = run;
  checkRemoval(command);
  const name = command.collection();
  return (view) => {
    const collection = findCollection(run, command.database, name);
    const stored = collection && findTarget(view, collection, target);
    if (!collection || !stored) return { n: 0 };
    const value = show(stored.document);
    removeDocument(view, collection, stored);
    counted(collection, run, -1);
    return { value, n: 1 };
  };
}

function modification(run: Run, target: Target, scope: Scope, show: Show): (view: View) => Outcome {
  const { command, engine } = run;
  const namespace = { database: command.database, name: command.collection() };
  const change = command.get('update');
  if (!change) throw new EngineError(9, "Either an 'update' or 'remove'=true must be specified");
  const wantsNew = command.flag('new');
  const upsert = command.flag('upsert');
  const statement = updateStatement(target, change, { scope, upsert, arrayFilters: command.get('arrayFilters') });
  return (view) => {
    const collection = findCollection(run, namespace.database, namespace.name);
    const stored = collection && findTarget(view, collection, target);
    let value: Value | undefined;
    const showNew = (document: Value): void => {
      if (wantsNew) value = show(document);
    };
    if (collection && stored) {
      if (!wantsNew) value = show(stored.document);
      changeDocument(run, view, collection, stored, statement, showNew);
      engine.catalog.saveIfDirty(collection);
      return { value, n: 1, updatedExisting: true };
    }
    if (!upsert) return { n: 0, updatedExisting: false };
    const document = upsertInto(run, view, statement, namespace, showNew);
    return { value, n: 1, updatedExisting: false, upserted: field(document, '_id') as Value };
  };
}

function showOf(command: Command, scope: Scope): Show {
  const fields = command.document('fields');
  if (!fields) return (document) => document;
  const positional = elements(fields).some(({ name }) => name.endsWith('.$'));
  if (positional && command.flag('new'))
    throw new EngineError(2, 'Cannot use a positional projection and return the new document');
  const filter = parseFilter(command.document('query') ?? emptyQuery, scope);
  return parseProjection(fields, scope, { filter }) ?? ((document) => document);
}

/** Parses the command; gives what is to be done inside the write. */
function parse(run: Run): (view: View) => Outcome {
  const { command } = run;
  const scope = scopeOf(command);
  const target = targetOf(command.document('query') ?? emptyQuery, scope, {
    hint: command.get('hint'),
    sort: command.document('sort'),
  });
  const show = showOf(command, scope);
  return command.flag('remove') ? removal(run, target, show) : modification(run, target, scope, show);
}

export async function findAndModify(run: Run): Promise<Reply> {
  const { command, engine, session } = run;
  const work = parse(run);
  const retryable = run.transaction ? undefined : engine.sessions.progressOf(command, session);
  const before = retryable?.progress.reply;
  if (before) return Object.fromEntries(elements(before).map((element) => [element.name, element.value]));
  return writeWith(run, (view) => {
    const { value, n, updatedExisting, upserted } = work(view);
    const lastErrorObject = { n, updatedExisting, upserted };
    const reply: Reply = { lastErrorObject, value: value ?? nullValue };
    if (retryable && session) {
      const progress = { ...newProgress(), next: 1, reply: documentValue(encodeDocument(reply)) };
      engine.sessions.remember(session, retryable.txnNumber, progress);
    }
    return reply;
  });
}
