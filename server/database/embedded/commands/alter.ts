import { EngineError, unsupported } from '../errors.ts';
import { type Collection, type Index, namespaceOf } from '../storage/catalog.ts';
import { parseKeyPattern } from '../storage/index-keys.ts';
import { readString, type, type Value } from '../values/bson.ts';
import { describeKey } from '../values/describe.ts';
import type { Run } from './access.ts';
import { checkFields, type Reply } from './command.ts';
import { readExpiry } from './index-specification.ts';

function splitNamespace(namespace: string): { database: string; name: string } {
  const dot = namespace.indexOf('.');
  if (dot < 1) throw new EngineError(73, `Invalid namespace specified '${namespace}'`);
  return { database: namespace.slice(0, dot), name: namespace.slice(dot + 1) };
}

/** `renameCollection`, within one database. */
export async function renameCollection(run: Run): Promise<Reply> {
  const { command, engine } = run;
  if (command.database !== 'admin') {
    throw new EngineError(13, 'renameCollection may only be run against the admin database.');
  }
  const to = command.text('to');
  if (to === undefined)
    throw new EngineError(40414, "BSON field 'renameCollection.to' is missing but a required field");
  const source = splitNamespace(command.collection());
  const target = splitNamespace(to);
  if (source.database !== target.database) throw unsupported('renaming a collection into another database');
  const collection = engine.catalog.find(source.database, source.name);
  if (!collection) throw new EngineError(26, `Source collection ${source.database}.${source.name} does not exist`);
  if (source.name === target.name) throw new EngineError(20, "Can't rename a collection to itself");
  const replaced = engine.catalog.find(target.database, target.name);
  if (replaced && !command.flag('dropTarget')) throw new EngineError(48, 'target namespace exists');
  await engine.sessions.unused(collection);
  if (replaced) await engine.sessions.unused(replaced);
  await engine.store.write(() => {
    if (collection.dropped) throw new EngineError(26, `Source collection ${namespaceOf(collection)} does not exist`);
    const taken = engine.catalog.find(target.database, target.name);
    if (taken && taken !== replaced) throw new EngineError(48, 'target namespace exists');
    if (taken) engine.catalog.drop(taken);
    engine.catalog.rename(collection, target.name);
  });
  return {};
}

function indexToChange(collection: Collection, fields: Map<string, Value>): Index {
  const [name, pattern] = [fields.get('name'), fields.get('keyPattern')];
  if ((name === undefined) === (pattern === undefined))
    throw new EngineError(72, 'Must specify exactly one of index name or key pattern.');
  const keys = pattern?.type === type.object ? parseKeyPattern(pattern) : [];
  const found = collection.indexes.filter((index) =>
    name
      ? name.type === type.string && index.name === readString(name)
      : index.fields.length === keys.length &&
        index.fields.every(
          ({ path, descending }, at) => path.text === keys[at]?.path.text && descending === keys[at].descending,
        ),
  );
  const [index] = found;
  if (!index) {
    const wanted = pattern?.type === type.object ? describeKey(pattern) : name && describeName(name);
    throw new EngineError(27, `cannot find index ${wanted} for ns ${namespaceOf(collection)}`);
  }
  if (found.length > 1)
    throw new EngineError(
      181,
      `index keyPattern ${describeKey(index.pattern)} matches ${found.length} indexes, must use index name.`,
    );
  return index;
}

function describeName(name: Value): string {
  return name.type === type.string ? readString(name) : '';
}

/** A single-field index's new time to live, which it may not have had before. */
function changeExpiry(collection: Collection, specification: Value): () => Reply {
  const fields = checkFields(
    'collMod.index',
    specification,
    ['name', 'keyPattern', 'expireAfterSeconds'],
    ['hidden', 'unique', 'prepareUnique', 'forceNonUnique', 'dryRun'],
  );
  const index = indexToChange(collection, fields);
  const expiry = fields.get('expireAfterSeconds');
  if (!expiry) throw new EngineError(72, 'no expireAfterSeconds, hidden, unique, or prepareUnique field');
  const seconds = readExpiry(expiry, 72);
  if (index.name === '_id_' || index.clustered) throw new EngineError(72, 'the _id field does not support TTL indexes');
  if (index.fields.length > 1)
    throw new EngineError(72, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  return () => {
    const before = index.expireAfterSeconds;
    index.expireAfterSeconds = seconds;
    return {
      ...(before === undefined ? {} : { expireAfterSeconds_old: BigInt(Math.trunc(before)) }),
      expireAfterSeconds_new: BigInt(Math.trunc(seconds)),
    };
  };
}

/** A clustered collection's new time to live: seconds, or `off`. */
function changeClusteredExpiry(collection: Collection, expiry: Value): () => Reply {
  if (collection.clusteredName === undefined)
    throw new EngineError(
      72,
      "'expireAfterSeconds' is only supported on time-series collections or clustered collections",
    );
  const off = expiry.type === type.string && readString(expiry) === 'off';
  const seconds = off ? undefined : readExpiry(expiry, 72);
  return () => {
    delete collection.clusteredExpiry;
    if (seconds !== undefined) collection.clusteredExpiry = seconds;
    return {};
  };
}

/** `collMod`: times to live; what else MongoDB lets it change is refused by name. */
export async function collMod(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const collection = engine.catalog.find(command.database, name);
  if (!collection) throw new EngineError(26, `ns does not exist: ${command.database}.${name}`);
  const specification = command.document('index');
  const expiry = command.get('expireAfterSeconds');
  const changes = [
    ...(specification ? [changeExpiry(collection, specification)] : []),
    ...(expiry ? [changeClusteredExpiry(collection, expiry)] : []),
  ];
  await engine.sessions.unused(collection);
  return engine.store.write(() => {
    const reply: Reply = {};
    for (const change of changes) Object.assign(reply, change());
    if (!collection.dropped) engine.catalog.save(collection);
    return reply;
  });
}
