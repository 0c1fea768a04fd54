import { expect } from 'chai';
import { errorOf, type Running, startWithClient } from './testing-support/engine.ts';

type Keyed = { _id: string | number; [field: string]: unknown };

describe('a unique index of the embedded engine', () => {
  let running: Running;
  const collection = (name: string) => running.client.db('agritrace').collection<Record<string, unknown>>(name);

  before(async () => {
    running = await startWithClient();
  });
  after(() => running.stop());

  it('answers unique violations as MongoDB does', async () => {
    const things = collection('unique');
    await things.createIndex({ name: 1, year: -1 }, { unique: true });
    await things.insertOne({ name: 'x', year: 1 });
    const error = await errorOf(things.insertOne({ name: 'x', year: 1 }));
    expect(error).to.include({ code: 11000 });
    expect(error.message).to.equal(
      'E11000 duplicate key error collection: agritrace.unique index: name_1_year_-1 dup key: { name: "x", year: 1 }',
    );
    expect(error.keyPattern).to.deep.equal({ name: 1, year: -1 });
    expect(error.keyValue).to.deep.equal({ name: 'x', year: 1 });
  });

  it('goes on after a duplicate when unordered and stops when ordered', async () => {
    const things = running.client.db('agritrace').collection<Keyed>('batches');
    await things.insertOne({ _id: 2 });
    const documents = [{ _id: 1 }, { _id: 2 }, { _id: 3 }];
    const unordered = await errorOf(things.insertMany(documents, { ordered: false }));
    expect(unordered).to.have.nested.property('result.insertedCount', 2);
    await things.deleteMany({ _id: { $in: [1, 3] } });
    const ordered = await errorOf(things.insertMany(documents));
    expect(ordered).to.have.nested.property('result.insertedCount', 1);
    expect(await things.countDocuments()).to.equal(2);
  });

  it('keeps partial unique indexes to the documents they are for', async () => {
    const things = collection('partial');
    await things.createIndex({ serial: 1 }, { unique: true, partialFilterExpression: { active: true } });
    await things.insertMany([
      { serial: 1, active: false },
      { serial: 1, active: false },
      { serial: 1, active: true },
    ]);
    expect(await errorOf(things.insertOne({ serial: 1, active: true }))).to.include({ code: 11000 });
    expect(await errorOf(things.updateOne({ serial: 1, active: false }, { $set: { active: true } }))).to.include({
      code: 11000,
    });
    await things.updateOne({ active: true }, { $set: { active: false } });
    await things.insertOne({ serial: 1, active: true });
    expect(await things.countDocuments({ serial: 1, active: true })).to.equal(1);
    expect(await things.countDocuments({ serial: 1 })).to.equal(4);
  });

  it('lets sparse unique indexes have many documents without the field', async () => {
    const things = collection('sparse');
    await things.createIndex({ code: 1 }, { unique: true, sparse: true });
    await things.insertMany([{ a: 1 }, { a: 2 }, { code: 'x' }]);
    expect(await errorOf(things.insertOne({ code: 'x' }))).to.include({ code: 11000 });
    expect(await things.countDocuments({ code: null })).to.equal(2);
    expect((await things.find().sort({ code: 1 }).toArray()).length).to.equal(3);
  });

  it('names the element of an array that is taken', async () => {
    const things = collection('elements');
    await things.createIndex({ tags: 1 }, { unique: true });
    await things.insertOne({ tags: ['a', 'b'] });
    const error = await errorOf(things.insertOne({ tags: ['c', 'b'] }));
    expect(error.message).to.match(/index: tags_1 dup key: { tags: "b" }$/);
    expect(error.keyValue).to.deep.equal({ tags: 'b' });
  });

  it('refuses an index over duplicates and leaves nothing behind', async () => {
    const things = collection('duplicates');
    await things.insertMany([{ a: 1 }, { a: 1 }]);
    expect(await errorOf(things.createIndex({ a: 1 }, { unique: true }))).to.include({ code: 11000 });
    expect((await things.indexes()).map((index) => index.name)).to.deep.equal(['_id_']);
  });
});
