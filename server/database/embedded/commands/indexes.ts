import { EngineError } from '../errors.ts';
import { type Collection, type Index, namespaceOf, parseKeyPattern, recordsOf } from '../storage/catalog.ts';
import { indexExisting, type Stored } from '../storage/documents.ts';
import { scanRange, type View } from '../storage/view.ts';
import { documentValue, elements, readString, type, type Value } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { describe } from '../values/describe.ts';
import { ensureCollection, findCollection, type Run, readView } from './access.ts';
import type { Reply } from './command.ts';
import { exists, parseSpecification, type Specification } from './index-specification.ts';
import { listed } from './listing.ts';

const maximumIndexes = 64;

function* storedDocuments(view: View, collection: Collection): Generator<Stored> {
  for (const { key, value } of scanRange(view, collection.space, {})) yield { key, document: documentValue(value) };
}

/** The indexes of those wanted which the collection lacks, not built yet. */
function missingIndexes(run: Run, collection: Collection, wanted: readonly Specification[]): Index[] {
  const missing = wanted.filter((specification) => !exists(collection, specification));
  if (collection.indexes.length + missing.length > maximumIndexes)
    throw new EngineError(67, `add index fails, too many indexes for ${namespaceOf(collection)}`);
  return missing.map((specification) => ({
    ...specification,
    space: run.engine.catalog.newSpace(),
    arrays: specification.fields.map(() => new Set<string>()),
    shortened: false,
    ready: false,
    clustered: false,
  }));
}

export async function createIndexes(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const specifications = command.list('indexes') ?? [];
  if (specifications.length === 0) throw new EngineError(2, 'Must specify at least one index to create');
  const wanted = specifications.map(parseSpecification);
  if (run.transaction) return createInTransaction(run, name, wanted);
  const existing = engine.catalog.find(command.database, name);
  if (existing) await engine.sessions.unused(existing);
  const built: Index[] = [];
  const outcome = await engine.store.write((view) => {
    const created = !engine.catalog.find(command.database, name);
    const collection = ensureCollection(run, command.database, name);
    const before = collection.indexes.length;
    const spaces = missingIndexes(run, collection, wanted);
    try {
      for (const index of spaces) indexExisting(view, collection, index, storedDocuments(view, collection));
    } catch (error) {
      // An error leaves no entry behind.
      for (const { space } of spaces) engine.store.clear(space);
      throw error;
    }
    collection.indexes.push(...spaces);
    built.push(...spaces);
    if (spaces.length > 0) engine.catalog.noteChange(collection);
    engine.catalog.save(collection);
    return { before, after: collection.indexes.length, created };
  });
  for (const index of built) index.ready = true;
  return createdReply(outcome);
}

function createdReply({ before, after, created }: { before: number; after: number; created: boolean }): Reply {
  return {
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: created,
    ...(before === after ? { note: 'all indexes already exist' } : {}),
  };
}

/** A transaction may index collections it has created itself, as long as they are empty. */
function createInTransaction(run: Run, name: string, wanted: readonly Specification[]): Reply {
  const { database } = run.command;
  const created = findCollection(run, database, name) === undefined;
  const collection = ensureCollection(run, database, name);
  const before = collection.indexes.length;
  const missing = missingIndexes(run, collection, wanted);
  if (missing.length > 0 && !collection.pending)
    throw new EngineError(
      263,
      `Cannot create new indexes on existing collection ${namespaceOf(collection)} in a multi-document transaction.`,
    );
  if (missing.length > 0 && recordsOf(readView(run), collection, 1))
    throw new EngineError(
      263,
      `Cannot create new indexes on non-empty collection ${namespaceOf(collection)} in a multi-document transaction.`,
    );
  collection.indexes.push(...missing.map((index) => ({ ...index, ready: true })));
  return createdReply({ before, after: collection.indexes.length, created });
}

function required(run: Run): Collection {
  const { command } = run;
  const name = command.collection();
  const collection = findCollection(run, command.database, name);
  if (!collection) throw new EngineError(26, `ns does not exist: ${command.database}.${name}`);
  return collection;
}

function specificationOf(index: Index): Value {
  return documentValue(
    encodeDocument({
      v: 2,
      key: index.pattern,
      name: index.name,
      unique: index.unique && index.name !== '_id_' ? true : index.clustered ? true : undefined,
      sparse: index.sparse ? true : undefined,
      partialFilterExpression: index.partial?.raw,
      expireAfterSeconds: index.expireAfterSeconds,
      clustered: index.clustered ? true : undefined,
    }),
  );
}

export async function listIndexes(run: Run): Promise<Reply> {
  const collection = required(run);
  return listed(run, namespaceOf(collection), collection.indexes.filter((index) => index.ready).map(specificationOf));
}

function chosen(collection: Collection, wanted: Value): Index[] {
  const [primary, ...others] = collection.indexes;
  if (wanted.type === type.array) return elements(wanted).flatMap(({ value }) => chosen(collection, value));
  if (wanted.type === type.string && readString(wanted) === '*') return others;
  const fields = wanted.type === type.object ? parseKeyPattern(wanted) : [];
  const found = collection.indexes.filter((index) =>
    wanted.type === type.string
      ? index.name === readString(wanted)
      : index.fields.length === fields.length &&
        index.fields.every(
          (field, at) => field.path.text === fields[at]?.path.text && field.descending === fields[at].descending,
        ),
  );
  if (found.length === 0) {
    throw new EngineError(
      27,
      wanted.type === type.string
        ? `index not found with name [${readString(wanted)}]`
        : `can't find index with key: ${describe(wanted)}`,
    );
  }
  if (primary && found.includes(primary)) throw new EngineError(72, 'cannot drop _id index');
  if (found.length > 1)
    throw new EngineError(
      181,
      `${found.length} indexes found for key: ${describe(wanted)}. Must identify by name instead.`,
    );
  return found;
}

export async function dropIndexes(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const wanted = command.get('index');
  if (!wanted) throw new EngineError(40414, "BSON field 'dropIndexes.index' is missing but a required field");
  const collection = required(run);
  await engine.sessions.unused(collection);
  return engine.store.write(
    () => {
      const nIndexesWas = collection.indexes.length;
      const gone = chosen(collection, wanted);
      for (const index of gone) engine.store.clear(index.space);
      collection.indexes = collection.indexes.filter((index) => !gone.includes(index));
      engine.catalog.noteChange(collection);
      engine.catalog.save(collection);
      return { nIndexesWas };
    },
    { grows: false },
  );
}
