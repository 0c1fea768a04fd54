import mongoose from 'mongoose';
import { type Client, type Entities, optionsOf, type Session } from './entities.ts';
import type { Document } from './format.ts';
import { explicitNull } from './match.ts';

type Collection = ReturnType<ReturnType<Client['db']>['collection']>;
type Database = ReturnType<Client['db']>;
/** A driver's options; their shape is the driver's affair. */
type Options = never;

interface Call {
  entities: Entities;
  target: unknown;
  given: Document;
  /** The arguments that are left when the operation has taken its own. */
  options(...taken: string[]): Options;
}

type Operation = (call: Call) => Promise<unknown>;

export function callOf(entities: Entities, target: unknown, given: Document): Call {
  return {
    entities,
    target,
    given,
    options(...taken) {
      const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !taken.includes(name)));
      const { session, returnDocument, ...others } = rest;
      return {
        ...optionsOf(others),
        ...(session === undefined ? {} : { session: entities.get<Session>(session as string) }),
        ...(returnDocument === undefined ? {} : { returnDocument: String(returnDocument).toLowerCase() }),
      } as Options;
    },
  };
}

const collection =
  (run: (collection: Collection, call: Call) => unknown): Operation =>
  async (call) =>
    run(call.target as Collection, call);
const database =
  (run: (database: Database, call: Call) => unknown): Operation =>
  async (call) =>
    run(call.target as Database, call);
const client =
  (run: (client: Client, call: Call) => unknown): Operation =>
  async (call) =>
    run(call.target as Client, call);

/** A document to insert: the driver would put an id of its own in the place of an `_id` that is null. */
function toInsert(document: unknown): Document {
  const fields = document as Document;
  return fields._id === null ? { ...fields, _id: explicitNull } : fields;
}

/** The same in a model of a bulk write. */
function modelOf(model: Record<string, Document>): Record<string, Document> {
  const { insertOne } = model;
  return insertOne ? { insertOne: { ...insertOne, document: toInsert(insertOne.document) } } : model;
}

/** The models of a client-level bulk write: `{ insertOne: {namespace, document} }` → `{ name: 'insertOne', … }`. */
function clientModels(models: Record<string, Document>[]): never {
  return models.map((model) => {
    const [name, fields] = Object.entries(modelOf(model))[0] ?? [];
    return { name, ...fields };
  }) as never;
}

/** The driver's own addition to the specification's results. */
function withoutDidUpsert(result: object): object {
  const { updateResults: updates } = result as { updateResults?: Map<number, Document> };
  if (!updates) return result;
  return {
    ...result,
    updateResults: new Map([...updates].map(([index, { didUpsert: _, ...fields }]) => [index, fields])),
  };
}

function matched(given: Document): never {
  return given.filter as never;
}

/** A change stream on what it watches, after its first command. */
async function watched(on: Pick<Collection, 'watch'>, call: Call): Promise<unknown> {
  const stream = on.watch(call.given.pipeline as Document[], call.options('pipeline'));
  await stream.tryNext();
  return stream;
}

