import { expect } from 'chai';
import mongoose from 'mongoose';
import { errorOf, type Running, startWithClient } from './testing-support/engine.ts';
import { rawCommand } from './testing-support/socket.ts';

const { Decimal128, Long, ObjectId, UUID } = mongoose.mongo;

type Keyed = { _id: string | number; [field: string]: unknown };

describe('the embedded engine through the driver', () => {
  let running: Running;
  const collection = (name: string) => running.client.db('agritrace').collection<Record<string, unknown>>(name);
  const keyed = (name: string) => running.client.db('agritrace').collection<Keyed>(name);

  before(async () => {
    running = await startWithClient();
  });
  after(() => running.stop());

  it('presents itself as a replica set of one', async () => {
    const hello = await running.client.db('admin').command({ hello: 1 });
    expect(hello).to.include({ isWritablePrimary: true, setName: 'embedded', maxWireVersion: 25, ok: 1 });
    expect((await running.client.db('admin').command({ buildInfo: 1 })).version).to.match(/^8\.0\./);
    expect(await running.client.db('admin').command({ ping: 1 })).to.include({ ok: 1 });
  });

  it('keeps documents byte for byte, types and field order included', async () => {
    const things = collection('types');
    const document = {
      _id: new ObjectId(),
      z: 1,
      a: Long.fromString('9007199254740993'),
      d: Decimal128.fromString('1.50'),
      n: { y: null, x: [1, 'two', { three: 3 }] },
    };
    await things.insertOne(document);
    const found = await things.findOne({ _id: document._id }, { promoteValues: false });
    expect(Object.keys(found ?? {})).to.deep.equal(['_id', 'z', 'a', 'd', 'n']);
    expect(String(found?.a)).to.equal('9007199254740993');
    expect(String(found?.d)).to.equal('1.50');
  });

  it('moves _id to the front and makes one where there is none', async () => {
    const things = collection('ids');
    await running.client.db('agritrace').command({ insert: 'ids', documents: [{ a: 1, _id: 7 }, { a: 2 }] });
    expect(Object.keys((await things.findOne({ a: 1 })) ?? {})).to.deep.equal(['_id', 'a']);
    expect((await things.findOne({ a: 2 }))?._id).to.be.instanceOf(ObjectId);
  });

  it('returns long results batch by batch', async () => {
    const things = collection('many');
    await things.insertMany(Array.from({ length: 2500 }, (_, n) => ({ n, text: 'x'.repeat(50) })));
    const found = await things.find({}, { batchSize: 100 }).toArray();
    expect(found.map((document) => document.n)).to.deep.equal(Array.from({ length: 2500 }, (_, n) => n));
    expect(
      (
        await things
          .find({ n: { $gte: 10 } })
          .sort({ n: -1 })
          .skip(5)
          .limit(3)
          .toArray()
      ).map((document) => document.n),
    ).to.deep.equal([2494, 2493, 2492]);
    const cursor = things.find({}, { batchSize: 10 });
    await cursor.next();
    await cursor.close();
  });

  it('keeps clustered collections in the order of _id', async () => {
    const database = running.client.db('agritrace');
    await database.createCollection('readings', { clusteredIndex: { key: { _id: 1 }, unique: true } });
    const readings = keyed('readings');
    await readings.createIndex({ value: 1 });
    await readings.insertMany(['d|t|3', 'd|t|1', 'e|t|1', 'd|t|2'].map((_id, value) => ({ _id, value })));
    expect((await readings.find().toArray()).map(({ _id }) => _id)).to.deep.equal(['d|t|1', 'd|t|2', 'd|t|3', 'e|t|1']);
    expect(
      (
        await readings
          .find({ _id: { $gte: 'd|t|2', $lt: 'e' } })
          .sort({ _id: -1 })
          .toArray()
      ).map(({ _id }) => _id),
    ).to.deep.equal(['d|t|3', 'd|t|2']);
    expect((await readings.findOne({ value: 2 }))?._id).to.equal('e|t|1');
    expect(await errorOf(readings.insertOne({ _id: 'd|t|1' }))).to.include({ code: 11000 });
    const [info] = await database.listCollections({ name: 'readings' }).toArray();
    expect(info).to.have.nested.property('options.clusteredIndex.unique', true);
  });

  it("upserts with the query's equalities, and finds and modifies", async () => {
    const things = collection('upserts');
    const result = await things.updateOne(
      { kind: 'a', 'at.city': 'Shangluo', n: { $gt: 3 } },
      { $set: { b: 1 }, $setOnInsert: { c: 2 } },
      { upsert: true },
    );
    expect(result.upsertedId).to.be.instanceOf(ObjectId);
    expect(await things.findOne({ kind: 'a' }, { projection: { _id: 0 } })).to.deep.equal({
      kind: 'a',
      at: { city: 'Shangluo' },
      b: 1,
      c: 2,
    });
    const after = await running.client
      .db('agritrace')
      .collection('upserts')
      .findOneAndUpdate({ kind: 'a' }, { $inc: { b: 4 } }, { returnDocument: 'after', projection: { b: 1, _id: 0 } });
    expect(after).to.deep.equal({ b: 5 });
    expect(await things.findOneAndDelete({ kind: 'zzz' })).to.equal(null);
    expect(await things.findOneAndDelete({ kind: 'a' })).to.include({ b: 5 });
  });

  it('aggregates', async () => {
    const things = collection('aggregates');
    await things.insertMany([
      { site: 'a', v: 1, tags: ['x', 'y'] },
      { site: 'a', v: Long.fromNumber(2), tags: [] },
      { site: 'b', v: 0.5 },
      { site: null, v: 'text' },
      {},
    ]);
    const groups = await things
      .aggregate([
        {
          $group: {
            _id: '$site',
            n: { $sum: 1 },
            total: { $sum: '$v' },
            mean: { $avg: '$v' },
            least: { $min: '$v' },
            all: { $push: '$v' },
          },
        },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(groups).to.deep.equal([
      { _id: null, n: 2, total: 0, mean: null, least: 'text', all: ['text'] },
      { _id: 'a', n: 2, total: 3, mean: 1.5, least: 1, all: [1, 2] },
      { _id: 'b', n: 1, total: 0.5, mean: 0.5, least: 0.5, all: [0.5] },
    ]);
    const unwound = await things
      .aggregate([
        { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $match: { site: 'a' } },
        { $project: { _id: 0, tags: 1, i: 1 } },
      ])
      .toArray();
    expect(unwound).to.deep.equal([{ tags: 'x', i: 0 }, { tags: 'y', i: 1 }, { i: null }]);
    expect(await things.aggregate([{ $match: { site: 'none' } }, { $count: 'n' }]).toArray()).to.deep.equal([]);
    expect(await things.distinct('tags')).to.deep.equal(['x', 'y']);
  });

  it('refuses by name what it does not support, before it does anything', async () => {
    const things = collection('refusals');
    const database = running.client.db('agritrace');
    const refused: [() => Promise<unknown>, number][] = [
      [() => things.aggregate([{ $search: {} }]).toArray(), 40324],
      [() => things.aggregate([{ $project: { a: { $function: {} } } }]).toArray(), 168],
      [() => things.updateOne({}, { $set: { a: 1 } }, { upsert: true, collation: { locale: 'zh' } }), 238],
      [() => things.find({}, { collation: { locale: 'zh' } }).toArray(), 238],
      [() => things.find({ a: { $geoWithin: {} } }).toArray(), 2],
      [() => things.createIndex({ a: 'text' }), 67],
      [() => database.createCollection('capped', { capped: true, size: 1000 }), 238],
      [() => database.command({ mapReduce: 'refusals' }), 59],
      [() => things.watch().next(), 40324],
    ];
    for (const [attempt, code] of refused) {
      const error = await errorOf(attempt());
      expect(error.message).to.match(/^embedded engine does not support /);
      expect(error.code, error.message).to.equal(code);
    }
    expect(await errorOf(database.command({ nonsense: 1 }))).to.include({
      code: 59,
      message: "no such command: 'nonsense'",
    });
    expect(await errorOf(database.command({ ping: 1, nonsense: 1 }))).to.include({ code: 40415 });
    expect((await database.listCollections({ name: /^(refusals|capped)$/ }).toArray()).length).to.equal(0);
  });

  it('updates by arrays, pipelines, variables and in an order', async () => {
    const things = keyed('updates');
    await things.insertMany([
      { _id: 1, n: 5, list: [{ k: 1 }, { k: 2 }] },
      { _id: 2, n: 3, list: [] },
      { _id: 3, n: 9 },
    ]);
    await things.updateOne({ 'list.k': 2 }, { $set: { 'list.$.seen': true } });
    await things.updateOne({ _id: 1 }, { $set: { 'list.$[low].k': 11 } }, { arrayFilters: [{ 'low.k': { $lt: 2 } }] });
    expect(await things.findOne({ _id: 1 })).to.deep.equal({ _id: 1, n: 5, list: [{ k: 11 }, { k: 2, seen: true }] });
    await things.updateMany({ $expr: { $gt: ['$n', '$$least'] } }, [{ $set: { twice: { $multiply: ['$n', 2] } } }], {
      let: { least: 4 },
    });
    expect(await things.find({ twice: { $exists: true } }, { projection: { twice: 1 } }).toArray()).to.deep.equal([
      { _id: 1, twice: 10 },
      { _id: 3, twice: 18 },
    ]);
    await running.client.db('agritrace').command({
      update: 'updates',
      updates: [{ q: {}, u: { $set: { first: true } }, sort: { n: 1 } }],
    });
    expect(await things.findOne({ first: true }, { projection: { _id: 1 } })).to.deep.equal({ _id: 2 });
    const changed = await things.findOneAndUpdate(
      { list: { $elemMatch: { k: 2 } } },
      { $set: { 'list.$[x].k': 0 } },
      { arrayFilters: [{ 'x.seen': true }], returnDocument: 'after', projection: { list: 1, _id: 0 } },
    );
    expect(changed).to.deep.equal({ list: [{ k: 11 }, { k: 0, seen: true }] });
    const deleted = await things.deleteMany({ $expr: { $eq: ['$_id', '$$gone'] } }, { let: { gone: 3 } });
    expect(deleted.deletedCount).to.equal(1);
    expect(
      await things.find({}, { projection: { list: { $slice: 1 }, n: 0, twice: 0, first: 0 } }).toArray(),
    ).to.deep.equal([
      { _id: 1, list: [{ k: 11 }] },
      { _id: 2, list: [] },
    ]);
    const error = await errorOf(things.findOne({ $expr: { $eq: ['$_id', '$$x'] } }, { let: { x: '$field' } }));
    expect(error).to.include({ code: 4890500 });
  });

  it('answers a retried write from what it remembers', async () => {
    const things = keyed('retries');
    await things.insertOne({ _id: 1, n: 0 });
    const lsid = { id: new UUID() };
    const command = {
      update: 'retries',
      updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }],
      lsid,
      txnNumber: Long.fromNumber(9),
    };
    const first = await rawCommand(running.engine.uri, { ...command, $db: 'agritrace' });
    const again = await rawCommand(running.engine.uri, { ...command, $db: 'agritrace' });
    expect(first).to.include({ n: 1, nModified: 1, ok: 1 });
    expect(again).to.include({ n: 1, nModified: 1, ok: 1 });
    expect((await things.findOne({ _id: 1 }))?.n).to.equal(1);
    const old = await rawCommand(running.engine.uri, { ...command, txnNumber: Long.fromNumber(3), $db: 'agritrace' });
    expect(old).to.include({ ok: 0, code: 225 });
  });
});
