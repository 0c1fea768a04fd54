import { EngineError } from '../errors.ts';
import { parseProjection } from '../query/projection.ts';
import { parseSort } from '../query/run.ts';
import { removeDocument } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { parseUpdate } from '../update/update.ts';
import { documentValue, elements, field, type Value } from '../values/bson.ts';
import { encodeDocument, nullValue } from '../values/build.ts';
import { findCollection, type Run, writeWith } from './access.ts';
import type { Reply } from './command.ts';
import { newProgress } from './sessions.ts';
import { changeDocument, findTargets, targetOf, upsertInto } from './write.ts';

const emptyQuery = documentValue(encodeDocument({}));

type Outcome = { value: Value | undefined; n: number; updatedExisting?: boolean; upserted?: Value };

/** Parses the command; gives what is to be done inside the write. */
function parse(run: Run): (view: View) => Outcome {
  const { command, engine } = run;
  const name = command.collection();
  const target = targetOf(command.document('query') ?? emptyQuery, false, command.get('hint'));
  const sort = command.document('sort');
  const query = sort ? { ...target, sort: parseSort(sort) } : target;
  const change = command.get('update');
  const wantsNew = command.flag('new');
  const upsert = command.flag('upsert');
  if (command.flag('remove')) {
    if (change) throw new EngineError(9, "Cannot specify both an 'update' and 'remove'=true");
    if (upsert) throw new EngineError(9, "Cannot specify both 'upsert'=true and 'remove'=true ");
    if (wantsNew)
      throw new EngineError(
        9,
        "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
      );
    return (view) => {
      const collection = findCollection(run, command.database, name);
      const [stored] = collection ? findTargets(view, collection, query) : [];
      if (!collection || !stored) return { value: undefined, n: 0 };
      removeDocument(view, collection, stored);
      if (!run.transaction && collection.documents !== undefined) collection.documents--;
      return { value: stored.document, n: 1 };
    };
  }
  if (!change) throw new EngineError(9, "Either an 'update' or 'remove'=true must be specified");
  const update = parseUpdate(change);
  return (view) => {
    const collection = findCollection(run, command.database, name);
    const [stored] = collection ? findTargets(view, collection, query) : [];
    if (collection && stored) {
      const changed = changeDocument(run, view, collection, stored, update);
      engine.catalog.saveIfDirty(collection);
      return { value: wantsNew ? changed : stored.document, n: 1, updatedExisting: true };
    }
    if (!upsert) return { value: undefined, n: 0, updatedExisting: false };
    const document = upsertInto(run, view, { target, update, upsert }, name);
    const upserted = field(document, '_id') as Value;
    return { value: wantsNew ? document : undefined, n: 1, updatedExisting: false, upserted };
  };
}

export async function findAndModify(run: Run): Promise<Reply> {
  const { command, engine, session } = run;
  const work = parse(run);
  const fields = command.document('fields');
  const project = fields && parseProjection(fields);
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