/** Operations by their name in the format, each on the entity it is called on. */
const onCollection: Record<string, Operation | undefined> = {
  find: collection((on, call) => on.find(matched(call.given), call.options('filter')).toArray()),
  findOne: collection((on, call) => on.findOne(matched(call.given), call.options('filter'))),
  createFindCursor: collection(async (on, call) => {
    const cursor = on.find(matched(call.given), call.options('filter'));
    // The format has a cursor made by its first command.
    await cursor.hasNext();
    return cursor;
  }),
  aggregate: collection((on, call) =>
    on.aggregate(call.given.pipeline as Document[], call.options('pipeline')).toArray(),
  ),
  insertOne: collection((on, call) => on.insertOne(toInsert(call.given.document), call.options('document'))),
  insertMany: collection((on, call) =>
    on.insertMany((call.given.documents as Document[]).map(toInsert), call.options('documents')),
  ),
  updateOne: collection((on, call) =>
    on.updateOne(matched(call.given), call.given.update as Document, call.options('filter', 'update')),
  ),
  updateMany: collection((on, call) =>
    on.updateMany(matched(call.given), call.given.update as Document, call.options('filter', 'update')),
  ),
  replaceOne: collection((on, call) =>
    on.replaceOne(matched(call.given), call.given.replacement as Document, call.options('filter', 'replacement')),
  ),
  deleteOne: collection((on, call) => on.deleteOne(matched(call.given), call.options('filter'))),
  deleteMany: collection((on, call) => on.deleteMany(matched(call.given), call.options('filter'))),
  findOneAndUpdate: collection((on, call) =>
    on.findOneAndUpdate(matched(call.given), call.given.update as Document, call.options('filter', 'update')),
  ),
  findOneAndReplace: collection((on, call) =>
    on.findOneAndReplace(
      matched(call.given),
      call.given.replacement as Document,
      call.options('filter', 'replacement'),
    ),
  ),
  findOneAndDelete: collection((on, call) => on.findOneAndDelete(matched(call.given), call.options('filter'))),
  bulkWrite: collection((on, call) =>
    on.bulkWrite((call.given.requests as Record<string, Document>[]).map(modelOf) as never, call.options('requests')),
  ),
  distinct: collection((on, call) =>
    on.distinct(call.given.fieldName as string, matched(call.given), call.options('fieldName', 'filter')),
  ),
  countDocuments: collection((on, call) => on.countDocuments(matched(call.given), call.options('filter'))),
  estimatedDocumentCount: collection((on, call) => on.estimatedDocumentCount(call.options())),
  count: collection((on, call) => on.count(matched(call.given), call.options('filter'))),
  createIndex: collection((on, call) => on.createIndex(call.given.keys as never, call.options('keys'))),
  dropIndex: collection((on, call) => on.dropIndex(call.given.name as string, call.options('name'))),
  dropIndexes: collection((on, call) => on.dropIndexes(call.options())),
  listIndexes: collection((on, call) => on.listIndexes(call.options()).toArray()),
  listIndexNames: collection(async (on, call) =>
    (await on.listIndexes(call.options()).toArray()).map(({ name }) => name),
  ),
  rename: collection((on, call) => on.rename(call.given.to as string, call.options('to'))),
  drop: collection((on, call) => on.drop(call.options())),
  createSearchIndex: collection((on, call) => on.createSearchIndex(call.given.model as never)),
  createSearchIndexes: collection((on, call) => on.createSearchIndexes(call.given.models as never)),
  dropSearchIndex: collection((on, call) => on.dropSearchIndex(call.given.name as string)),
  updateSearchIndex: collection((on, call) =>
    on.updateSearchIndex(call.given.name as string, call.given.definition as Document),
  ),
  listSearchIndexes: collection((on, call) => {
    const options = { ...(call.given.aggregationOptions as Document) };
    return (
      call.given.name === undefined
        ? on.listSearchIndexes(options)
        : on.listSearchIndexes(call.given.name as string, options)
    ).toArray();
  }),
  createChangeStream: collection(watched),
};

const onDatabase: Record<string, Operation | undefined> = {
  createChangeStream: database((on, call) => watched(on as never, call)),
  runCommand: database((on, call) =>
    on.command(call.given.command as Document, call.options('command', 'commandName')),
  ),
  runCursorCommand: database(async (on, call) => commandCursor(on, call).toArray()),
  createCommandCursor: database(async (on, call) => {
    const cursor = commandCursor(on, call);
    await cursor.hasNext();
    return cursor;
  }),
  aggregate: database((on, call) =>
    on.aggregate(call.given.pipeline as Document[], call.options('pipeline')).toArray(),
  ),
  listCollections: database((on, call) => on.listCollections(matched(call.given), call.options('filter')).toArray()),
  listCollectionNames: database(async (on, call) =>
    (
      await on.listCollections(matched(call.given), { nameOnly: true, ...(call.options('filter') as object) }).toArray()
    ).map(({ name }) => name),
  ),
  createCollection: database((on, call) =>
    on.createCollection(call.given.collection as string, call.options('collection')),
  ),
  dropCollection: database((on, call) =>
    on.dropCollection(call.given.collection as string, call.options('collection')),
  ),
  modifyCollection: database((on, call) => {
    const { collection: name, ...rest } = call.given;
    return on.command({ collMod: name, ...rest });
  }),
};

