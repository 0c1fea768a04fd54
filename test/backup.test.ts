import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { type Ended, launch, runToEnd, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const { BSON } = mongoose.mongo;
const password = 'a long administrator password';
/** Both places must have it: a backup holds personal data as they are stored, encrypted. */
const DATA_KEYS = Buffer.alloc(32, 1).toString('base64');

describe('npm run backup and npm run restore', function () {
  this.timeout(60_000);
  let here: TemporaryDatabase;
  let there: TemporaryDatabase;
  let folder: TemporaryDirectory;
  beforeEach(async () => {
    [here, there, folder] = await Promise.all([temporaryDatabase(), temporaryDatabase(), temporaryDirectory()]);
  });
  afterEach(() => Promise.all([here.remove(), there.remove(), folder.remove()]));

  const command = (place: TemporaryDatabase, ...words: string[]): Promise<Ended> =>
    runToEnd(place.environment, 'dist/server/database/backup/command.js', words);

  it('carry a running platform to another place', async () => {
    const dump = join(folder.path, 'dump');
    const service = await startService({ ...here.environment, DATA_KEYS, ADMIN_PASSWORD: password });
    const api = await Api.signIn(service.url, 'admin', password);
    const device = await api.create('/api/v1/devices', { id: 'cold-1', name: '冷库一号', kind: 'sensor' });
    const reading = { metric: 'temperature', value: 3.5, unit: 'Cel', at: '2026-02-01T00:00:00.000Z' };
    await mosquittoPublish({
      port: service.mqtt,
      username: 'cold-1',
      password: String(device.secret),
      topic: 'agritrace/v1/cold-1/readings',
      message: JSON.stringify(reading),
    });

    const backedUp = await command(here, 'backup', dump);
    expect(backedUp.stderr).to.equal('');
    expect(backedUp.stdout).to.match(/^\S+dump holds database \w+: \d+ collections, \d+ documents, \d+ bytes\n$/);
    const refused = await command(here, 'restore', dump);
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.match(/^database \w+ is not empty \([^\n]+\): restore needs an empty one\n$/);
    expect(await service.stop()).to.equal(0);

    const restored = await command(there, 'restore', dump);
    expect(restored.stderr).to.equal('');
    expect(restored.stdout).to.match(/^restored database \w+: \d+ collections, \d+ documents\n$/);
    const next = await startService({ ...there.environment, DATA_KEYS });
    const again = await Api.signIn(next.url, 'admin', password);
    const readings = await again.list<object>('/api/v1/readings?device=cold-1&metric=temperature');
    expect(readings).to.have.length(1);
    expect(readings[0]).to.deep.include(reading);
    expect(await next.stop()).to.equal(0);
  });

  it('leave a mark when a restore is killed, without which nothing starts, and begin anew', async () => {
    const database = basename(new URL(there.mongodbUri ?? 'mongodb://host/agritrace').pathname);
    const dump = join(folder.path, 'dump', database);
    await mkdir(dump, { recursive: true });
    for (const collectionName of ['first', 'second'])
      await writeFile(join(dump, `${collectionName}.metadata.json`), JSON.stringify({ indexes: [], collectionName }));
    await writeFile(join(dump, 'first.bson'), BSON.serialize({ _id: 1 }));
    // A pipe opens for its writer when the restore has come to it, and then holds the restore there.
    const pipe = join(dump, 'second.bson');
    expect(spawnSync('mkfifo', [pipe]).status).to.equal(0);
    const words = ['restore', join(folder.path, 'dump'), '--unverified'] as const;
    const restoring = launch(there.environment, 'dist/server/database/backup/command.js', [...words]);
    const held = await open(pipe, 'w');
    const ended = once(restoring, 'exit');
    restoring.kill('SIGKILL');
    await ended;
    await held.close();

    const refused = /^the database holds a restore that did not come to its end; run npm run restore -- DIR again\n$/;
    expect((await command(there, 'backup', join(folder.path, 'half'))).stderr).to.match(refused);
    const started = await runToEnd({ ...there.environment, DATA_KEYS });
    expect(started.code).to.equal(1);
    expect(started.stdout + started.stderr).to.include('a restore that did not come to its end');

    await rm(pipe);
    await writeFile(pipe, Buffer.concat([2, 3].map((_id) => BSON.serialize({ _id }))));
    const again = await command(there, ...words);
    expect(again.stderr).to.equal('');
    expect(again.stdout).to.match(/^restored database \w+: 2 collections, 3 documents\n$/);
    expect((await command(there, 'backup', join(folder.path, 'whole'))).stderr).to.equal('');
  });

  it('say in one line what they need, and what is wrong', async () => {
    for (const words of [['backup'], ['backup', 'a', 'b'], ['restore']]) {
      const { code, stderr } = await command(here, ...words);
      expect(code).to.equal(1);
      expect(stderr).to.match(new RegExp(`^usage: npm run ${words[0]} -- DIR[^\\n]*\\n$`));
    }
    const { code, stderr } = await command(here, 'restore', folder.path);
    expect(code).to.equal(1);
    expect(stderr).to.match(/^[^\n]+manifest\.json cannot be read: [^\n]+\n$/);
  });
});
