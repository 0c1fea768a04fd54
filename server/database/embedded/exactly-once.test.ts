import { randomUUID } from 'node:crypto';
import { BSON } from 'bson';
import { expect } from 'chai';
import { type EmbeddedEngine, startEmbeddedEngine } from './index.ts';
import { temporaryDirectory } from './testing-support/engine.ts';
import { message, nextMessage, open, rawCommand } from './testing-support/socket.ts';

type Fields = Record<string, unknown>;

describe('a command that comes again after kill -9', function () {
  this.timeout(120_000);
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let engine: EmbeddedEngine;
  const sessions = Array.from({ length: 6 }, () => ({ id: new BSON.UUID(randomUUID()) }));

  beforeEach(async () => {
    directory = await temporaryDirectory();
    engine = await startEmbeddedEngine({ dataDirectory: directory.path });
  });
  afterEach(async () => {
    await engine.stop();
    await directory.remove();
  });

  const run = (command: Fields) => rawCommand(engine.uri, { ...command, $db: command.$db ?? 'agritrace' });
  const numbered = (number: number, command: Fields, session = 0) => ({
    ...command,
    lsid: sessions[session],
    txnNumber: BSON.Long.fromNumber(number),
  });

  async function killAndStart(): Promise<void> {
    process.kill(engine.pid ?? 0, 'SIGKILL');
    expect(await engine.exited).to.include({ signal: 'SIGKILL' });
    engine = await startEmbeddedEngine({ dataDirectory: directory.path });
  }

  /** The reply without the times, which are those of the moment. */
  function lasting({ $clusterTime, operationTime, ...reply }: Fields): Fields {
    return reply;
  }

  it('is given the answer it was given before, and does nothing twice', async () => {
    const rows = { insert: 'rows', documents: [1, 2, 3].map((_id) => ({ _id, n: 0 })) };
    const increment = { $inc: { n: 1 } };
    const commands: Fields[] = [
      rows,
      {
        ...rows,
        documents: [
          { _id: 4, n: 0 },
          { _id: 4, n: 5 },
        ],
        ordered: false,
      },
      {
        update: 'rows',
        updates: [
          { q: { _id: 1 }, u: increment },
          { q: { _id: 9 }, u: increment, upsert: true },
        ],
      },
      { findAndModify: 'rows', query: { _id: 2 }, update: increment, new: true },
      { delete: 'rows', deletes: [{ q: { _id: 3 }, limit: 1 }] },
    ];
    const inBulk = {
      bulkWrite: 1,
      ops: [
        { update: 0, filter: { _id: 1 }, updateMods: increment },
        { insert: 0, document: { _id: 5, n: 0 } },
      ],
      nsInfo: [{ ns: 'agritrace.rows' }],
      $db: 'admin',
    };
    const answers = async (): Promise<Fields[]> => {
      const replies: Fields[] = [];
      for (const [session, command] of [...commands, inBulk].entries())
        replies.push(lasting(await run(numbered(1, command, session))));
      return replies;
    };
    const first = await answers();
    for (const reply of first) expect(reply, JSON.stringify(reply)).to.include({ ok: 1 });
    await killAndStart();
    expect(await answers()).to.deep.equal(first);
    const { cursor } = (await run({ find: 'rows', sort: { _id: 1 } })) as { cursor: { firstBatch: Fields[] } };
    expect(cursor.firstBatch).to.deep.equal([
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
      { _id: 4, n: 0 },
      { _id: 5, n: 0 },
      { _id: 9, n: 1 },
    ]);
    expect(await run(numbered(0, rows))).to.include({ ok: 0, code: 225 });
  });

  it('has happened once, at whatever moment the engine was killed', async () => {
    await run({ insert: 'counters', documents: [{ _id: 'c', n: 0 }] });
    const increment = { update: 'counters', updates: [{ q: { _id: 'c' }, u: { $inc: { n: 1 } } }] };
    for (let number = 1; number <= 3; number++) {
      const command = numbered(number, increment);
      const socket = open(engine.uri);
      const answered = nextMessage(socket);
      socket.write(message({ ...command, $db: 'agritrace' }));
      // At once, a little later, or after the answer.
      for (let turn = 0; turn < number - 1; turn++) await Promise.race([answered, new Promise(setImmediate)]);
      if (number === 3) await answered;
      await killAndStart();
      socket.destroy();
      expect(await run(command)).to.include({ ok: 1, n: 1, nModified: 1 });
      const { cursor } = (await run({ find: 'counters' })) as { cursor: { firstBatch: Fields[] } };
      expect(cursor.firstBatch).to.deep.equal([{ _id: 'c', n: number }]);
    }
  });

  it('is told of a transaction whether it was committed', async () => {
    const within = (number: number, command: Fields, first = false) => ({
      ...numbered(number, command),
      autocommit: false,
      ...(first ? { startTransaction: true } : {}),
    });
    const commit = (number: number) => run({ ...within(number, { commitTransaction: 1 }), $db: 'admin' });
    await run(within(1, { insert: 'rows', documents: [{ _id: 1 }] }, true));
    expect(await commit(1)).to.include({ ok: 1 });
    await run(within(2, { insert: 'rows', documents: [{ _id: 2 }] }, true));
    await killAndStart();
    expect(await commit(1)).to.include({ ok: 1 });
    const lost = await commit(2);
    expect(lost).to.include({ ok: 0, code: 251 });
    expect(lost.errorLabels).to.deep.equal(['TransientTransactionError']);
    expect(await run({ count: 'rows' })).to.include({ n: 1 });
  });
});
