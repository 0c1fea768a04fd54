import { BSON } from 'bson';
import { expect } from 'chai';
import { sweep } from './sweep.ts';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

const minute = 60_000;

describe('what nobody uses any more', () => {
  let database: InProcess;
  let now = Date.UTC(2026, 0, 1);
  before(async () => {
    database = await openInProcess({ clock: () => now });
    await database.run({ insert: 'rows', documents: [1, 2, 3, 4].map((_id) => ({ _id, n: 0 })) });
  });
  after(() => database.close());

  async function pass(milliseconds: number): Promise<void> {
    now += milliseconds;
    database.engine.sessions.abortIdle(now);
    await sweep(database.engine, now);
  }

  const session = (number: number) => ({ lsid: { id: new BSON.Binary(Buffer.alloc(16, number), 4) } });

  async function openCursor(options: object = {}): Promise<unknown> {
    const { cursor } = (await database.run({ find: 'rows', batchSize: 1, ...options })) as { cursor: { id: unknown } };
    return cursor.id;
  }
  const more = (id: unknown) => database.run({ getMore: id, collection: 'rows', batchSize: 1 });
  const asLong = (id: unknown) => (BSON.Long.isLong(id) ? id : BSON.Long.fromString(String(id)));

  it('a cursor: ten minutes after its last use, unless it was opened to stay', async () => {
    const [idle, used, kept] = [
      asLong(await openCursor()),
      asLong(await openCursor()),
      asLong(await openCursor({ noCursorTimeout: true })),
    ];
    await pass(9 * minute);
    expect(await more(used)).to.include({ ok: 1 });
    await pass(minute + 1);
    expect(await more(idle)).to.include({ ok: 0, code: 43, codeName: 'CursorNotFound' });
    expect(await more(used)).to.include({ ok: 1 });
    await pass(60 * minute);
    expect(await more(used)).to.include({ code: 43 });
    expect(await more(kept)).to.include({ ok: 1 });
  });

  it('a transaction: a minute after its last command, and what it held is free', async () => {
    const within = { ...session(1), txnNumber: BSON.Long.fromNumber(1), autocommit: false };
    const change = { update: 'rows', updates: [{ q: { _id: 1 }, u: { $set: { n: 1 } } }] };
    expect(await database.run({ ...change, ...within, startTransaction: true })).to.include({ ok: 1, nModified: 1 });
    await pass(minute);
    expect(await database.run({ find: 'rows', ...within })).to.include({ ok: 1 });
    await pass(minute + 1);
    expect(await database.run({ commitTransaction: 1, ...within, $db: 'admin' })).to.include({ ok: 0, code: 251 });
    expect(await database.run(change)).to.include({ ok: 1, nModified: 1 });
  });

  it('the answer to a retryable write: half an hour after the session was last used', async () => {
    const increment = {
      update: 'rows',
      updates: [{ q: { _id: 2 }, u: { $inc: { n: 1 } } }],
      ...session(2),
      txnNumber: BSON.Long.fromNumber(1),
    };
    const counted = async () => {
      const { cursor } = (await database.run({ find: 'rows', filter: { _id: 2 } })) as {
        cursor: { firstBatch: { n: number }[] };
      };
      return cursor.firstBatch[0]?.n;
    };
    await database.run(increment);
    for (let use = 0; use < 3; use++) {
      await pass(20 * minute);
      expect(await database.run(increment)).to.include({ ok: 1, nModified: 1 });
      expect(await counted()).to.equal(1);
    }
    await pass(30 * minute + 1);
    expect(await database.run(increment)).to.include({ ok: 1, nModified: 1 });
    expect(await counted()).to.equal(2);
  });
});
