import { EngineError } from '../errors.ts';
import type { Collection } from '../storage/catalog.ts';
import { insertDocument } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { checkSize, fillTimestamps } from '../update/update.ts';
import { elements, readField, type, typeNames, type Value } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';
import { newObjectId } from '../values/object-id.ts';
import { validateDocument, wrappingDepth } from '../values/validate.ts';
import { ensureCollection, type Run } from './access.ts';
import type { Reply } from './command.ts';
import { batchOf, isOrdered, runStatements, writeReply } from './statements.ts';
import { counted } from './targets.ts';

const idName = Buffer.from('_id');

export function checkId(id: Value): void {
  if (id.type === type.array || id.type === type.regex || id.type === type.undefined) {
    throw new EngineError(53, `The '_id' value cannot be of type ${typeNames[id.type]}`);
  }
  const names = id.type === type.object ? elements(id).map(({ name }) => name) : [];
  const [first, second, third] = names;
  // A DBRef may be an `_id`.
  const allowed = first === '$ref' && second === '$id' ? (third === '$db' ? 3 : 2) : 0;
  const dollar = names.slice(allowed).find((name) => name.startsWith('$'));
  if (dollar)
    throw new EngineError(52, `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`);
}

/** The document as it is stored: checked, `_id` first. */
export function prepared(document: Value, now: number): Value {
  if (document.type !== type.object)
    throw new EngineError(14, "BSON field 'insert.documents' is the wrong type, expected type 'object'");
  validateDocument(document.bytes, document.start, document.end, wrappingDepth);
  checkSize(document);
  const id = readField(document.bytes, document.start, idName);
  if (id) checkId(id);
  // `_id` as the first field: its value begins after length, type and the name's four bytes.
  if (id?.start === document.start + 9) return fillTimestamps(document, now);
  const rest = elements(document).filter(({ name }) => name !== '_id');
  return fillTimestamps(documentOf([{ name: '_id', value: id ?? newObjectId() }, ...rest]), now);
}

export function insertInto(run: Run, view: View, collection: Collection, document: Value): void {
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
    return undefined;
  });
  return writeReply(progress, {});
}
