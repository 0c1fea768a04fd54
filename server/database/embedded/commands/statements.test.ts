import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('a write of many documents', () => {
  /** More than two pieces. */
  const many = 5000;
  let database: InProcess;
  beforeEach(async () => {
    database = await openInProcess();
    const documents = Array.from({ length: many }, (_, _id) => ({ _id, state: 'old', n: _id }));
    await database.run({ createIndexes: 'c', indexes: [{ key: { n: 1 }, name: 'n' }] });
    await database.run({ insert: 'c', documents });
  });
  afterEach(() => database.close());

  const count = async (query: Fields): Promise<unknown> => (await database.run({ count: 'c', query })).n;
  const renew = (fields: Fields = {}): Promise<Fields> =>
    database.run({
      update: 'c',
      updates: [{ q: { state: 'old' }, u: { $set: { state: 'new' }, $inc: { n: many } }, multi: true }],
      ...fields,
    });
  const remove = (fields: Fields = {}): Promise<Fields> =>
    database.run({ delete: 'c', deletes: [{ q: { state: 'old' }, limit: 0 }], ...fields });
  const all: Record<string, () => Promise<Fields>> = {
    updates: renew,
    removes: remove,
    'updates in bulk': () =>
      database.run({
        bulkWrite: 1,
        ops: [{ update: 0, filter: { state: 'old' }, updateMods: { $set: { state: 'new' } }, multi: true }],
        nsInfo: [{ ns: 'test.c' }],
        $db: 'admin',
      }),
  };

  for (const [what, write] of Object.entries(all)) {
    it(`lets others in between its pieces when it ${what}`, async () => {
      let written = false;
      const writing = write().finally(() => {
        written = true;
      });
      let answered = 0;
      for (let n = 0; !written; n++) {
        expect(await database.run({ insert: 'other', documents: [{ n }] })).to.include({ n: 1 });
        if (!written) answered++;
      }
      const reply = await writing;
      expect(reply.n ?? reply.nModified).to.equal(many);
      expect(answered).to.be.at.least(2);
      expect(await count({ state: 'old' })).to.equal(0);
      expect(await database.run({ validate: 'c' })).to.include({ valid: true });
    });
  }

  it('leaves alone what it is not about any more when its turn comes', async () => {
    const writing = renew();
    await database.run({ update: 'c', updates: [{ q: { _id: many - 1 }, u: { $set: { state: 'kept' } } }] });
    await database.run({ delete: 'c', deletes: [{ q: { _id: many - 2 }, limit: 1 }] });
    expect(await writing).to.include({ n: many - 2, nModified: many - 2 });
    expect(await count({ state: 'kept', n: many - 1 })).to.equal(1);
    expect(await count({})).to.equal(many - 1);
  });

  it('waits for a transaction where it comes to its document, and changes each once', async () => {
    const session = { lsid: { id: new BSON.UUID() }, txnNumber: BSON.Long.fromNumber(1), autocommit: false };
    const held = { q: { _id: 10 }, u: { $set: { held: true } } };
    await database.run({ update: 'c', updates: [held], ...session, startTransaction: true });
    const answers: string[] = [];
    const writing = renew().then((reply) => {
      answers.push('written');
      return reply;
    });
    for (let n = 0; n < 6; n++) await database.run({ insert: 'other', documents: [{ n }] });
    expect(answers).to.deep.equal([]);
    await database.run({ commitTransaction: 1, ...session, $db: 'admin' });
    expect(await writing).to.include({ n: many, nModified: many });
    expect(await count({ state: 'new', n: { $gte: many, $lt: 2 * many } })).to.equal(many);
    expect(await count({ _id: 10, state: 'new', held: true })).to.equal(1);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });

  it('ends with an error when its collection is dropped', async () => {
    const writing = renew();
    await database.run({ drop: 'c' });
    expect((await writing).writeErrors).to.deep.include.members([
      { index: 0, code: 175, errmsg: 'query plan killed :: caused by :: collection dropped' },
    ]);
    expect(await count({})).to.equal(0);
  });

  it('of which one is wanted is remembered in the write that changes it, wherever a piece ends', async () => {
    const { store } = database.engine;
    const flushed = store.flushed.bind(store);
    for (let n = 1996; n <= 2003; n++) {
      const id = new BSON.UUID();
      const states: unknown[] = [];
      store.flushed = async () => {
        await flushed();
        states.push([await count({ _id: n, state: 'new' }), store.sessions.get(Buffer.from(id.buffer)) !== undefined]);
      };
      // Not by an index: the document is looked for.
      const statement = { q: { n: { $mod: [10_000, n] } }, u: { $set: { state: 'new' } } };
      const numbered = { lsid: { id }, txnNumber: BSON.Long.fromNumber(1) };
      expect(await database.run({ update: 'c', updates: [statement], ...numbered })).to.include({ n: 1, nModified: 1 });
      expect(states.at(-1)).to.deep.equal([1, true]);
      expect(states).not.to.deep.include([1, false]);
    }
  });

  it('cannot be asked for again by its number', async () => {
    const numbered = { lsid: { id: new BSON.UUID() }, txnNumber: BSON.Long.fromNumber(1) };
    for (const write of [renew, remove]) {
      const { writeErrors } = (await write(numbered)) as { writeErrors: Fields[] };
      expect(writeErrors.map(({ code }) => code)).to.deep.equal([72]);
    }
    expect(await count({ state: 'old' })).to.equal(many);
  });
});
