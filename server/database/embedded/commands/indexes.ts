import { EngineError } from '../errors.ts';
import { type Collection, type Index, namespaceOf } from '../storage/catalog.ts';
import { parseKeyPattern } from '../storage/index-keys.ts';
import { documentValue, elements, readString, type, type Value } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { describe } from '../values/describe.ts';
import { findCollection, type Run } from './access.ts';
import type { Reply } from './command.ts';
import { listed } from './listing.ts';

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
  // Those under construction are dropped when they are there.
  await collection.build?.ended;
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
