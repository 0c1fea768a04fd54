import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

/** LMDB's promise that everything issued before is on the disk is kept back until `release`. */
function holdFlushes({ engine: { store } }: InProcess): { asked: () => number; release: () => void } {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const flushed = store.flushed.bind(store);
  let asked = 0;
  store.flushed = () => {
    asked++;
    return Promise.all([flushed(), held]);
  };
  return { asked: () => asked, release };
}

describe('the answer to a write', () => {
  let database: InProcess;
  const session = { lsid: { id: new BSON.UUID() }, txnNumber: BSON.Long.fromNumber(1), autocommit: false };
  beforeEach(async () => {
    database = await openInProcess();
    await database.run({ insert: 'c', documents: [{ _id: 1, n: 1 }] });
    await database.run({ insert: 'c', documents: [{ _id: 'late' }], ...session, startTransaction: true });
  });
  afterEach(() => database.close());

  const count = async (query: Fields): Promise<unknown> =>
    (
      (await database.run({ aggregate: 'c', pipeline: [{ $match: query }], cursor: {} })) as {
        cursor: { firstBatch: [] };
      }
    ).cursor.firstBatch.length;
  const writes: Record<string, { command: Fields; shows: () => Promise<boolean> }> = {
    insert: {
      command: { insert: 'c', documents: [{ _id: 2 }], writeConcern: { w: 1 } },
      shows: async () => (await count({ _id: 2 })) === 1,
    },
    update: {
      command: { update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { n: 2 } } }], writeConcern: { w: 'majority' } },
      shows: async () => (await count({ n: 2 })) === 1,
    },
    delete: {
      command: { delete: 'c', deletes: [{ q: {}, limit: 0 }] },
      shows: async () => (await count({})) === 0,
    },
    findAndModify: {
      command: { findAndModify: 'c', query: { _id: 1 }, update: { $inc: { n: 1 } }, new: true },
      shows: async () => (await count({ n: 2 })) === 1,
    },
    bulkWrite: {
      command: { bulkWrite: 1, ops: [{ insert: 0, document: { _id: 2 } }], nsInfo: [{ ns: 'test.c' }], $db: 'admin' },
      shows: async () => (await count({ _id: 2 })) === 1,
    },
    commitTransaction: {
      command: { commitTransaction: 1, ...session, $db: 'admin' },
      shows: async () => (await count({ _id: 'late' })) === 1,
    },
    create: {
      command: { create: 'other' },
      shows: async () => database.engine.catalog.find('test', 'other') !== undefined,
    },
  };
  for (const [name, { command, shows }] of Object.entries(writes)) {
    it(`of ${name} is not given before the write is on the disk, though others see it`, async () => {
      const { asked, release } = holdFlushes(database);
      let answered = false;
      const answer = database.run(command).finally(() => {
        answered = true;
      });
      for (let visible = false; !visible; visible = await shows()) await database.engine.store.settled();
      expect(asked()).to.equal(1);
      expect(answered).to.equal(false);
      release();
      expect(await answer)
        .to.include({ ok: 1 })
        .and.not.have.property('writeErrors');
    });
  }

  it('of a read with a read concern waits, too, for what it has read', async () => {
    const { release } = holdFlushes(database);
    const written = database.run({ insert: 'c', documents: [{ _id: 2 }] });
    while ((await count({ _id: 2 })) === 0) await database.engine.store.settled();
    let answered = false;
    const read = database.run({ find: 'c', readConcern: { level: 'majority' } }).finally(() => {
      answered = true;
    });
    // A later read without a read concern is answered first.
    await count({});
    expect(answered).to.equal(false);
    release();
    expect((await read).ok).to.equal(1);
    await written;
  });
});
