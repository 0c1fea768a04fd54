import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { temporaryDatabaseUri } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { freePort } from './support/free-port.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { numberedReading } from './support/publishing-devices.ts';
import { launch, type ServiceProcess, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const password = 'a long administrator password';
const secret = 'the bridge itself';
const dataKey = randomBytes(32).toString('base64');

/** Debian's mosquitto, where each device may publish under its own id alone and the bridge may read everything. */
async function startMosquitto(
  folder: string,
  devices: readonly string[],
): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const passwords = join(folder, 'passwords');
  await writeFile(passwords, [...devices.map((id) => `${id}:secret of ${id}`), `agritrace:${secret}`].join('\n'));
  execFileSync('mosquitto_passwd', ['-U', passwords]);
  await chmod(passwords, 0o600);
  const rules = ['user agritrace', 'topic read agritrace/v1/+/+', '', 'pattern write agritrace/v1/%u/#'];
  await writeFile(join(folder, 'acl'), `${rules.join('\n')}\n`);
  const configuration = join(folder, 'mosquitto.conf');
  await writeFile(
    configuration,
    [
      ...[`listener ${port} 127.0.0.1`, 'allow_anonymous false', 'user root', 'max_queued_messages 10000'],
      ...[`password_file ${passwords}`, `acl_file ${join(folder, 'acl')}`],
    ].join('\n'),
  );
  const child = spawn('/usr/sbin/mosquitto', ['-c', configuration], { stdio: 'ignore' });
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`mosquitto ended with ${child.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    const reached = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    return reached;
  });
  return { port, process: child };
}

/** The embedded database by itself, for several instances; or the one that the tests are given. */
async function startDatabase(folder: string): Promise<{ uri: string; stop(): Promise<void> }> {
  const given = temporaryDatabaseUri();
  if (given) return { uri: given, stop: async () => {} };
  const child = launch({ DATA_DIR: join(folder, 'database') }, 'dist/server/database/embedded/command.js');
  const uri = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the database ended')));
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      if (line.startsWith('{"ready":true')) resolve(JSON.parse(line).uri);
    });
  });
  return {
    uri,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

describe('devices of another broker', function () {
  this.timeout(120_000);
  let directory: TemporaryDirectory;
  let mosquitto: Awaited<ReturnType<typeof startMosquitto>>;
  let database: Awaited<ReturnType<typeof startDatabase>>;
  const running = new Set<ServiceProcess>();

  const start = async (name: string): Promise<ServiceProcess> => {
    const instance = await startService({
      DATA_DIR: join(directory.path, name),
      MONGODB_URI: database.uri,
      DATA_KEYS: dataKey,
      ADMIN_PASSWORD: password,
      MQTT_BRIDGE_URL: `mqtt://agritrace:${encodeURIComponent(secret)}@127.0.0.1:${mosquitto.port}`,
    });
    running.add(instance);
    return instance;
  };
  const kill = async (instance: ServiceProcess) => {
    running.delete(instance);
    await instance.kill();
  };
  const publish = (id: string, number: number, topic = `agritrace/v1/${id}/readings`) =>
    mosquittoPublish({
      port: mosquitto.port,
      username: id,
      password: `secret of ${id}`,
      topic,
      message: JSON.stringify(numberedReading(number)),
    });
  const publishEach = async (numbers: readonly number[]) => {
    for (const number of numbers) expect((await publish('field-1', number)).code).to.equal(0);
  };
  const upTo = (end: number, from = 0) => Array.from({ length: end - from }, (_, index) => from + index);
  const storedThrough = async (instance: ServiceProcess) => {
    const api = await Api.signIn(instance.url, 'admin', password);
    const readings = await api.list<{ value: number }>('/api/v1/readings?device=field-1&limit=200');
    return readings.map(({ value }) => value);
  };
  const hasStored = (instance: ServiceProcess, count: number) =>
    eventually(async () => (await storedThrough(instance)).length >= count);

  before(async () => {
    directory = await temporaryDirectory();
    mosquitto = await startMosquitto(directory.path, ['field-1', 'stranger']);
    database = await startDatabase(directory.path);
  });
  after(async () => {
    for (const instance of running) await instance.stop();
    mosquitto.process.kill('SIGTERM');
    await database.stop();
    await directory.remove();
  });

  it('are heard through a shared subscription, once each, over kills of the instance that listens', async () => {
    const first = await start('first');
    const api = await Api.signIn(first.url, 'admin', password);
    await api.create('/api/v1/devices', { id: 'field-1', name: '一号', kind: 'sensor' });
    await publishEach(upTo(10));
    await hasStored(first, 10);
    await publishEach(upTo(10));

    await kill(first);
    await publishEach(upTo(30, 10));
    const second = await start('second');
    await hasStored(second, 30);

    const third = await start('third');
    await publishEach(upTo(35, 30));
    await kill(second);
    await publishEach(upTo(50, 35));
    await hasStored(third, 50);
    expect(await storedThrough(third)).to.deep.equal(upTo(50));
  });

  it('are who their topic says, as that broker lets nobody publish under another id', async () => {
    const [listening] = running;
    if (!listening) throw new Error('no instance is left');
    await publish('stranger', 99, 'agritrace/v1/field-1/readings');
    await publish('stranger', 98);
    await publishEach([50]);
    await hasStored(listening, 51);
    expect(await storedThrough(listening)).to.deep.equal(upTo(51));
    const api = await Api.signIn(listening.url, 'admin', password);
    await api.create('/api/v1/devices', { id: 'stranger', name: '生人', kind: 'sensor' });
    const kept = await eventually(async () => {
      const messages = await api.list<{ reason: string }>('/api/v1/devices/stranger/rejected-messages');
      return messages.length > 0 && messages;
    });
    expect(kept[0]?.reason).to.include('No device is registered as stranger');
  });
});
