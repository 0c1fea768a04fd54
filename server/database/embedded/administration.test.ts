import { expect } from 'chai';
import { startEmbeddedEngine } from './index.ts';
import {
  type Client,
  errorOf,
  MongoClient,
  type Running,
  startWithClient,
  temporaryDirectory,
} from './testing-support/engine.ts';

describe('administration', () => {
  let running: Running;
  let client: Client;
  before(async () => {
    running = await startWithClient();
    client = running.client;
  });
  after(() => running.stop());
  const database = () => client.db('office');
  const admin = () => client.db('admin');
  beforeEach(() => database().dropDatabase());

  describe('sizes', () => {
    const big = 'x'.repeat(1000);
    beforeEach(async () => {
      await database().collection('a').createIndex({ n: 1 });
      await database()
        .collection('a')
        .insertMany(Array.from({ length: 20 }, (_, n) => ({ n, big })));
      await database().collection<{ _id: number }>('b').insertOne({ _id: 1 });
    });

    it('of a collection and its indexes are what is stored', async () => {
      const stats = await database().command({ collStats: 'a' });
      const bytes = 20 * (4 + 17 + 7 + 9 + 1001 + 1);
      expect(stats).to.include({
        ns: 'office.a',
        count: 20,
        size: bytes,
        avgObjSize: bytes / 20,
        nindexes: 2,
        capped: false,
      });
      expect(stats.storageSize).to.be.greaterThan(bytes);
      expect(stats.totalIndexSize).to.equal(stats.indexSizes._id_ + stats.indexSizes.n_1);
      expect(stats.totalSize).to.equal(stats.storageSize + stats.totalIndexSize);
      expect(await database().command({ collStats: 'a', scale: 1024 })).to.include({
        size: Math.trunc(bytes / 1024),
        scaleFactor: 1024,
      });
      expect(await database().command({ collStats: 'none' })).to.include({ count: 0, size: 0, nindexes: 0, ok: 1 });
      expect(await errorOf(database().command({ collStats: 'a', scale: 0 }))).to.include({ code: 51024 });
    });

    it('of a database are the sums of its collections', async () => {
      const a = await database().command({ collStats: 'a' });
      const stats = await database().stats();
      expect(stats).to.include({
        db: 'office',
        collections: 2,
        objects: 21,
        indexes: 3,
        views: 0,
        dataSize: a.size + 14,
      });
      expect(stats.fsTotalSize).to.be.greaterThan(stats.fsUsedSize);
      const { databases, totalSize } = await admin()
        .admin()
        .listDatabases({ filter: { name: 'office' } });
      expect(databases).to.deep.equal([{ name: 'office', sizeOnDisk: stats.totalSize, empty: false }]);
      expect(totalSize).to.equal(stats.totalSize);
      expect((await admin().admin().listDatabases({ nameOnly: true })).databases).to.deep.include({ name: 'office' });
      const large = await admin()
        .admin()
        .listDatabases({ nameOnly: true, filter: { sizeOnDisk: { $gt: 1e9 } } });
      expect(large.databases).to.deep.equal([]);
    });
  });

  describe('renaming a collection', () => {
    it('keeps its documents, indexes and identity', async () => {
      await database().collection('old').createIndex({ n: 1 }, { unique: true });
      await database().collection('old').insertOne({ n: 1 });
      const [before] = await database().listCollections().toArray();
      await database().renameCollection('old', 'new');
      const [renamed, ...others] = await database().listCollections().toArray();
      expect(others).to.deep.equal([]);
      expect(renamed).to.deep.equal({ ...before, name: 'new' });
      expect(await errorOf(database().collection('new').insertOne({ n: 1 }))).to.include({ code: 11000 });
      expect(await database().collection('old').countDocuments()).to.equal(0);
      expect(await database().command({ validate: 'new' })).to.include({ valid: true, nrecords: 1 });
    });

    it('holds over a restart, as changed times to live do', async () => {
      const directory = await temporaryDirectory();
      const first = await startEmbeddedEngine({ dataDirectory: directory.path });
      const writer = await MongoClient.connect(first.uri);
      await writer.db('office').collection('old').createIndex({ at: 1 }, { expireAfterSeconds: 100 });
      await writer.db('office').renameCollection('old', 'new');
      await writer.db('office').command({ collMod: 'new', index: { name: 'at_1', expireAfterSeconds: 7 } });
      await writer.close();
      await first.stop();
      const second = await startEmbeddedEngine({ dataDirectory: directory.path });
      const reader = await MongoClient.connect(second.uri);
      const names = (await reader.db('office').listCollections().toArray()).map(({ name }) => name);
      expect(names).to.deep.equal(['new']);
      expect((await reader.db('office').collection('new').indexes())[1]).to.include({ expireAfterSeconds: 7 });
      await reader.close();
      await second.stop();
      await directory.remove();
    });

    it('replaces another only when told to', async () => {
      await database().collection('old').insertOne({ a: 1 });
      await database().collection('new').insertOne({ b: 1 });
      expect(await errorOf(database().renameCollection('old', 'new'))).to.include({
        code: 48,
        message: 'target namespace exists',
      });
      await database().renameCollection('old', 'new', { dropTarget: true });
      expect((await database().collection('new').find().toArray()).map(({ a }) => a)).to.deep.equal([1]);
    });

    it('refuses what MongoDB refuses', async () => {
      await database().collection('old').insertOne({ a: 1 });
      const rename = (renameCollection: string, to: string) => errorOf(admin().command({ renameCollection, to }));
      expect(await rename('office.none', 'office.x')).to.include({ code: 26 });
      expect(await rename('office.old', 'office.old')).to.include({ code: 20 });
      expect(await rename('office.old', 'office.$x')).to.include({ code: 73 });
      expect(await rename('office.old', 'elsewhere.old')).to.include({ code: 238 });
      expect(await errorOf(database().command({ renameCollection: 'office.old', to: 'office.x' }))).to.include({
        code: 13,
      });
      expect(await database().collection('old').countDocuments()).to.equal(1);
    });
  });

  describe('collMod', () => {
    const expiries = async () => (await database().collection('a').indexes()).map((index) => index.expireAfterSeconds);
    beforeEach(async () => {
      await database().collection('a').createIndex({ at: 1 }, { expireAfterSeconds: 100 });
      await database()
        .collection('a')
        .createIndexes([{ key: { by: 1 } }, { key: { by: 1, at: 1 } }]);
    });

    it('changes how long documents live', async () => {
      const change = { keyPattern: { at: 1 }, expireAfterSeconds: 200 };
      expect(await database().command({ collMod: 'a', index: change })).to.include({
        expireAfterSeconds_old: 100,
        expireAfterSeconds_new: 200,
      });
      const added = await database().command({ collMod: 'a', index: { name: 'by_1', expireAfterSeconds: 5 } });
      expect(added).to.include({ expireAfterSeconds_new: 5 }).and.not.have.property('expireAfterSeconds_old');
      expect(await expiries()).to.deep.equal([undefined, 200, 5, undefined]);
    });

    it('changes how long clustered documents live', async () => {
      const options = { clusteredIndex: { key: { _id: 1 }, unique: true }, expireAfterSeconds: 10 };
      await database().createCollection('c', options);
      const expiry = async () => (await database().listCollections({ name: 'c' }).toArray())[0];
      await database().command({ collMod: 'c', expireAfterSeconds: 20 });
      expect(await expiry()).to.have.nested.property('options.expireAfterSeconds', 20);
      await database().command({ collMod: 'c', expireAfterSeconds: 'off' });
      expect(await expiry()).to.not.have.nested.property('options.expireAfterSeconds');
    });

    it('refuses everything else by name, and changes nothing then', async () => {
      const refused = async (change: object) => errorOf(database().command({ collMod: 'a', ...change }));
      expect(await refused({ validator: { a: 1 } })).to.include({ code: 238 });
      expect((await refused({ index: { name: 'at_1', hidden: true, expireAfterSeconds: 1 } })).message).to.include(
        'hidden',
      );
      expect(await refused({ index: { name: 'none', expireAfterSeconds: 1 } })).to.include({ code: 27 });
      expect(await refused({ index: { name: 'by_1_at_1', expireAfterSeconds: 1 } })).to.include({ code: 72 });
      expect(await refused({ index: { name: '_id_', expireAfterSeconds: 1 } })).to.include({ code: 72 });
      expect(await refused({ index: { name: 'at_1', expireAfterSeconds: -1 } })).to.include({ code: 72 });
      expect(await refused({ index: { name: 'at_1', keyPattern: { at: 1 }, expireAfterSeconds: 1 } })).to.include({
        code: 72,
      });
      expect(await refused({ index: { name: 'at_1' } })).to.include({ code: 72 });
      expect(await refused({ expireAfterSeconds: 5 })).to.include({ code: 72 });
      expect(await refused({ nonsense: 5 })).to.include({ code: 40415 });
      expect(await errorOf(database().command({ collMod: 'none' }))).to.include({ code: 26 });
      expect(await expiries()).to.deep.equal([undefined, 100, undefined, undefined]);
    });
  });

  describe('what shells ask first', () => {
    it('is answered', async () => {
      expect(await admin().command({ hostInfo: 1 }))
        .to.have.nested.property('system.numCores')
        .greaterThan(0);
      expect(await admin().command({ getCmdLineOpts: 1 })).to.have.nested.property('parsed.storage.engine', 'lmdb');
      expect(await admin().command({ getLog: 'startupWarnings' })).to.deep.include({ log: [], totalLinesWritten: 0 });
      expect(await admin().command({ getLog: '*' })).to.deep.include({ names: ['startupWarnings'] });
      expect(await admin().command({ connectionStatus: 1, showPrivileges: true })).to.deep.include({
        authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] },
      });
      expect(await admin().command({ whatsmyuri: 1 })).to.include({ you: 'anonymous unix socket' });
      const { version } = await admin().command({ buildInfo: 1 });
      const parameters = await admin().command({ getParameter: 1, featureCompatibilityVersion: 1 });
      expect(version).to.match(new RegExp(`^${parameters.featureCompatibilityVersion.version.replace('.', '\\.')}\\.`));
      expect(await admin().command({ getParameter: '*' })).to.have.property('featureCompatibilityVersion');
      const status = await admin().command({ serverStatus: 1, repl: 0 });
      expect(status).to.include({ process: 'embedded', pid: running.engine.pid, version });
      expect(status.connections.current).to.be.greaterThan(0);
      expect(status.connections.totalCreated).to.be.at.least(status.connections.current);
    });

    it('is refused where there is nothing to say', async () => {
      for (const command of [{ atlasVersion: 1 }, { currentOp: 1 }, { replSetGetStatus: 1 }])
        expect(await errorOf(admin().command(command))).to.include({ code: 59, codeName: 'CommandNotFound' });
      expect(await errorOf(admin().command({ getParameter: 1, logLevel: 1 }))).to.include({ code: 72 });
      expect(await errorOf(admin().command({ getLog: 'global' }))).to.include({ code: 238 });
    });
  });
});
