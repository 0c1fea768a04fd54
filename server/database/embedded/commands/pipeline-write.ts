import type { PipelineWrite, Stream } from '../aggregation/stage.ts';
import { maximumStageBytes } from '../aggregation/stage.ts';
import { EngineError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { parsePath } from '../query/path.ts';
import type { Collection } from '../storage/catalog.ts';
import { insertDocument, replaceDocument } from '../storage/documents.ts';
import { buffered } from '../storage/overlay.ts';
import type { View } from '../storage/view.ts';
import { checkSize, withIdFirst } from '../update/update.ts';
import { type Element, elements, field, sameBytes, type, type Value } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';
import { equalValues } from '../values/compare.ts';
import { validateDocument } from '../values/validate.ts';
import { ensureCollection, findCollection, type Run, writeWith } from './access.ts';
import { drain } from './documents.ts';
import { prepared } from './insert.ts';
import { counted, findTarget, type Namespace } from './targets.ts';

/** All results are gathered before the first is written: the pipeline may read the collection it writes. */
async function gather(run: Run, stream: Stream): Promise<Value[]> {
  const documents: Value[] = [];
  let bytes = 0;
  await drain(run, stream, (document) => {
    bytes += document.end - document.start;
    if (bytes > maximumStageBytes)
      throw new EngineError(292, `The results to write exceeded the memory limit of ${maximumStageBytes} bytes`);
    documents.push(document);
  });
  return documents;
}

/** `$out`: a new collection with the indexes of the one it replaces, or nothing changes. */
async function replaceCollection(run: Run, { database, name }: Namespace, results: readonly Value[]): Promise<void> {
  const { catalog, sessions, store } = run.engine;
  const now = Date.now();
  const documents = results.map((document) => prepared(document, now));
  const existing = catalog.find(database, name);
  if (existing) await sessions.unused(existing);
  await store.write((view) => {
    const previous = catalog.find(database, name);
    const draft = catalog.draft(database, name);
    for (const index of previous?.indexes.slice(1) ?? []) {
      const arrays = index.fields.map(() => new Set<string>());
      draft.indexes.push({ ...index, space: catalog.newSpace(), arrays, shortened: false });
    }
    try {
      for (const document of documents) insertDocument(view, draft, document);
    } catch (error) {
      for (const space of [draft.space, ...draft.indexes.map((index) => index.space)]) store.clear(space);
      throw error;
    }
    if (previous) catalog.drop(previous);
    draft.documents = documents.length;
    catalog.add(draft);
  });
}

type Merge = Extract<PipelineWrite, { mode: 'merge' }>;

function hasUniqueIndex(collection: Collection | undefined, on: readonly string[]): boolean {
  if (on.length === 1 && on[0] === '_id') return true;
  return (collection?.indexes ?? []).some(
    ({ unique, partial, fields }) =>
      unique && !partial && fields.length === on.length && fields.every(({ path }) => on.includes(path.text)),
  );
}

function valueAt(document: Value, name: string): Value | undefined {
  let value: Value | undefined = document;
  for (const part of parsePath(name).parts) value = value?.type === type.object ? field(value, part) : undefined;
  return value;
}

function joinFilter(document: Value, on: readonly string[]): Filter {
  const filters = on.map((name): Filter => {
    const path = parsePath(name);
    const operand = valueAt(document, name);
    if (!operand || operand.type === type.null || operand.type === type.undefined || operand.type === type.array)
      throw new EngineError(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
    return { kind: 'path', path, test: { kind: 'compare', operator: '$eq', operand } };
  });
  return { kind: 'and', filters };
}

function mergeFields(document: Value, incoming: Value): Value {
  const merged = new Map<string, Value>();
  for (const { name, value } of [...elements(document), ...elements(incoming)]) merged.set(name, value);
  return documentOf([...merged].map(([name, value]): Element => ({ name, value })));
}

function mergedWith(merge: Merge, on: readonly string[], document: Value, incoming: Value): Value {
  const { whenMatched } = merge;
  if (whenMatched === 'merge') return mergeFields(document, incoming);
  if (whenMatched === 'replace') return incoming;
  if (whenMatched === 'keepExisting') return document;
  if (whenMatched === 'fail')
    throw new EngineError(11000, '$merge failed: a document with the same key exists and whenMatched is "fail"', {
      keyPattern: Object.fromEntries(on.map((name) => [name, 1])),
      keyValue: Object.fromEntries(on.map((name) => [name, valueAt(incoming, name)])),
    });
  return whenMatched(document, incoming);
}

/** What merging one document did to the number of documents. */
function mergeOne(view: View, collection: Collection, merge: Merge, on: readonly string[], result: Value): number {
  const incoming = on.includes('_id') ? prepared(result, Date.now()) : result;
  const filter = joinFilter(incoming, on);
  const stored = findTarget(view, collection, { filter, matches: compileFilter(filter), limit: 1 });
  if (!stored) {
    if (merge.whenNotMatched === 'fail')
      throw new EngineError(
        13113,
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      );
    if (merge.whenNotMatched === 'discard') return 0;
    insertDocument(view, collection, prepared(incoming, Date.now()));
    return 1;
  }
  const merged = mergedWith(merge, on, stored.document, incoming);
  const [before, after] = [field(stored.document, '_id') as Value, field(merged, '_id')];
  if (after && !equalValues(before, after))
    throw new EngineError(
      66,
      '$merge failed to update the matching document, did you attempt to modify the _id or the shard key?',
    );
  const changed = withIdFirst(after ?? before, elements(merged));
  if (sameBytes(stored.document, changed)) return 0;
  checkSize(changed);
  validateDocument(changed.bytes, changed.start, changed.end);
  replaceDocument(view, collection, stored, changed);
  return 0;
}

/** Merges some documents; one error leaves the earlier ones merged, having to wait for a transaction leaves none. */
function mergePiece(run: Run, view: View, namespace: Namespace, merge: Merge, documents: readonly Value[]): void {
  const collection = ensureCollection(run, namespace.database, namespace.name);
  const buffer = buffered(view);
  let added = 0;
  const apply = (): void => {
    buffer.apply();
    counted(collection, run, added);
    run.engine.catalog.saveIfDirty(collection);
  };
  try {
    for (const document of documents) added += mergeOne(buffer.view, collection, merge, merge.on ?? ['_id'], document);
  } catch (error) {
    if (error instanceof EngineError) apply();
    throw error;
  }
  apply();
}

/** Documents merged in one store write, so that other commands get their turn. */
const piece = 500;

/** Does what a pipeline's `$out` or `$merge` says with its results. */
export async function writeResults(run: Run, stream: Stream, write: PipelineWrite): Promise<void> {
  const stage = write.mode === 'replace' ? '$out' : '$merge';
  if (run.transaction) throw new EngineError(263, `${stage} cannot be used in a transaction`);
  const namespace = { database: write.database ?? run.command.database, name: write.collection };
  if (
    write.mode === 'merge' &&
    !hasUniqueIndex(findCollection(run, namespace.database, namespace.name), write.on ?? ['_id'])
  )
    throw new EngineError(51183, 'Cannot find index to verify that join fields will be unique');
  const documents = await gather(run, stream);
  if (write.mode === 'replace') {
    await replaceCollection(run, namespace, documents);
    return;
  }
  for (let from = 0; from < documents.length; from += piece) {
    await writeWith(run, (view) => mergePiece(run, view, namespace, write, documents.slice(from, from + piece)));
  }
}
