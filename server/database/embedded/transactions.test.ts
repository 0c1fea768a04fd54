import { expect } from 'chai';
import mongoose from 'mongoose';
import { type Client, errorOf, type Running, startWithClient } from './testing-support/engine.ts';

const { MongoClient, MongoServerError } = mongoose.mongo;
type Account = { _id: string; balance: number };

describe('transactions', () => {
  let running: Running;
  let client: Client;
  const accounts = () => client.db('agritrace').collection<Account>('accounts');

  before(async () => {
    running = await startWithClient();
    client = running.client;
  });
  after(() => running.stop());
  beforeEach(async () => {
    await accounts().drop();
    await accounts().insertMany([
      { _id: 'a', balance: 10 },
      { _id: 'b', balance: 0 },
    ]);
  });

  const balances = async () => (await accounts().find().sort({ _id: 1 }).toArray()).map(({ balance }) => balance);

  it('commit all their writes at once, and see their own before', async () => {
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await accounts().updateOne({ _id: 'a' }, { $inc: { balance: -4 } }, { session });
        await accounts().updateOne({ _id: 'b' }, { $inc: { balance: 4 } }, { session });
        await accounts().insertOne({ _id: 'c', balance: 1 }, { session });
        await accounts().deleteOne({ _id: 'c' }, { session });
        await accounts().insertOne({ _id: 'd', balance: 7 }, { session });
        expect(
          (
            await accounts()
              .find({ balance: { $gt: 3 } }, { session })
              .sort({ balance: 1 })
              .toArray()
          ).map(({ _id }) => _id),
        ).to.deep.equal(['b', 'a', 'd']);
        expect(await accounts().countDocuments({}, { session })).to.equal(3);
        expect(await balances()).to.deep.equal([10, 0]);
      }),
    );
    expect(await balances()).to.deep.equal([6, 4, 7]);
    expect(await accounts().estimatedDocumentCount()).to.equal(3);
  });

  it('leave nothing when aborted', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts().updateOne({ _id: 'a' }, { $set: { balance: 99 } }, { session });
    await client.db('agritrace').collection('unborn').insertOne({ a: 1 }, { session });
    await session.abortTransaction();
    expect(await balances()).to.deep.equal([10, 0]);
    expect(await client.db('agritrace').listCollections({ name: 'unborn' }).toArray()).to.deep.equal([]);
    await session.endSession();
  });

  it('read one snapshot', async () => {
    const session = client.startSession();
    session.startTransaction();
    expect(await accounts().countDocuments({}, { session })).to.equal(2);
    await accounts().insertOne({ _id: 'z', balance: 1 });
    await accounts().updateOne({ _id: 'b' }, { $set: { balance: 5 } });
    expect(await accounts().countDocuments({}, { session })).to.equal(2);
    expect((await accounts().findOne({ _id: 'b' }, { session }))?.balance).to.equal(0);
    await session.commitTransaction();
    expect(await accounts().countDocuments()).to.equal(3);
    await session.endSession();
  });

  it('conflict at once when two change the same document', async () => {
    const [one, two] = [client.startSession(), client.startSession()];
    one.startTransaction();
    two.startTransaction();
    await accounts().updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { session: one });
    const error = await errorOf(accounts().updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { session: two }));
    expect(error).to.be.instanceOf(MongoServerError).with.property('code', 112);
    expect(error instanceof MongoServerError && error.hasErrorLabel('TransientTransactionError')).to.equal(true);
    await one.commitTransaction();
    await errorOf(two.commitTransaction());
    expect(await balances()).to.deep.equal([11, 0]);
    await Promise.all([one.endSession(), two.endSession()]);
  });

  it('conflict with a write that came after their snapshot', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts().findOne({ _id: 'b' }, { session });
    await accounts().updateOne({ _id: 'a' }, { $set: { balance: 1 } });
    expect(await errorOf(accounts().updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { session }))).to.include({
      code: 112,
    });
    await session.endSession();
  });

  it('find unique keys others have taken', async () => {
    const names = client.db('agritrace').collection('names');
    await names.createIndex({ name: 1 }, { unique: true });
    const [one, two] = [client.startSession(), client.startSession()];
    one.startTransaction();
    two.startTransaction();
    await names.insertOne({ name: 'x' }, { session: one });
    expect(await errorOf(names.insertOne({ name: 'x' }, { session: two }))).to.include({ code: 112 });
    await one.commitTransaction();
    const three = client.startSession();
    three.startTransaction();
    expect(await errorOf(names.insertOne({ name: 'x' }, { session: three }))).to.include({ code: 11000 });
    // Any error ends the transaction.
    expect(await errorOf(names.insertOne({ name: 'y' }, { session: three }))).to.include({ code: 251 });
    await Promise.all([one.endSession(), two.endSession(), three.endSession()]);
    await names.drop();
  });

  it('make plain writes of the same document wait for their end', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts().updateOne({ _id: 'a' }, { $inc: { balance: 5 } }, { session });
    let done = false;
    const waiting = accounts()
      .updateMany({}, { $inc: { balance: 100 } })
      .then(() => {
        done = true;
      });
    await accounts().insertOne({ _id: 'other', balance: 0 });
    expect(done).to.equal(false);
    await session.commitTransaction();
    await waiting;
    expect((await accounts().findOne({ _id: 'a' }))?.balance).to.equal(115);
    expect((await accounts().findOne({ _id: 'b' }))?.balance).to.equal(100);
    await session.endSession();
    const limited = client.startSession();
    limited.startTransaction();
    await accounts().updateOne({ _id: 'a' }, { $inc: { balance: 5 } }, { session: limited });
    expect(await errorOf(accounts().updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { maxTimeMS: 50 }))).to.include({
      code: 50,
    });
    await limited.abortTransaction();
    await limited.endSession();
  });

  it('are retried as a whole by withTransaction until they succeed', async () => {
    const other = await MongoClient.connect(running.engine.uri);
    const transfer = (through: Client) =>
      through.withSession((session) =>
        session.withTransaction(async () => {
          const mine = through.db('agritrace').collection<Account>('accounts');
          const found = await mine.findOne({ _id: 'a' }, { session });
          await mine.updateOne({ _id: 'a' }, { $set: { balance: (found?.balance ?? 0) + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 10 }, (_, index) => transfer(index % 2 ? client : other)));
    expect((await accounts().findOne({ _id: 'a' }))?.balance).to.equal(20);
    await other.close();
  });

  it('answer a second commit as the first', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts().insertOne({ _id: 'twice', balance: 1 }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
    await session.endSession();
    expect(await accounts().countDocuments({ _id: 'twice' })).to.equal(1);
  });

  it('refuse what may not be part of them', async () => {
    const session = client.startSession();
    session.startTransaction();
    expect(await errorOf(accounts().createIndex({ balance: 1 }, { session }))).to.include({ code: 263 });
    await session.abortTransaction().catch(() => undefined);
    await session.endSession();
  });
});
