import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose, { type mongo } from 'mongoose';
import { reachDatabase } from '../connection.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../testing-support/temporary-database.ts';
import { backup, DamagedBackup, restore } from './index.ts';

const { MongoClient, BSON } = mongoose.mongo;
const { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } =
  BSON;
type Client = InstanceType<typeof mongo.MongoClient>;

class Opened {
  readonly uri: string;
  readonly client: Client;
  private readonly place: TemporaryDatabase;
  private readonly reached: { close(): Promise<void> };

  private constructor(uri: string, client: Client, place: TemporaryDatabase, reached: { close(): Promise<void> }) {
    this.uri = uri;
    this.client = client;
    this.place = place;
    this.reached = reached;
  }

  static async open(): Promise<Opened> {
    const place = await temporaryDatabase();
    const reached = await reachDatabase({ uri: place.mongodbUri, dataDirectory: place.dataDirectory });
    return new Opened(reached.uri, await MongoClient.connect(reached.uri), place, reached);
  }

  get database() {
    return this.client.db();
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.reached.close();
    await this.place.remove();
  }
}

const everyType = new Map<string, unknown>([
  ['_id', new ObjectId('65a000000000000000000001')],
  ['int', new Int32(1)],
  ['double', new Double(1)],
  ['fraction', new Double(-0.1)],
  ['negative zero', new Double(-0)],
  ['infinite', new Double(Number.NEGATIVE_INFINITY)],
  ['long', Long.fromString('9007199254740993')],
  ['small long', Long.fromNumber(1)],
  ['decimal', Decimal128.fromString('1.10')],
  ['text', '秦岭 😀 \0 end'],
  ['nothing', null],
  ['yes', true],
  ['date', new Date(-1)],
  ['binary', new Binary(Buffer.from([0, 255]), 128)],
  ['uuid', new Binary(Buffer.alloc(16, 7), 4)],
  ['regex', new BSONRegExp('^a/b', 'im')],
  ['code', new Code('return 1')],
  ['scoped', new Code('return x', { x: new Double(2) })],
  ['symbol', new BSONSymbol('s')],
  ['timestamp', new Timestamp({ t: 4_000_000_000, i: 7 })],
  ['least', new MinKey()],
  ['most', new MaxKey()],
  ['array', [new Double(1), [], new Map([['x', new Int32(1)]])]],
  ['2', 'names that look like numbers, out of order'],
  [
    '1',
    new Map<string, unknown>([
      ['10', 1],
      ['b', 2],
      ['9', 3],
    ]),
  ],
  ['__proto__', 'a name that objects have already'],
  ['$ref', 'x'],
  ['empty', new Map()],
]);

