import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON } from 'bson';
import { expect } from 'chai';
import { temporaryDirectory } from './testing-support/engine.ts';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

const mebibyte = 2 ** 20;
const rows = 1000;

async function fileSize({ engine }: InProcess): Promise<number> {
  return (await stat(join(engine.store.directory, 'data.mdb'))).size;
}

describe('the file', function () {
  this.timeout(60_000);
  let opened: InProcess;

  async function insertRows(): Promise<void> {
    await opened.run({ createIndexes: 'rows', indexes: [{ key: { turn: 1 }, name: 'turn' }] });
    const documents = Array.from({ length: rows }, (_, _id) => ({ _id, turn: -1, pad: 'x'.repeat(300) }));
    expect(await opened.run({ insert: 'rows', documents })).to.include({ n: rows });
  }

  async function rewrite(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      const updates = [
        { q: {}, u: { $set: { turn, pad: String(turn % 10).repeat(300 + (turn % 7) * 30) } }, multi: true },
      ];
      expect(await opened.run({ update: 'rows', updates })).to.include({ nModified: rows });
    }
  }

  describe('under updates and deletes', () => {
    beforeEach(async () => {
      opened = await openInProcess();
      await insertRows();
    });
    afterEach(() => opened.close());

    it('does not grow without bound when the same documents are rewritten', async () => {
      await rewrite(10);
      const before = await fileSize(opened);
      await rewrite(60);
      expect(await fileSize(opened)).to.be.lessThan(before * 2);
      expect(await opened.run({ validate: 'rows' })).to.include({ valid: true, nrecords: rows });
    });

    it('does not grow without bound when documents come and go', async () => {
      await rewrite(10);
      const before = await fileSize(opened);
      for (let turn = 0; turn < 30; turn++) {
        await opened.run({ delete: 'rows', deletes: [{ q: { _id: { $lt: rows / 2 } }, limit: 0 }] });
        const documents = Array.from({ length: rows / 2 }, (_, _id) => ({ _id, turn, pad: 'y'.repeat(400) }));
        expect(await opened.run({ insert: 'rows', documents })).to.include({ n: rows / 2 });
      }
      expect(await fileSize(opened)).to.be.lessThan(before * 2);
    });

    it('is not held up by an open cursor', async () => {
      await rewrite(10);
      const before = await fileSize(opened);
      const { cursor } = (await opened.run({ find: 'rows', batchSize: 1 })) as { cursor: { id: bigint } };
      expect(String(cursor.id)).to.not.equal('0');
      await rewrite(60);
      expect(await fileSize(opened)).to.be.lessThan(before * 2);
    });

    it('gets its pages back from a transaction that was left open', async () => {
      await rewrite(10);
      const lsid = { id: new BSON.Binary(Buffer.alloc(16, 1), 4) };
      const begun = {
        find: 'rows',
        lsid,
        txnNumber: BSON.Long.fromNumber(1),
        autocommit: false,
        startTransaction: true,
      };
      expect(await opened.run({ ...begun, batchSize: 1 })).to.include({ ok: 1 });
      await rewrite(20);
      const held = await fileSize(opened);
      opened.engine.sessions.abortIdle(Date.now() + 3_600_000);
      await rewrite(60);
      expect(await fileSize(opened)).to.be.lessThan(held * 2);
    });
  });

  // Mounting a disk of one's own takes root.
  const mayMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
  describe('on a disk that is nearly full', () => {
    if (!mayMount) return;
    it('takes no more with 14031, lets delete, and then takes again', async () => {
      const disk = await temporaryDirectory();
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk.path]);
      expect(String(mounted.stderr)).to.equal('');
      try {
        opened = await openInProcess({ dataDirectory: disk.path, reserve: 8 * mebibyte });
        await opened.run({ createIndexes: 'rows', indexes: [{ key: { turn: 1 }, name: 'turn' }] });
        let next = 0;
        const insert = () => {
          const documents = Array.from({ length: 200 }, () => ({ _id: next++, turn: 0, pad: 'x'.repeat(1000) }));
          return opened.run({ insert: 'rows', documents });
        };
        let reply = await insert();
        while (reply.ok === 1) reply = await insert();
        expect(reply).to.include({ code: 14031, codeName: 'OutOfDiskSpace' });
        expect(next).to.be.greaterThan(5000);
        expect(await opened.run({ update: 'rows', updates: [{ q: { _id: 1 }, u: { $set: { turn: 1 } } }] })).to.include(
          { code: 14031 },
        );
        expect(await opened.run({ find: 'rows', filter: { _id: 1 } })).to.include({ ok: 1 });
        expect(await opened.run({ delete: 'rows', deletes: [{ q: { _id: { $lt: 4000 } }, limit: 0 }] })).to.include({
          n: 4000,
        });
        expect(await insert()).to.include({ ok: 1, n: 200 });
        expect(await opened.run({ validate: 'rows' })).to.include({ valid: true });
        await opened.close();
      } finally {
        // Lazily: LMDB's threads may still be letting go of the file.
        spawnSync('umount', ['--lazy', disk.path]);
        await disk.remove();
      }
    });
  });
});
