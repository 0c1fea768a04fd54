import { expect } from 'chai';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

/** Bytes of one document's text; seven of them are more than a stage may hold. */
const large = 15_000_000;

describe('memory', function () {
  this.timeout(60_000);
  let database: InProcess;
  before(async () => {
    database = await openInProcess();
    for (let _id = 0; _id < 7; _id++)
      await database.run({ insert: 'large', documents: [{ _id, n: -_id, text: String(_id).repeat(large) }] });
  });
  after(() => database.close());

  const aggregate = (pipeline: object[]) => database.run({ aggregate: 'large', pipeline, cursor: {} });
  const ids = (reply: Record<string, unknown>) =>
    (reply.cursor as { firstBatch: { _id: number }[] }).firstBatch.map(({ _id }) => _id);

  it('of a sort is bounded: all documents are refused, the first few are not', async () => {
    const find = { find: 'large', sort: { n: 1 }, projection: { _id: 1 } };
    expect(await database.run(find)).to.include({ ok: 0, code: 292 });
    expect(ids(await database.run({ ...find, limit: 2 }))).to.deep.equal([6, 5]);
    expect(await aggregate([{ $sort: { n: 1 } }])).to.include({ ok: 0, code: 292 });
  });

  it('of groups is bounded: what they are called counts', async () => {
    expect(await aggregate([{ $group: { _id: '$text' } }, { $count: 'n' }])).to.include({ ok: 0, code: 292 });
    const few = { $group: { _id: { $mod: ['$_id', 2] }, n: { $sum: 1 } } };
    expect(ids(await aggregate([few, { $sort: { _id: 1 } }]))).to.deep.equal([0, 1]);
  });

  it('of an index serves a sort however large the documents are', async () => {
    await database.run({ createIndexes: 'large', indexes: [{ key: { n: 1 }, name: 'n_1' }] });
    const reply = await database.run({ find: 'large', sort: { n: 1 }, projection: { _id: 1 } });
    expect(ids(reply)).to.deep.equal([6, 5, 4, 3, 2, 1, 0]);
  });
});
