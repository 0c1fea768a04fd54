import { EngineError, unsupported } from '../errors.ts';
import { type Filter, isTruthy, parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { type Collection, type Index, namespaceOf, parseKeyPattern } from '../storage/catalog.ts';
import { indexExisting, type Stored } from '../storage/documents.ts';
import { scanRange, type View } from '../storage/view.ts';
import { documentValue, elements, readString, sameBytes, type, type Value } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { describe, describeKey } from '../values/describe.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { ensureCollection, findCollection, type Run } from './access.ts';
import { checkFields, type Reply } from './command.ts';
import { listed } from './listing.ts';

const maximumIndexes = 64;
/** MongoDB's largest `expireAfterSeconds`. */
const maximumExpiry = 2 ** 31 - 1;

function parsePattern(pattern: Value | undefined): Value {
  if (pattern?.type !== type.object)
    throw new EngineError(9, "The 'key' field is a required property of an index specification");
  const fields = elements(pattern);
  if (fields.length === 0) throw new EngineError(67, 'Index keys cannot be an empty object');
  if (fields.length > 32) throw new EngineError(67, 'Index key contains too many fields, maximum is 32');
  for (const { name, value } of fields) {
    if (value.type === type.string) throw unsupported(`indexes of the kind ${readString(value)}`, 67);
    if (!isNumber(value) || readDouble(value) === 0 || Number.isNaN(readDouble(value))) {
      throw new EngineError(
        67,
        `Values in v:2 index key pattern cannot be of type ${describe(value)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    }
    const parts = name.split('.');
    if (parts.includes('')) throw new EngineError(67, 'Index keys cannot contain an empty field');
    if (parts.includes('$**')) throw unsupported('wildcard indexes', 67);
    if (parts.some((part) => part.startsWith('$')))
      throw new EngineError(67, `Index key contains an illegal field name: field name starts with '$'.`);
    if (parts.some((part) => /^\d+$/.test(part))) throw unsupported('indexes over array positions', 67);
  }
  return pattern;
}

const partialTests = new Set(['compare', 'exists', 'type', 'in']);

function checkPartial(filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') {
    filter.filters.forEach(checkPartial);
    return;
  }
  if (filter.kind !== 'path' || !partialTests.has(filter.test.kind)) {
    throw new EngineError(67, 'Expression not supported in partial index');
  }
}

function defaultName(pattern: Value): string {
  return elements(pattern)
    .map(({ name, value }) => `${name}_${readDouble(value)}`)
    .join('_');
}

/** Reads `expireAfterSeconds`, in seconds; throws the code given where it is no number of them. */
export function readExpiry(value: Value, code: number): number {
  const seconds = isNumber(value) ? readDouble(value) : Number.NaN;
  if (!(seconds >= 0 && seconds <= maximumExpiry)) {
    throw new EngineError(code, "TTL index 'expireAfterSeconds' option must be within an acceptable range");
  }
  return seconds;
}

type Specification = Omit<Index, 'space' | 'ready' | 'clustered' | 'arrays' | 'shortened'>;

function parseSpecification(specification: Value): Specification {
  if (specification.type !== type.object) throw new EngineError(14, 'index specifications must be objects');
  const fields = checkFields(
    'an index specification',
    specification,
    ['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'v', 'background', 'ns'],
    [
      'collation',
      'hidden',
      'prepareUnique',
      'storageEngine',
      'wildcardProjection',
      'weights',
      'default_language',
      'language_override',
      'textIndexVersion',
      '2dsphereIndexVersion',
      'bits',
      'min',
      'max',
      'clustered',
    ],
    197,
  );
  const pattern = parsePattern(fields.get('key'));
  const version = fields.get('v');
  if (version && readDouble(version) !== 2) throw unsupported(`indexes of version ${readDouble(version)}`, 67);
  const name = fields.get('name');
  if (name && name.type !== type.string) throw new EngineError(14, "The field 'name' must be a string");
  const flag = (option: string): boolean => {
    const value = fields.get(option);
    return value !== undefined && isTruthy(value);
  };
  const partial = fields.get('partialFilterExpression');
  if (partial && partial.type !== type.object)
    throw new EngineError(14, "The field 'partialFilterExpression' must be an object");
  if (partial && flag('sparse')) throw new EngineError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const filter = partial && parseFilter(partial);
  if (filter) checkPartial(filter);
  const expiry = fields.get('expireAfterSeconds');
  const expireAfterSeconds = expiry && readExpiry(expiry, 67);
  const keyFields = parseKeyPattern(pattern);
  if (expireAfterSeconds !== undefined && keyFields.length > 1) {
    throw new EngineError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  }
  return {
    name: name ? readString(name) : defaultName(pattern),
    pattern,
    fields: keyFields,
    unique: flag('unique'),
    sparse: flag('sparse'),
    ...(partial && filter ? { partial: { raw: partial, filter, matches: compileFilter(filter) } } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
  };
}

function samePattern(left: Specification, right: Specification): boolean {
  return (
    left.fields.length === right.fields.length &&
    left.fields.every(({ path, descending }, at) => {
      const other = right.fields[at];
      return other?.path.text === path.text && other.descending === descending;
    })
  );
}

function sameOptions(left: Specification, right: Specification): boolean {
  const samePartial =
    left.partial && right.partial ? sameBytes(left.partial.raw, right.partial.raw) : left.partial === right.partial;
  return (
    samePartial &&
    left.unique === right.unique &&
    left.sparse === right.sparse &&
    left.expireAfterSeconds === right.expireAfterSeconds
  );
}

/** Whether the collection has the index already; throws 85 or 86 where one of the same name or keys differs. */
function exists(collection: Collection, wanted: Specification): boolean {
  if (wanted.fields.length === 1 && wanted.fields[0]?.path.text === '_id' && !wanted.fields[0].descending) return true;
  for (const index of collection.indexes) {
    const pattern = samePattern(index, wanted);
    const options = sameOptions(index, wanted);
    if (index.name === wanted.name) {
      if (pattern && options) return true;
      const code = pattern ? 85 : 86;
      throw new EngineError(
        code,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${describeSpecification(wanted)}, existing index: ${describeSpecification(index)}`,
      );
    }
    const partialAlike =
      index.partial === wanted.partial ||
      (index.partial && wanted.partial && sameBytes(index.partial.raw, wanted.partial.raw));
    if (!pattern || !partialAlike) continue;
    if (options) throw new EngineError(85, `Index already exists with a different name: ${index.name}`);
    throw new EngineError(
      85,
      `An equivalent index already exists with a different name and options. Requested index: ${describeSpecification(wanted)}, existing index: ${describeSpecification(index)}`,
    );
  }
  return false;
}

function describeSpecification({ name, pattern, unique, sparse }: Specification): string {
  return `{ v: 2,${unique ? ' unique: true,' : ''} key: ${describeKey(pattern)}, name: "${name}"${sparse ? ', sparse: true' : ''} }`;
}

function* storedDocuments(view: View, collection: Collection): Generator<Stored> {
  for (const { key, value } of scanRange(view, collection.space, {})) yield { key, document: documentValue(value) };
}

export async function createIndexes(run: Run): Promise<Reply> {
  const { command, engine } = run;
  if (run.transaction) throw unsupported('createIndexes in transactions', 263);
  const name = command.collection();
  const specifications = command.list('indexes') ?? [];
  if (specifications.length === 0) throw new EngineError(2, 'Must specify at least one index to create');
  const wanted = specifications.map(parseSpecification);
  const existing = engine.catalog.find(command.database, name);
  if (existing) await engine.sessions.unused(existing);
  const built: Index[] = [];
  const outcome = await engine.store.write((view) => {
    const created = !engine.catalog.find(command.database, name);
    const collection = ensureCollection(run, command.database, name);
    const before = collection.indexes.length;
    const missing = wanted.filter((specification) => !exists(collection, specification));
    if (before + missing.length > maximumIndexes)
      throw new EngineError(67, `add index fails, too many indexes for ${namespaceOf(collection)}`);
    const spaces = missing.map(
      (specification): Index => ({
        ...specification,
        space: engine.catalog.newSpace(),
        arrays: specification.fields.map(() => new Set<string>()),
        shortened: false,
        ready: false,
        clustered: false,
      }),
    );
    // The first error leaves no entry behind: each index checks all documents before it writes one.
    for (const [at, index] of spaces.entries()) {
      try {
        indexExisting(view, collection, index, storedDocuments(view, collection));
      } catch (error) {
        for (const done of spaces.slice(0, at)) engine.store.clear(done.space);
        throw error;
      }
    }
    collection.indexes.push(...spaces);
    built.push(...spaces);
    if (spaces.length > 0) engine.catalog.noteChange(collection);
    engine.catalog.save(collection);
    return { before, after: collection.indexes.length, created };
  });
  for (const index of built) index.ready = true;
  const note = outcome.before === outcome.after ? { note: 'all indexes already exist' } : {};
  return {
    numIndexesBefore: outcome.before,
    numIndexesAfter: outcome.after,
    createdCollectionAutomatically: outcome.created,
    ...note,
  };
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
