import { BSON } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('an index made over documents that are there', () => {
  let database: InProcess;
  beforeEach(async () => {
    database = await openInProcess();
  });
  afterEach(() => database.close());

  /** More than two pieces of a build are; `n` is the same in the first and the last. */
  const many = 2600;
  const fill = (count: number): Promise<Fields> =>
    database.run({
      insert: 'c',
      documents: Array.from({ length: count }, (_, n) => ({ _id: n, n: n % (count - 1), list: [n, n + 0.5] })),
    });
  const create = (...indexes: Fields[]): Promise<Fields> => database.run({ createIndexes: 'c', indexes });
  const entries = (): number[] => {
    const { catalog, store } = database.engine;
    return Array.from({ length: catalog.newSpace() }, (_, space) => store.count(space)).filter((count) => count > 0);
  };
  const names = async (): Promise<unknown[]> => {
    const { cursor } = (await database.run({ listIndexes: 'c' })) as { cursor: { firstBatch: Fields[] } };
    return cursor.firstBatch.map(({ name }) => name);
  };
  const set = (_id: number, fields: Fields): Promise<Fields> =>
    database.run({ update: 'c', updates: [{ q: { _id }, u: { $set: fields } }] });

  it('has an entry for each of their keys', async () => {
    await fill(300);
    expect(await create({ key: { list: 1 }, name: 'l' }, { key: { n: 1 }, name: 'n' })).to.include({ ok: 1 });
    expect(entries()).to.have.members([300, 300, 600, 300]);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });

  it('leaves nothing behind, nor any other of the same command, when it cannot be made', async () => {
    await fill(many);
    const before = entries();
    const failed = await create({ key: { list: 1 }, name: 'l' }, { key: { n: 1 }, name: 'n', unique: true });
    expect(failed).to.include({ ok: 0, code: 11000 });
    expect(entries()).to.deep.equal(before);
    await database.run({ insert: 'c', documents: [{ list: [1], n: [2] }] });
    const whole = entries();
    expect(await create({ key: { list: 1, n: 1 }, name: 'both' })).to.include({ ok: 0, code: 171 });
    expect(entries()).to.deep.equal(whole);
    expect(await names()).to.deep.equal(['_id_']);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });

  it('lets others in between its pieces, and serves nobody before it is whole', async () => {
    await fill(many);
    const stage = async (): Promise<string> =>
      JSON.stringify(await database.run({ explain: { find: 'c', filter: { n: 7 } }, verbosity: 'queryPlanner' }));
    let created = false;
    const creation = create({ key: { n: 1 }, name: 'n' }).finally(() => {
      created = true;
    });
    const answers: string[] = [];
    for (let n = 0; !created; n++) {
      expect(await database.run({ insert: 'c', documents: [{ _id: -1 - n, n: 7 }] })).to.include({ n: 1 });
      if (!created) answers.push(await stage());
    }
    expect(await creation).to.include({ ok: 1, numIndexesBefore: 1, numIndexesAfter: 2 });
    expect(answers.length).to.be.at.least(2);
    for (const answer of answers) expect(answer).to.include('COLLSCAN').and.not.include('IXSCAN');
    expect(await stage()).to.include('IXSCAN');
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });

  it('follows what others write while it is made', async function () {
    this.timeout(60_000);
    const _id = fc.integer({ min: 0, max: many + 20 });
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }));
    const write = fc.oneof(
      fc.record({ _id, value }).map(({ _id, value }) => ({
        update: 'c',
        updates: [{ q: { _id }, u: { $set: { list: value } }, upsert: true }],
      })),
      _id.map((_id) => ({ delete: 'c', deletes: [{ q: { _id }, limit: 1 }] })),
    );
    const waves = fc.array(fc.array(write, { minLength: 1, maxLength: 20 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(waves, async (wanted) => {
        await database.run({ drop: 'c' });
        await fill(many);
        const creation = create({ key: { list: 1, n: 1 }, name: 'both' });
        for (const wave of wanted)
          for (const reply of await Promise.all(wave.map((command) => database.run(command))))
            expect(reply).to.include({ ok: 1 }).and.not.have.property('writeErrors');
        expect(await creation).to.include({ ok: 1 });
        expect(await database.run({ validate: 'c' })).to.include({ valid: true });
      }),
      { numRuns: 8 },
    );
  });

  const spoilers: Record<string, () => Promise<Fields>> = {
    'changes into what it cannot hold': () => set(5, { n: 0 }),
    'inserts what it cannot hold': () => database.run({ insert: 'c', documents: [{ _id: 'late', n: 0 }] }),
  };
  for (const [what, spoil] of Object.entries(spoilers)) {
    it(`fails when another ${what} meanwhile, who succeeds`, async () => {
      await fill(many);
      await set(many - 1, { n: many });
      const before = entries().length;
      const creation = create({ key: { n: 1 }, name: 'n', unique: true });
      const spoiled = await spoil();
      expect(spoiled).to.include({ ok: 1, n: 1 }).and.not.have.property('writeErrors');
      expect(await creation).to.include({ ok: 0, code: 11000 });
      expect(entries().length).to.equal(before);
      expect(await names()).to.deep.equal(['_id_']);
    });
  }

  it('ends with its collection', async () => {
    await fill(many);
    const creation = create({ key: { n: 1 }, name: 'n' });
    expect(await database.run({ drop: 'c' })).to.include({ ok: 1 });
    expect(await creation).to.include({ ok: 0, code: 276, codeName: 'IndexBuildAborted' });
    expect(entries()).to.deep.equal([]);
  });

  it('is made once when two ask for it', async () => {
    await fill(many);
    const [first, second] = await Promise.all([
      create({ key: { n: 1 }, name: 'n' }),
      create({ key: { n: 1 }, name: 'n' }),
    ]);
    expect(first).to.include({ ok: 1, numIndexesAfter: 2 }).and.not.have.property('note');
    expect(second).to.include({ ok: 1, numIndexesBefore: 2, numIndexesAfter: 2 }).and.have.property('note');
  });

  it('waits for open transactions, and holds what they have written', async () => {
    await fill(many);
    const session = { lsid: { id: new BSON.UUID() }, txnNumber: BSON.Long.fromNumber(1), autocommit: false };
    const document = { _id: 'in transaction', n: -1 };
    await database.run({ insert: 'c', documents: [document], ...session, startTransaction: true });
    const answers: string[] = [];
    const creation = create({ key: { n: 1 }, name: 'n' }).then(() => answers.push('created'));
    // Enough writes for all of its pieces, one after the other.
    for (let turn = 0; turn < 6; turn++) await set(turn, { turn });
    expect(answers).to.deep.equal([]);
    expect(await database.run({ commitTransaction: 1, ...session, $db: 'admin' })).to.include({ ok: 1 });
    await creation;
    const found = (await database.run({ find: 'c', filter: { n: -1 }, hint: 'n' })) as {
      cursor: { firstBatch: Fields[] };
    };
    expect(found.cursor.firstBatch).to.deep.equal([document]);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });

  it('leaves nothing that lasts when the process is killed while it is made', async () => {
    await fill(10);
    const { catalog, store } = database.engine;
    const before = entries();
    // What a build has written before it was killed: entries of an index which the catalog does not know.
    const left = catalog.newSpace();
    await store.write((view) => view.put(left, Buffer.from('entry'), Buffer.from('record')));
    expect(store.count(left)).to.equal(1);
    await catalog.removeAbandoned();
    expect(entries()).to.deep.equal(before);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });
});
