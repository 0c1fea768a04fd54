import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Cursor = { firstBatch: Record<string, unknown>[]; id: BSON.Long | number; atClusterTime?: BSON.Timestamp };

describe('a read of a snapshot', () => {
  let database: InProcess;
  const lsid = { id: new BSON.UUID() };
  const at = (atClusterTime?: BSON.Timestamp) => ({
    lsid,
    readConcern: { level: 'snapshot', ...(atClusterTime ? { atClusterTime } : {}) },
  });
  const find = async (options: Record<string, unknown>) =>
    (await database.run({ find: 'c', filter: {}, ...options })).cursor as Cursor;
  const ids = ({ firstBatch }: Cursor) => firstBatch.map(({ _id }) => _id);

  beforeEach(async () => {
    database = await openInProcess();
    await database.run({ insert: 'c', documents: [{ _id: 1 }, { _id: 2 }] });
  });
  afterEach(() => database.close());

  it('sees what was there when its time was taken, whatever is written after', async () => {
    const first = await find(at());
    expect(ids(first)).to.deep.equal([1, 2]);
    await database.run({ insert: 'c', documents: [{ _id: 3 }] });
    await database.run({ delete: 'c', deletes: [{ q: { _id: 1 }, limit: 1 }] });
    await database.run({ insert: 'new', documents: [{ _id: 1 }] });
    const again = at(first.atClusterTime);
    expect(ids(await find(again))).to.deep.equal([1, 2]);
    expect((await database.run({ distinct: 'c', key: '_id', ...again })).values).to.deep.equal([1, 2]);
    const counted = await database.run({ aggregate: 'c', pipeline: [{ $count: 'n' }], cursor: {}, ...again });
    expect((counted.cursor as Cursor).firstBatch).to.deep.equal([{ n: 2 }]);
    expect(ids(await find({ find: 'new', ...again }))).to.deep.equal([]);
    expect(ids(await find({}))).to.deep.equal([2, 3]);
  });

  it('begins with every acknowledged write', async () => {
    const times = new Set<string>();
    for (let _id = 3; _id < 50; _id++) {
      await database.run({ insert: 'c', documents: [{ _id }] });
      const cursor = await find(at());
      expect(cursor.firstBatch).to.have.length(_id);
      times.add(String(cursor.atClusterTime));
    }
    expect(times.size).to.equal(47);
  });

  it('is of one time as long as nothing is written', async () => {
    const [one, two] = [await find(at()), await find(at())];
    expect(String(one.atClusterTime)).to.equal(String(two.atClusterTime));
  });

  it('is refused when the snapshot is held no more, or its collection has changed', async () => {
    const unknown = await database.run({ find: 'c', ...at(new BSON.Timestamp({ t: 1, i: 1 })) });
    expect(unknown).to.include({ code: 239, codeName: 'SnapshotTooOld' });
    const { atClusterTime } = await find(at());
    await database.run({ drop: 'c' });
    expect(await database.run({ find: 'c', ...at(atClusterTime) })).to.include({ code: 246 });
    database.engine.snapshots.endIdle(Date.now() + 3_600_000);
    expect(await database.run({ find: 'c', ...at(atClusterTime) })).to.include({ code: 239 });
  });

  it('keeps its cursors as long as it is held', async () => {
    const cursor = await find({ batchSize: 1, ...at() });
    await database.run({ delete: 'c', deletes: [{ q: {}, limit: 0 }] });
    const more = { getMore: BSON.Long.fromValue(cursor.id), collection: 'c', batchSize: 1, lsid };
    expect((await database.run(more)).cursor).to.have.deep.property('nextBatch', [{ _id: 2 }]);
    database.engine.snapshots.endIdle(Date.now() + 3_600_000);
    expect(await database.run(more)).to.include({ code: 43 });
  });

  it('is for reads alone', async () => {
    const commands = [
      { insert: 'c', documents: [{ _id: 9 }] },
      { listCollections: 1 },
      { aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {} },
    ];
    for (const command of commands) expect(await database.run({ ...command, ...at() })).to.include({ ok: 0, code: 72 });
  });
});
