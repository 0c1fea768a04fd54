import { expect } from 'chai';
import { removeExpired } from './sweep.ts';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

describe('the sweep', () => {
  let inProcess: InProcess;
  before(async () => {
    inProcess = await openInProcess();
  });
  after(() => inProcess.close());

  it('removes what TTL indexes and clustered collections say has expired, and only that', async () => {
    const now = Date.UTC(2026, 0, 1);
    const at = (seconds: number): Date => new Date(now - seconds * 1000);
    await inProcess.run({
      createIndexes: 'sessions',
      indexes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 60, partialFilterExpression: { kept: false } }],
    });
    await inProcess.run({ createIndexes: 'tokens', indexes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 60 }] });
    const rows = [
      { _id: 1, at: at(61) },
      { _id: 2, at: at(59) },
      { _id: 3 },
      { _id: 4, at: 5 },
      { _id: 5, at: [at(0), at(100)] },
    ];
    await inProcess.run({ insert: 'tokens', documents: rows });
    await inProcess.run({
      insert: 'sessions',
      documents: [
        { _id: 1, at: at(61), kept: false },
        { _id: 2, at: at(61), kept: true },
      ],
    });
    await inProcess.run({ create: 'log', clusteredIndex: { key: { _id: 1 }, unique: true }, expireAfterSeconds: 10 });
    await inProcess.run({ insert: 'log', documents: [{ _id: at(11) }, { _id: at(9) }, { _id: 'text' }] });
    await removeExpired(inProcess.engine, now);
    const ids = async (collection: string): Promise<unknown[]> => {
      const { cursor } = (await inProcess.run({ find: collection })) as { cursor: { firstBatch: { _id: unknown }[] } };
      return cursor.firstBatch.map(({ _id }) => _id);
    };
    expect(await ids('tokens')).to.deep.equal([2, 3, 4]);
    expect(await ids('sessions')).to.deep.equal([2]);
    expect(await ids('log')).to.deep.equal(['text', at(9)]);
  });
});