describe('backup and restore', function () {
  this.timeout(60_000);
  let source: Opened;
  let target: Opened;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agritrace-backup-'));
    [source, target] = await Promise.all([Opened.open(), Opened.open()]);
  });
  afterEach(async () => {
    await Promise.all([source.close(), target.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const dump = () => join(folder, 'dump');
  const name = () => source.database.databaseName;

  async function bytesOf(opened: Opened, collection: string): Promise<string[]> {
    const found = await opened.database
      .collection(collection)
      .find({}, { raw: true, hint: { $natural: 1 } })
      .toArray();
    return found.map((raw) => Buffer.from(raw as unknown as Uint8Array).toString('hex'));
  }

  async function errorOf(promise: Promise<unknown>): Promise<Error> {
    const error = await promise.then(
      () => undefined,
      (reason: Error) => reason,
    );
    if (!error) throw new Error('should have been refused');
    return error;
  }

  async function fill(): Promise<void> {
    const lots = source.database.collection('lots');
    await lots.createIndexes([
      { key: { code: 1 }, unique: true },
      { key: { tags: 1, at: -1 }, sparse: true },
      { key: { at: 1 }, expireAfterSeconds: 1e9, name: 'old' },
      { key: { n: 1 }, partialFilterExpression: { n: { $gt: 5 } } },
    ]);
    await lots.insertMany(
      Array.from({ length: 2500 }, (_, n) => ({ code: `L${n}`, n, tags: [n % 3, n % 5], at: new Date() })),
    );
    await source.database.createCollection('readings', {
      clusteredIndex: { key: { _id: 1 }, unique: true, name: 'own' },
    });
    await source.database.collection<{ _id: string }>('readings').insertMany([{ _id: 'b' }, { _id: 'a' }]);
    await source.database.createCollection('empty');
    await source.database.collection('a/b c').insertOne({ x: 1 });
  }

  it('bring back every document byte for byte, and collections, options and indexes', async () => {
    await fill();
    await source.database.command({ insert: 'types', documents: [everyType] });
    const done = await backup(source.uri, dump());
    expect(done).to.include({ collections: 5, documents: 2504, database: name() });
    expect(await restore(target.uri, dump())).to.deep.equal({
      database: target.database.databaseName,
      collections: 5,
      documents: 2504,
    });
    const described = async (opened: Opened) =>
      (await opened.database.listCollections().toArray())
        .map(({ name, type, ...rest }) => ({ name, type, options: 'options' in rest ? rest.options : undefined }))
        .sort((left, right) => left.name.localeCompare(right.name));
    expect(await described(target)).to.deep.equal(await described(source));
    for (const { name } of await described(source)) {
      expect(await bytesOf(target, name), name).to.deep.equal(await bytesOf(source, name));
      expect(await target.database.collection(name).indexes()).to.have.deep.members(
        await source.database.collection(name).indexes(),
      );
      expect(await target.database.command({ validate: name }), name).to.include({ valid: true });
    }
    const [types] = await target.database.collection('types').find({}, { raw: true }).toArray();
    expect(Buffer.from(types as unknown as Uint8Array)).to.deep.equal(Buffer.from(BSON.serialize(everyType)));
  });

  it('write the layout that mongorestore reads', async () => {
    await fill();
    await backup(source.uri, dump());
    expect(await readdir(dump())).to.have.members([name(), 'manifest.json', 'prelude.json']);
    expect(await readdir(join(dump(), name()))).to.have.members(
      ['lots', 'readings', 'empty', 'a%2Fb+c'].flatMap((file) => [`${file}.bson`, `${file}.metadata.json`]),
    );
    const lots = JSON.parse(await readFile(join(dump(), name(), 'lots.metadata.json'), 'utf8'));
    expect(lots).to.include({ collectionName: 'lots', type: 'collection' });
    expect(lots.uuid).to.match(/^[0-9a-f]{32}$/);
    expect(lots.options).to.deep.equal({});
    expect(lots.indexes.slice(0, 2)).to.deep.equal([
      { v: { $numberInt: '2' }, key: { _id: { $numberInt: '1' } }, name: '_id_' },
      { v: { $numberInt: '2' }, key: { code: { $numberInt: '1' } }, name: 'code_1', unique: true },
    ]);
    const readings = JSON.parse(await readFile(join(dump(), name(), 'readings.metadata.json'), 'utf8'));
    expect(readings.options.clusteredIndex).to.deep.include({
      key: { _id: { $numberInt: '1' } },
      name: 'own',
      unique: true,
    });
    expect((await readFile(join(dump(), name(), 'readings.bson'))).toString('hex')).to.equal(
      (await bytesOf(source, 'readings')).join(''),
    );
    expect(JSON.parse(await readFile(join(dump(), 'prelude.json'), 'utf8'))).to.have.keys(
      'ServerVersion',
      'ToolVersion',
    );
    for (const path of ['.', name(), 'manifest.json', `${name()}/lots.bson`])
      expect((await stat(join(dump(), path))).mode & 0o077, path).to.equal(0);
  });

  it('take one instant of all collections while others write', async () => {
    const [left, right] = ['left', 'right'].map((side) =>
      source.database.collection<{ _id: number; sum: number }>(side),
    );
    if (!left || !right) throw new Error('no collections');
    const rows = Array.from({ length: 3000 }, (_, _id) => ({ _id, sum: 0 }));
    await left.insertMany(rows);
    await right.insertMany(rows);
    let writing = true;
    let moved = 0;
    const writer = (async () => {
      while (writing) {
        const _id = (moved * 7919) % 3000;
        await source.client.withSession((session) =>
          session.withTransaction(async () => {
            await left.updateOne({ _id }, { $inc: { sum: -1 } }, { session });
            await right.updateOne({ _id }, { $inc: { sum: 1 } }, { session });
          }),
        );
        moved++;
      }
    })();
    while (moved < 5) await new Promise((resolve) => setImmediate(resolve));
    const before = moved;
    await backup(source.uri, dump());
    expect(moved).to.be.greaterThan(before);
    writing = false;
    await writer;
    await restore(target.uri, dump());
    const sums = async (side: string) =>
      (await target.database.collection<{ _id: number; sum: number }>(side).find().sort({ _id: 1 }).toArray()).map(
        ({ sum }) => sum,
      );
    const [lefts, rights] = await Promise.all([sums('left'), sums('right')]);
    expect(lefts.map((sum) => 0 - sum)).to.deep.equal(rights);
    expect(rights.reduce((total, sum) => total + sum, 0)).to.be.within(before, moved);
  });

  it('refuse a folder or database that is not empty, and change nothing there', async () => {
    await fill();
    await backup(source.uri, dump());
    expect((await errorOf(backup(source.uri, dump()))).message).to.match(
      /dump is not empty: a backup needs a new or empty folder/,
    );
    await target.database.collection('mine').insertOne({ a: 1 });
    expect((await errorOf(restore(target.uri, dump()))).message).to.match(
      /is not empty \(mine\): restore needs an empty one/,
    );
    expect(await target.database.collection('mine').countDocuments()).to.equal(1);
    expect(await readdir(folder)).to.deep.equal(['dump']);
  });

  it('leave no folder behind when a backup fails', async () => {
    await fill();
    const failing = () => {
      throw new Error('no clock');
    };
    expect((await errorOf(backup(source.uri, dump(), failing))).message).to.equal('no clock');
    expect(await readdir(folder)).to.deep.equal([]);
  });

  describe('a damaged backup', () => {
    beforeEach(async () => {
      await source.database.collection('lots').insertMany([{ n: 1 }, { n: 2 }]);
      await backup(source.uri, dump());
    });
    const damages: Record<string, () => Promise<unknown>> = {
      'a changed byte': async () => {
        const path = join(dump(), name(), 'lots.bson');
        const bytes = await readFile(path);
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
      'a file that is cut off': async () => {
        const path = join(dump(), name(), 'lots.bson');
        await writeFile(path, (await readFile(path)).subarray(0, -1));
      },
      'a missing file': () => rm(join(dump(), name(), 'lots.metadata.json')),
      'an added file': () => cp(join(dump(), name(), 'lots.bson'), join(dump(), name(), 'more.bson')),
      'a missing manifest': () => rm(join(dump(), 'manifest.json')),
      'a broken manifest': () => appendFile(join(dump(), 'manifest.json'), '}'),
      'a manifest that leads elsewhere': async () => {
        const manifest = JSON.parse(await readFile(join(dump(), 'manifest.json'), 'utf8'));
        manifest.files[0].path = '../prelude.json';
        await writeFile(join(dump(), 'manifest.json'), JSON.stringify(manifest));
      },
    };
    for (const [damage, make] of Object.entries(damages)) {
      it(`is refused before anything is written: ${damage}`, async () => {
        await make();
        expect(await errorOf(restore(target.uri, dump()))).to.be.instanceOf(DamagedBackup);
        expect(await target.database.listCollections().toArray()).to.deep.equal([]);
      });
    }
  });

  it('read a dump by mongodump, which has no manifest, when told so', async () => {
    const theirs = join(folder, 'theirs', target.database.databaseName);
    await mkdir(theirs, { recursive: true });
    const documents = [
      { _id: 1, a: 'x' },
      { _id: 2, a: 'y' },
    ].map((each) => BSON.serialize(each));
    await writeFile(join(theirs, 'old.bson'), Buffer.concat(documents));
    const key = (field: string) => ({ [field]: { $numberInt: '1' } });
    const indexes = [
      { v: { $numberInt: '2' }, key: key('_id'), name: '_id_' },
      { v: { $numberInt: '2' }, unique: true, key: key('a'), name: 'a_1' },
    ];
    await writeFile(
      join(theirs, 'old.metadata.json'),
      JSON.stringify({ options: {}, indexes, uuid: '00', collectionName: 'old', type: 'collection' }),
    );
    expect(await errorOf(restore(target.uri, join(folder, 'theirs')))).to.be.instanceOf(DamagedBackup);
    expect(await restore(target.uri, join(folder, 'theirs'), { unverified: true })).to.include({ documents: 2 });
    expect((await target.database.collection('old').indexes())[1]).to.deep.include({ name: 'a_1', unique: true });
  });

  it('leave an empty database when a restore fails half-way', async () => {
    const theirs = join(folder, 'theirs', target.database.databaseName);
    await mkdir(theirs, { recursive: true });
    await writeFile(join(theirs, 'a.bson'), BSON.serialize({ _id: 1 }));
    await writeFile(join(theirs, 'b.bson'), BSON.serialize({ _id: 1 }).subarray(0, 9));
    for (const collectionName of ['a', 'b'])
      await writeFile(join(theirs, `${collectionName}.metadata.json`), JSON.stringify({ indexes: [], collectionName }));
    const error = await errorOf(restore(target.uri, join(folder, 'theirs'), { unverified: true }));
    expect(error.message).to.match(/b\.bson ends within a document/);
    expect(await target.database.listCollections().toArray()).to.deep.equal([]);
  });

  it('refuse to change a value that the driver cannot send', async () => {
    const theirs = join(folder, 'theirs', target.database.databaseName);
    await mkdir(theirs, { recursive: true });
    const given = Buffer.from(BSON.serialize({ _id: 1, a: null }));
    given[given.indexOf(Buffer.from('\na\0'))] = 6;
    await writeFile(join(theirs, 'a.bson'), given);
    await writeFile(join(theirs, 'a.metadata.json'), JSON.stringify({ collectionName: 'a' }));
    const error = await errorOf(restore(target.uri, join(folder, 'theirs'), { unverified: true }));
    expect(error.message).to.include('use mongorestore');
  });
});
