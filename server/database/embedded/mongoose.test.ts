import { expect } from 'chai';
import mongoose from 'mongoose';
import { errorOf, type Running, startWithClient } from './testing-support/engine.ts';

type Row = { n: number };
type BatchRecord = { farm: mongoose.Types.ObjectId; tags: string[]; rows: Row[] };

describe('Mongoose on the embedded engine', () => {
  let running: Running;
  let connection: mongoose.Connection;

  before(async () => {
    running = await startWithClient();
    connection = await mongoose.createConnection(running.engine.uri).asPromise();
  });
  after(async () => {
    await connection.close();
    await running.stop();
  });

  it('saves, validates uniqueness, populates and updates with version keys', async () => {
    const Farm = connection.model(
      'Farm',
      new mongoose.Schema({ name: { type: String, unique: true } }, { timestamps: true }),
    );
    const Batch = connection.model<BatchRecord>(
      'Batch',
      new mongoose.Schema<BatchRecord>({
        farm: { type: mongoose.Schema.Types.ObjectId, ref: 'Farm' },
        tags: [String],
        rows: [{ n: Number }],
      }),
    );
    await Farm.init();
    const farm = await Farm.create({ name: 'one' });
    expect(await errorOf(Farm.create({ name: 'one' }))).to.include({ code: 11000 });
    const batch = await Batch.create({ farm: farm._id, tags: ['a'], rows: [{ n: 1 }] });
    batch.tags.push('b');
    batch.rows.push({ n: 2 });
    await batch.save();
    const found = await Batch.findOne({ 'rows.n': 2 }).populate<{ farm: { name: string } }>('farm').orFail();
    expect(found.farm.name).to.equal('one');
    expect([...found.tags]).to.deep.equal(['a', 'b']);
    expect(await Batch.exists({ tags: 'b' })).to.have.property('_id');
    const stale = await Batch.findById(batch._id).orFail();
    await Batch.updateOne({ _id: batch._id }, { $pull: { rows: { n: 1 } }, $inc: { __v: 1 } });
    stale.rows = stale.rows.filter((row) => row.n !== 1);
    expect((await errorOf(stale.save())).name).to.equal('VersionError');
    expect(await Farm.syncIndexes()).to.deep.equal([]);
    expect(await Farm.countDocuments()).to.equal(1);
    expect(await Farm.estimatedDocumentCount()).to.equal(1);
  });
});
