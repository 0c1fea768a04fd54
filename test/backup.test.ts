import { join } from 'node:path';
import { expect } from 'chai';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { type Ended, runToEnd, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

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
