import { spawnSync } from 'node:child_process';
import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { temporaryDatabaseUri } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { numberedReading } from './support/publishing-devices.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const password = 'a long administrator password';
const mebibyte = 2 ** 20;

describe('the platform on a disk that becomes full', function () {
  this.timeout(120_000);
  // Mounting a disk of one's own takes root, and a database elsewhere has its own.
  const mayMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
  if (!mayMount || temporaryDatabaseUri()) return;
  let disk: TemporaryDirectory;
  let service: ServiceProcess;

  before(async () => {
    disk = await temporaryDirectory();
    expect(String(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', disk.path]).stderr)).to.equal('');
    service = await startService({ DATA_DIR: join(disk.path, 'data'), ADMIN_PASSWORD: password });
  });
  after(async () => {
    await service.stop();
    spawnSync('umount', [disk.path]);
    await disk.remove();
  });

  const readiness = async () => (await (await fetch(`${service.url}/readyz`)).json()) as { notReady: string[] };

  it('acknowledges nothing that it cannot keep, says so, and goes on when there is room again', async () => {
    const api = await Api.signIn(service.url, 'admin', password);
    const { secret } = await api.create('/api/v1/devices', { id: 'full-1', name: '一号', kind: 'sensor' });
    const client = await connectAsync(`mqtt://127.0.0.1:${service.mqtt}`, {
      username: 'full-1',
      password: String(secret),
      reconnectPeriod: 200,
    });
    client.on('error', () => {});
    const publish = (number: number) =>
      client.publishAsync('agritrace/v1/full-1/readings', JSON.stringify(numberedReading(number)), { qos: 1 });
    await publish(0);
    expect((await readiness()).notReady).to.deep.equal([]);

    const ballast = join(disk.path, 'ballast');
    const { bavail, bsize } = await statfs(disk.path);
    await writeFile(ballast, Buffer.alloc(bavail * bsize - 16 * mebibyte));
    let acknowledged = false;
    const refused = publish(1).then(() => {
      acknowledged = true;
    });
    await eventually(async () => /No space left/.test(service.output()));
    await eventually(async () => (await readiness()).notReady.includes('disk'));
    const readings = await api.list<{ value: number }>('/api/v1/readings?device=full-1');
    expect(readings.map(({ value }) => value)).to.deep.equal([0]);
    expect(acknowledged).to.equal(false);

    await unlink(ballast);
    await refused;
    await publish(2);
    await client.endAsync();
    const after = await api.list<{ value: number }>('/api/v1/readings?device=full-1');
    expect(after.map(({ value }) => value)).to.deep.equal([0, 1, 2]);
    expect(await api.list('/api/v1/devices/full-1/rejected-messages')).to.deep.equal([]);
    expect((await readiness()).notReady).to.deep.equal([]);
  });
});
