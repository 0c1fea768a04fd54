import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('the memory a command may take', () => {
  let database: InProcess;
  beforeEach(async () => {
    database = await openInProcess();
  });
  afterEach(() => database.close());

  it('bounds what the groups of $group hold together', async () => {
    const text = 'x'.repeat(65_536);
    await database.run({ insert: 'c', documents: Array.from({ length: 9 }, (_, _id) => ({ _id, text })) });
    const grouped = (times: number): Promise<Fields> =>
      database.run({
        aggregate: 'c',
        pipeline: [
          { $group: { _id: '$_id', all: { $push: { $concat: Array.from({ length: times }, () => '$text') } } } },
          { $count: 'groups' },
        ],
        cursor: {},
      });
    expect((await grouped(1)).cursor).to.have.deep.property('firstBatch', [{ groups: 9 }]);
    expect(await grouped(200)).to.include({ ok: 0, code: 292 });
  });

  it('lets an update change, and a removal remove, more than is held', async () => {
    const text = 'x'.repeat(1_000_000);
    for (let _id = 0; _id < 20; _id++) await database.run({ insert: 'c', documents: [{ _id, text, n: 0 }] });
    const updates = [{ q: {}, u: { $inc: { n: 1 } }, multi: true }];
    expect(await database.run({ update: 'c', updates })).to.include({ n: 20, nModified: 20 });
    expect(await database.run({ count: 'c', query: { n: 1 } })).to.include({ n: 20 });
    expect(await database.run({ delete: 'c', deletes: [{ q: { n: 1 }, limit: 0 }] })).to.include({ n: 20 });
    expect(await database.run({ validate: 'c' })).to.include({ valid: true, nrecords: 0 });
  });

  it('bounds what distinct gathers', async () => {
    const text = 'x'.repeat(1_000_000);
    for (let _id = 0; _id < 17; _id++) await database.run({ insert: 'c', documents: [{ _id, text: `${_id}${text}` }] });
    expect(await database.run({ distinct: 'c', key: 'text' })).to.include({ ok: 0, code: 17217 });
    expect(await database.run({ distinct: 'c', key: 'text', query: { _id: 1 } })).to.include({ ok: 1 });
  });
});
