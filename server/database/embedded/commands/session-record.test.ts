import { BSON } from 'bson';
import { expect } from 'chai';
import { temporaryDirectory } from '../testing-support/engine.ts';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;
const count = 3000;

describe('what is remembered of a long retryable write', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let database: InProcess;
  const lsid = { id: new BSON.UUID() };
  beforeEach(async () => {
    directory = await temporaryDirectory();
    database = await openInProcess({ dataDirectory: directory.path });
  });
  afterEach(async () => {
    await database.close();
    await directory.remove();
  });

  const entries = (): number => database.engine.store.sessions.getKeysCount({});
  const answer = async (command: Fields, txnNumber: number): Promise<Fields> => {
    const { $clusterTime, operationTime, ...reply } = await database.run({
      ...command,
      lsid,
      txnNumber: BSON.Long.fromNumber(txnNumber),
    });
    return reply;
  };
  const again = async (command: Fields, first: Fields): Promise<void> => {
    expect(await answer(command, 1)).to.deep.equal(first);
    await database.close();
    database = await openInProcess({ dataDirectory: directory.path });
    expect(await answer(command, 1)).to.deep.equal(first);
    expect(await database.run({ count: 'c' })).to.include({ n: count });
  };

  it('gives every result of a bulk write again, also after a restart, and goes with its number', async () => {
    const command = {
      bulkWrite: 1,
      $db: 'admin',
      ops: Array.from({ length: count }, (_, _id) => ({ insert: 0, document: { _id } })),
      nsInfo: [{ ns: 'test.c' }],
    };
    const first = await answer(command, 1);
    expect(first).to.include({ ok: 1, nInserted: count });
    expect((first.cursor as { firstBatch: unknown[] }).firstBatch).to.have.length(count);
    expect(entries()).to.be.greaterThan(1);
    await again(command, first);
    await answer({ insert: 'c', documents: [{}] }, 2);
    await database.engine.sessions.sweep(Date.now());
    expect(entries()).to.equal(1);
  });

  it('gives every error again', async () => {
    const documents = Array.from({ length: count }, (_, n) => ({ _id: n % (count / 2) }));
    const rest = Array.from({ length: count / 2 }, (_, n) => ({ _id: n + count / 2 }));
    const command = { insert: 'c', ordered: false, documents: [...documents, ...rest] };
    const first = await answer(command, 1);
    expect(first.writeErrors).to.have.length(count / 2);
    await again(command, first);
    await database.engine.sessions.sweep(Date.now() + 3_600_000);
    expect(entries()).to.equal(0);
  });

  it('is of sessions named by UUIDs alone', async () => {
    const named = { find: 'c', lsid: { id: new BSON.Binary(Buffer.alloc(5), 4) } };
    expect(await database.run(named)).to.include({ ok: 0, code: 207 });
  });
});
