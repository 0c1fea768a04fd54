import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { DataDirectoryInUse, startEmbeddedEngine } from './index.ts';
import { errorOf, MongoClient, temporaryDirectory } from './testing-support/engine.ts';

type Reading = { _id: string; device: string; n: number };

describe('the data directory', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());

  it('keeps everything over a stop and a new start', async () => {
    const first = await startEmbeddedEngine({ dataDirectory: directory.path });
    const before = await MongoClient.connect(first.uri);
    const things = before.db().collection('things');
    await things.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { on: true } });
    await things.insertMany([
      { a: 1, on: true },
      { a: [2, 3], on: true },
    ]);
    await before.close();
    await first.stop();
    expect(await first.exited).to.deep.equal({ code: 0, signal: null });
    const second = await startEmbeddedEngine({ dataDirectory: directory.path });
    const after = await MongoClient.connect(second.uri);
    const again = after.db().collection('things');
    expect(await again.countDocuments({ a: 3, on: true })).to.equal(1);
    expect((await again.indexes()).map(({ name }) => name)).to.deep.equal(['_id_', 'a_1']);
    expect(await errorOf(again.insertOne({ a: 3, on: true }))).to.include({ code: 11000 });
    await again.insertOne({ a: 4 });
    expect((await again.find().toArray()).map(({ a }) => a)).to.deep.equal([1, [2, 3], 4]);
    await after.close();
    await second.stop();
  });

  it('loses no acknowledged write, and no index entry, to kill -9', async function () {
    this.timeout(60_000);
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round++) {
      const engine = await startEmbeddedEngine({ dataDirectory: directory.path });
      const client = await MongoClient.connect(engine.uri, { retryWrites: false, serverSelectionTimeoutMS: 500 });
      const readings = client.db().collection<Reading>('readings');
      if (round === 0) await readings.createIndexes([{ key: { device: 1, n: 1 } }, { key: { n: 1 }, unique: true }]);
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let batch = 0; ; batch++) {
          const rows = Array.from({ length: 25 }, (_row, row): Reading => {
            const n = ((round * 4 + writer) * 10_000 + batch) * 25 + row;
            return { _id: `r${n}`, device: `d${n % 7}`, n };
          });
          try {
            await readings.insertMany(rows);
          } catch {
            return;
          }
          acknowledged.push(...rows.map(({ _id }) => _id));
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 100 + round * 70));
      process.kill(engine.pid ?? 0, 'SIGKILL');
      expect(await engine.exited).to.include({ signal: 'SIGKILL' });
      await Promise.all(writers);
      await client.close();
    }
    const engine = await startEmbeddedEngine({ dataDirectory: directory.path });
    const client = await MongoClient.connect(engine.uri);
    const readings = client.db().collection<Reading>('readings');
    expect(acknowledged.length).to.be.greaterThan(100);
    const all = await readings.find({}, { hint: { $natural: 1 } }).toArray();
    const stored = new Set(all.map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !stored.has(id))).to.deep.equal([]);
    const hints: Record<string, 1>[] = [{ device: 1, n: 1 }, { n: 1 }, { _id: 1 }];
    for (const hint of hints) {
      const byIndex = await readings.find({}, { hint }).toArray();
      expect(byIndex.length, JSON.stringify(hint)).to.equal(all.length);
      expect(new Set(byIndex.map(({ _id }) => _id))).to.deep.equal(stored);
    }
    await client.close();
    await engine.stop();
  });

  it('has one owner, whom the refusal names in one line', async () => {
    const owner = await startEmbeddedEngine({ dataDirectory: directory.path });
    const error = await errorOf(startEmbeddedEngine({ dataDirectory: directory.path }));
    expect(error).to.be.instanceOf(DataDirectoryInUse);
    expect(error.message).to.equal(`data directory ${directory.path} is in use by process ${owner.pid}`);
    await owner.stop();
    await (await startEmbeddedEngine({ dataDirectory: directory.path })).stop();
  });

  it('is taken over from an owner that was killed, even if its pid lives again', async () => {
    const killed = await startEmbeddedEngine({ dataDirectory: directory.path });
    process.kill(killed.pid ?? 0, 'SIGKILL');
    await killed.exited;
    await (await startEmbeddedEngine({ dataDirectory: directory.path })).stop();
    const lock = join(directory.path, 'database', 'owner.json');
    await writeFile(lock, JSON.stringify({ pid: process.pid, started: '1', parent: 0, parentStarted: '' }));
    await (await startEmbeddedEngine({ dataDirectory: directory.path })).stop();
    expect(await errorOf(readFile(lock))).to.include({ code: 'ENOENT' });
  });

  it('may have a path too long for a socket, and its socket is private', async () => {
    const long = join(directory.path, 'x'.repeat(60), 'y'.repeat(60));
    await mkdir(long, { recursive: true });
    for (const path of [long, directory.path]) {
      const engine = await startEmbeddedEngine({ dataDirectory: path });
      const socket = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(engine.uri)?.[1] ?? '');
      expect(socket.length).to.be.lessThan(108);
      expect((await stat(socket)).mode & 0o777).to.equal(0o600);
      expect((await stat(join(socket, '..'))).mode & 0o077).to.equal(0);
      const client = await MongoClient.connect(engine.uri);
      await client.db().collection('things').insertOne({ a: 1 });
      await client.close();
      await engine.stop();
      expect(await errorOf(stat(socket))).to.include({ code: 'ENOENT' });
    }
  });

  it('is freed when the parent is killed', async () => {
    const parent = fork(fileURLToPath(new URL('./testing-support/parent.ts', import.meta.url)), [directory.path], {
      execArgv: ['--import', 'tsx'],
    });
    const [pid] = (await once(parent, 'message')) as [number];
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await startEmbeddedEngine({ dataDirectory: directory.path });
    await next.stop();
    // Ended, if perhaps not yet collected by its new parent.
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
    expect(state.slice(state.lastIndexOf(')') + 2)).to.match(/^[ZX]/);
  });
});
