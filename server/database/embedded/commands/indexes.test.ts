import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('an index made over documents that are there', () => {
  let database: InProcess;
  beforeEach(async () => {
    database = await openInProcess();
    const documents = Array.from({ length: 300 }, (_, n) => ({ _id: n, n: n % 299, list: [n, n + 0.5] }));
    await database.run({ insert: 'c', documents });
  });
  afterEach(() => database.close());

  const create = (...indexes: Fields[]): Promise<Fields> => database.run({ createIndexes: 'c', indexes });
  const entries = (): number[] => {
    const { catalog, store } = database.engine;
    return Array.from({ length: catalog.newSpace() }, (_, space) => store.count(space)).filter((count) => count > 0);
  };

  it('has an entry for each of their keys', async () => {
    expect(await create({ key: { list: 1 }, name: 'l' }, { key: { n: 1 }, name: 'n' })).to.include({ ok: 1 });
    expect(entries()).to.have.members([300, 300, 600, 300]);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });

  it('leaves nothing behind, nor any other of the same command, when it cannot be made', async () => {
    const before = entries();
    const failed = await create({ key: { list: 1 }, name: 'l' }, { key: { n: 1 }, name: 'n', unique: true });
    expect(failed).to.include({ ok: 0, code: 11000 });
    expect(entries()).to.deep.equal(before);
    await database.run({ insert: 'c', documents: [{ list: [1], n: [2] }] });
    const whole = entries();
    expect(await create({ key: { list: 1, n: 1 }, name: 'both' })).to.include({ ok: 0, code: 171 });
    expect(entries()).to.deep.equal(whole);
    const { cursor } = (await database.run({ listIndexes: 'c' })) as { cursor: { firstBatch: Fields[] } };
    expect(cursor.firstBatch.map(({ name }) => name)).to.deep.equal(['_id_']);
    expect(await database.run({ validate: 'c' })).to.include({ valid: true });
  });
});