function commandCursor(on: Database, { given, options }: Call) {
  const { batchSize, maxTimeMS, comment, cursorType, timeoutMode } = given;
  const cursor = on.runCursorCommand(
    given.command as Document,
    {
      ...(options(
        'command',
        'commandName',
        'batchSize',
        'maxTimeMS',
        'comment',
        'cursorType',
        'timeoutMode',
      ) as object),
      cursorType,
      timeoutMode,
    } as never,
  );
  if (typeof batchSize === 'number') cursor.setBatchSize(batchSize);
  if (typeof maxTimeMS === 'number') cursor.setMaxTimeMS(maxTimeMS);
  if (comment !== undefined) cursor.setComment(comment as never);
  return cursor;
}

const onClient: Record<string, Operation | undefined> = {
  listDatabases: client(async (on, call) => (await on.db().admin().listDatabases(call.options('filter'))).databases),
  listDatabaseNames: client(async (on, call) =>
    (await on.db().admin().listDatabases(call.options('filter'))).databases.map(({ name }) => name),
  ),
  clientBulkWrite: client((on, call) =>
    on
      .bulkWrite(clientModels(call.given.models as Record<string, Document>[]), call.options('models'))
      .then(withoutDidUpsert),
  ),
  createChangeStream: client((on, call) => watched(on as never, call)),
  appendMetadata: client((on, call) => on.appendMetadata(call.given.driverInfoOptions as never)),
  close: client((on) => on.close()),
};

interface Iterated {
  next(): Promise<unknown>;
  tryNext(): Promise<unknown>;
  close(): Promise<void>;
}

const onCursor: Record<string, Operation | undefined> = {
  iterateOnce: async ({ target }) => (target as Iterated).tryNext(),
  iterateUntilDocumentOrError: async ({ target }) => (target as Iterated).next(),
  close: async ({ target }) => (target as Iterated).close(),
};

const onBucket: Record<string, Operation | undefined> = {
  delete: async ({ target, given }) => bucketOf(target).delete(given.id as never),
  rename: async ({ target, given }) => bucketOf(target).rename(given.id as never, given.newFilename as string),
  drop: async ({ target }) => bucketOf(target).drop(),
  download: async ({ target, given }) => hexOf(bucketOf(target).openDownloadStream(given.id as never)),
  downloadByName: async ({ target, given }) =>
    hexOf(bucketOf(target).openDownloadStreamByName(given.filename as string, { revision: given.revision as number })),
  upload: async ({ target, given, options }) => {
    const stream = bucketOf(target).openUploadStream(given.filename as string, options('filename', 'source'));
    stream.end(Buffer.from((given.source as { $$hexBytes: string }).$$hexBytes, 'hex'));
    await new Promise((resolve, reject) => stream.once('finish', resolve).once('error', reject));
    return stream.id;
  },
};

function bucketOf(target: unknown) {
  return target as InstanceType<typeof mongoose.mongo.GridFSBucket>;
}

async function hexOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The operation of that name on what it is called on. @throws Error for one the runner does not know */
export function operationOf(name: string, target: unknown): Operation {
  const { MongoClient, Db, Collection: CollectionClass, GridFSBucket } = mongoose.mongo;
  const table =
    target instanceof MongoClient
      ? onClient
      : target instanceof Db
        ? onDatabase
        : target instanceof CollectionClass
          ? onCollection
          : target instanceof GridFSBucket
            ? onBucket
            : onCursor;
  const operation = table[name];
  if (!operation) throw new Error(`the runner does not know the operation ${name}`);
  return operation;
}
