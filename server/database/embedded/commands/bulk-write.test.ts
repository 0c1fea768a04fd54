import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

describe('the bulkWrite command', () => {
  let engine: InProcess;
  before(async () => {
    engine = await openInProcess();
  });
  after(() => engine.close());

  const all = async (collection: string) => {
    const { cursor } = await engine.run({ find: collection, sort: { _id: 1 } });
    return (cursor as { firstBatch: unknown[] }).firstBatch;
  };
  const bulk = (collection: string, ops: Record<string, unknown>[], more: Record<string, unknown> = {}) =>
    engine.run({
      bulkWrite: 1,
      ops,
      nsInfo: [{ ns: `test.${collection}` }, { ns: 'test.other' }],
      ...more,
      $db: 'admin',
    });

  it('writes to several collections in one command and counts each kind', async () => {
    const reply = await bulk('mixed', [
      { insert: 0, document: { _id: 1, a: 1 } },
      { insert: 1, document: { _id: 2 } },
      { update: 0, filter: { a: 1 }, updateMods: { $inc: { a: 1 } } },
      { update: 0, filter: { _id: 9 }, updateMods: { $set: { a: 9 } }, upsert: true },
      { delete: 1, filter: { _id: 2 } },
    ]);
    expect(reply).to.include({ ok: 1, nErrors: 0, nInserted: 2, nMatched: 1, nModified: 1, nUpserted: 1, nDeleted: 1 });
    expect((reply.cursor as { firstBatch: unknown[] }).firstBatch).to.deep.equal([
      { ok: 1, idx: 0, n: 1 },
      { ok: 1, idx: 1, n: 1 },
      { ok: 1, idx: 2, n: 1, nModified: 1 },
      { ok: 1, idx: 3, n: 1, nModified: 0, upserted: { _id: 9 } },
      { ok: 1, idx: 4, n: 1 },
    ]);
    expect(await all('mixed')).to.deep.equal([
      { _id: 1, a: 2 },
      { _id: 9, a: 9 },
    ]);
    expect(await all('other')).to.deep.equal([]);
  });

  const twice = [
    { insert: 0, document: { _id: 1 } },
    { insert: 0, document: { _id: 1 } },
    { insert: 0, document: { _id: 2 } },
  ];

  it('ends at the first error when it is ordered', async () => {
    const reply = await bulk('ordered', twice, { errorsOnly: true });
    expect(reply).to.include({ ok: 1, nErrors: 1, nInserted: 1 });
    const [only, ...further] = (reply.cursor as { firstBatch: Record<string, unknown>[] }).firstBatch;
    expect(only).to.include({ ok: 0, idx: 1, code: 11000 });
    expect(further).to.deep.equal([]);
    expect(await all('ordered')).to.deep.equal([{ _id: 1 }]);
  });

  it('goes on after an error when it is not', async () => {
    const reply = await bulk('unordered', twice, { ordered: false });
    expect(reply).to.include({ nErrors: 1, nInserted: 2 });
    expect((reply.cursor as { firstBatch: { idx: number }[] }).firstBatch.map(({ idx }) => idx)).to.deep.equal([
      0, 1, 2,
    ]);
    expect(await all('unordered')).to.deep.equal([{ _id: 1 }, { _id: 2 }]);
  });

  it('answers the same again when it is sent again', async () => {
    const lsid = { id: new BSON.UUID().toBinary() };
    const send = () => bulk('again', [{ insert: 0, document: { a: 1 } }], { lsid, txnNumber: BSON.Long.fromNumber(1) });
    const first = await send();
    expect(first).to.include({ ok: 1, nInserted: 1 });
    expect(await send()).to.deep.include({ cursor: first.cursor, nInserted: 1 });
    expect(await all('again')).to.have.length(1);
  });

  const wrong: Record<string, [op: Record<string, unknown>, code: number]> = {
    'a namespace that is not there': [{ insert: 7, document: {} }, 2],
    'a field it does not know': [{ insert: 0, document: {}, surprise: 1 }, 40415],
    'no kind of write': [{ find: 0 }, 2],
  };
  for (const [name, [op, code]] of Object.entries(wrong)) {
    it(`writes nothing at all where an operation has ${name}`, async () => {
      const reply = await bulk('wrong', [{ insert: 0, document: { _id: 1 } }, op]);
      expect(reply).to.include({ ok: 0, code });
      expect(await all('wrong')).to.deep.equal([]);
    });
  }

  it('runs on the database admin alone', async () => {
    const reply = await engine.run({ bulkWrite: 1, ops: [{ insert: 0, document: {} }], nsInfo: [{ ns: 'test.x' }] });
    expect(reply).to.include({ ok: 0, code: 13 });
  });
});
