import { expect } from 'chai';
import { type Model, Schema } from 'mongoose';
import { Forbidden } from '../errors.ts';
import type { Database } from './connection.ts';
import { guarded, partOf, requireGuards, type Scoped, unguarded, unscoped } from './guard.ts';
import { openTemporaryDatabase } from './testing-support/open-database.ts';

interface Plot {
  name: string;
  divisionCode: string;
}

describe('the guard of a model', function () {
  this.timeout(30_000);
  let database: Database;
  let Plot: Model<Plot>;
  const everything = unscoped('the test looks at all of it');
  const inA: Scoped = {
    scope: {
      resource: 'plots',
      filter: { $or: [{ divisionCode: 'A' }, { divisionCode: 'A1' }] },
      covers: (record) => ['A', 'A1'].includes((record as Plot).divisionCode),
    },
  };

  before(async () => {
    database = await openTemporaryDatabase();
    const schema = new Schema<Plot>({ name: String, divisionCode: String });
    guarded(schema, { resource: 'plots' });
    Plot = database.connection.model<Plot>('GuardedPlot', schema);
    await Plot.createCollection();
  });
  after(async () => {
    await Plot.collection.drop();
    await database.close();
  });
  beforeEach(async () => {
    await Plot.collection.deleteMany({});
    await Plot.create(
      [
        { name: 'own', divisionCode: 'A' },
        { name: 'foreign', divisionCode: 'B' },
      ],
      { ordered: true, ...everything },
    );
  });

  const stored = async () => (await Plot.find({}, null, everything).sort({ _id: 1 }).lean()).map(({ name }) => name);

  const asked: Record<string, (options: object) => Promise<unknown>> = {
    find: async (options) => Plot.find({}).setOptions(options).lean(),
    findOne: async (options) => Plot.findOne({ name: 'foreign' }).setOptions(options),
    findById: async (options) => Plot.findById('0123456789abcdef01234567').setOptions(options),
    exists: async (options) => Plot.exists({ name: 'foreign' }).setOptions(options),
    'find().cursor()': async (options) => Plot.find({}).setOptions(options).cursor().next(),
    countDocuments: async (options) => Plot.countDocuments({}).setOptions(options),
    estimatedDocumentCount: async (options) => Plot.estimatedDocumentCount().setOptions(options),
    distinct: async (options) => Plot.distinct('name').setOptions(options),
    aggregate: async (options) => Plot.aggregate([{ $match: {} }]).option(options),
    updateOne: async (options) => Plot.updateOne({}, { $set: { name: 'x' } }).setOptions(options),
    updateMany: async (options) => Plot.updateMany({}, { $set: { name: 'x' } }).setOptions(options),
    replaceOne: async (options) => Plot.replaceOne({}, { name: 'x' }).setOptions(options),
    findOneAndUpdate: async (options) => Plot.findOneAndUpdate({}, { $set: { name: 'x' } }).setOptions(options),
    findOneAndReplace: async (options) => Plot.findOneAndReplace({}, { name: 'x' }).setOptions(options),
    findOneAndDelete: async (options) => Plot.findOneAndDelete({}).setOptions(options),
    deleteOne: async (options) => Plot.deleteOne({}).setOptions(options),
    deleteMany: async (options) => Plot.deleteMany({}).setOptions(options),
    create: async (options) => Plot.create([{ name: 'x', divisionCode: 'A' }], { ordered: true, ...options }),
    save: async (options) => new Plot({ name: 'x', divisionCode: 'A' }).save({ ...options }),
    insertMany: async () => Plot.insertMany([{ name: 'x' }]),
    bulkWrite: async () => Plot.bulkWrite([{ insertOne: { document: { name: 'x', divisionCode: 'A' } } }]),
  };

  for (const [operation, ask] of Object.entries(asked)) {
    it(`lets no ${operation} through that names no scope`, async () => {
      const outcome = await ask({}).then(
        () => 'done',
        (error: Error) => error.message,
      );
      expect(outcome).to.match(/without a scope|held to a scope/);
      expect(await stored()).to.deep.equal(['own', 'foreign']);
    });

    it(`lets no ${operation} through with the scope of another resource`, async () => {
      const outcome = await ask(partOf('gardens', {})).then(
        () => 'done',
        (error: Error) => error.message,
      );
      expect(outcome).to.match(/with a scope for gardens|held to a scope/);
      expect(await stored()).to.deep.equal(['own', 'foreign']);
    });
  }

  it('keeps every reading operation within the scope', async () => {
    expect((await Plot.find({}, null, inA).lean()).map(({ name }) => name)).to.deep.equal(['own']);
    expect(await Plot.findOne({ name: 'foreign' }, null, inA)).to.equal(null);
    expect(await Plot.find({ $or: [{ name: 'own' }, { name: 'foreign' }] }, null, inA).countDocuments()).to.equal(1);
    expect(await Plot.distinct('name').setOptions(inA)).to.deep.equal(['own']);
    expect(await Plot.aggregate([{ $group: { _id: null, count: { $sum: 1 } } }]).option({ ...inA })).to.deep.equal([
      { _id: null, count: 1 },
    ]);
  });

  it('keeps every change within the scope', async () => {
    await Plot.updateMany({}, { $set: { name: 'changed' } }).setOptions(inA);
    expect(await stored()).to.deep.equal(['changed', 'foreign']);
    await Plot.deleteMany({}).setOptions(inA);
    expect(await stored()).to.deep.equal(['foreign']);
  });

  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: unknown) => error,
    );

  it('lets no record be moved out of the scope, or made outside of it', async () => {
    for (const update of [
      { $set: { divisionCode: 'B' } },
      { $unset: { divisionCode: 1 } },
      { divisionCode: 'B' },
      { $rename: { name: 'divisionCode' } },
    ])
      expect(await refusal(Plot.updateOne({}, update).setOptions(inA).exec())).to.be.instanceOf(Forbidden);
    expect(await refusal(Plot.create([{ name: 'x', divisionCode: 'B' }], { ordered: true, ...inA }))).to.be.instanceOf(
      Forbidden,
    );
    expect(String(await refusal(Plot.replaceOne({}, { name: 'x' }).setOptions(inA).exec()))).to.include(
      'field by field',
    );
    const upsert = Plot.updateOne({ name: 'new' }, { $set: { name: 'new' } }, { upsert: true }).setOptions(inA);
    expect(String(await refusal(upsert.exec()))).to.include('upsert');
    expect(await stored()).to.deep.equal(['own', 'foreign']);
  });

  it('lets no aggregation out of the scope through another collection', async () => {
    const joined = Plot.aggregate([
      { $lookup: { from: 'guardedplots', localField: 'x', foreignField: 'x', as: 'others' } },
    ]).option({ ...inA });
    expect(String(await refusal(joined.exec()))).to.include('$lookup');
  });
});

describe('models', function () {
  this.timeout(30_000);
  let database: Database;

  before(async () => {
    database = await openTemporaryDatabase();
  });
  after(() => database.close());

  it('without a decision about their guard stop the start', async () => {
    requireGuards(database.connection);
    const schema = new Schema<Plot>({ name: String });
    database.connection.model<Plot>('Unguarded', schema);
    expect(() => requireGuards(database.connection)).to.throw(/Unguarded: say by guarded/);
    unguarded(schema, 'a test');
    requireGuards(database.connection);
  });
});
