import { EngineError } from '../errors.ts';
import { isTruthy, parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { type Collection, namespaceOf } from '../storage/catalog.ts';
import { documentValue, elements, field, readString, type, Value } from '../values/bson.ts';
import { encodeDocument, type Plain } from '../values/build.ts';
import { readDouble } from '../values/numbers.ts';
import { findCollection, type Run } from './access.ts';
import { checkFields, type Reply } from './command.ts';
import { listed } from './listing.ts';

const idPattern = documentValue(encodeDocument({ _id: 1 }));

export function uuidValue(uuid: string): Value {
  const bytes = Buffer.alloc(21);
  bytes.writeInt32LE(16);
  bytes[4] = 4;
  bytes.write(uuid.replaceAll('-', ''), 5, 'hex');
  return new Value(type.binary, bytes, 0, 21);
}

type Clustered = { name: string; expireAfterSeconds?: number };

function parseClustered(run: Run): Clustered | undefined {
  const specification = run.command.document('clusteredIndex');
  if (!specification) return undefined;
  const fields = checkFields('create.clusteredIndex', specification, ['key', 'unique', 'name', 'v'], []);
  const key = fields.get('key');
  const unique = fields.get('unique');
  const [only, second] = key?.type === type.object ? elements(key) : [];
  if (!only || second || only.name !== '_id' || readDouble(only.value) !== 1) {
    throw new EngineError(197, 'The clusteredIndex option is only supported for key {_id: 1}');
  }
  if (!unique || !isTruthy(unique))
    throw new EngineError(5979700, 'The clusteredIndex option requires unique: true to be specified');
  const name = fields.get('name');
  return { name: name?.type === type.string ? readString(name) : '_id_' };
}

/** The options a collection was created with, as `listCollections` shows them. */
function optionsOf(collection: Collection): Plain {
  if (collection.clusteredName === undefined) return {};
  return {
    clusteredIndex: { v: 2, key: idPattern, name: collection.clusteredName, unique: true },
    expireAfterSeconds: collection.clusteredExpiry,
  };
}

export async function create(run: Run): Promise<Reply> {
  const { command, engine, transaction } = run;
  const name = command.collection();
  const clustered = parseClustered(run);
  const expiry = command.integer('expireAfterSeconds');
  if (expiry !== undefined) {
    if (!clustered)
      throw new EngineError(
        72,
        "'expireAfterSeconds' is only supported on time-series collections or when the 'clusteredIndex' option is specified",
      );
    clustered.expireAfterSeconds = expiry;
  }
  const existing = findCollection(run, command.database, name);
  if (existing) {
    const same = encodeDocument({ o: optionsOf(existing) }).equals(
      encodeDocument({
        o: optionsOf({ ...existing, ...(clustered ? { clusteredName: clustered.name } : { clusteredName: '' }) }),
      }),
    );
    if (same || (!clustered && existing.clusteredName === undefined)) return {};
    throw new EngineError(
      48,
      `namespace ${namespaceOf(existing)} already exists, but with different options: ${existing.clusteredName ? '{ clusteredIndex }' : '{}'}`,
    );
  }
  const collection = engine.catalog.draft(command.database, name, clustered);
  if (transaction) transaction.addDraft(namespaceOf(collection), collection);
  else await engine.store.write(() => engine.catalog.add(collection));
  return {};
}

export async function drop(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const collection = engine.catalog.find(command.database, name);
  // Since 7.0 MongoDB answers `ok` for a collection that does not exist.
  if (!collection) return {};
  await engine.sessions.unused(collection);
  const nIndexesWas = collection.indexes.length;
  await engine.store.write(
    () => {
      if (!collection.dropped) engine.catalog.drop(collection);
    },
    { grows: false },
  );
  return { nIndexesWas, ns: namespaceOf(collection) };
}

export async function dropDatabase(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const collections = engine.catalog.list(command.database);
  for (const collection of collections) await engine.sessions.unused(collection);
  await engine.store.write(
    () => {
      for (const collection of engine.catalog.list(command.database)) engine.catalog.drop(collection);
    },
    { grows: false },
  );
  return collections.length > 0 ? { dropped: command.database } : {};
}

export async function listCollections(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const filter = command.document('filter');
  const matches = filter ? compileFilter(parseFilter(filter)) : () => true;
  const nameOnly = command.flag('nameOnly');
  const documents = engine.catalog
    .list(command.database)
    .map((collection) =>
      documentValue(
        encodeDocument({
          name: collection.name,
          type: 'collection',
          options: optionsOf(collection),
          info: { readOnly: false, uuid: uuidValue(collection.uuid) },
          idIndex: collection.clusteredName === undefined ? { v: 2, key: idPattern, name: '_id_' } : undefined,
        }),
      ),
    )
    .filter(matches)
    .map((document) =>
      nameOnly ? documentValue(encodeDocument({ name: field(document, 'name'), type: 'collection' })) : document,
    );
  return listed(run, `${command.database}.$cmd.listCollections`, documents);
}
