import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const password = 'a long administrator password';

describe('the platform while its database is frozen', function () {
  this.timeout(120_000);
  let directory: TemporaryDirectory;
  let service: ServiceProcess;
  let secret = '';

  /** The engine is the service's only child. */
  const engineOf = (running: ServiceProcess) =>
    Number(
      execFileSync('pgrep', ['-P', String(running.process.pid)])
        .toString()
        .trim(),
    );
  const start = async () => {
    service = await startService({ DATA_DIR: directory.path, ADMIN_PASSWORD: password });
  };
  const connect = (): Promise<MqttClient> =>
    connectAsync(`mqtt://127.0.0.1:${service.mqtt}`, { username: 'cold-1', password: secret, reconnectPeriod: 0 });
  const publish = (client: MqttClient, minute: number) =>
    client.publishAsync(
      'agritrace/v1/cold-1/readings',
      JSON.stringify({
        metric: 'temperature',
        value: minute,
        seq: minute,
        at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
      }),
      { qos: 1 },
    );
  const stored = async () => {
    const api = await Api.signIn(service.url, 'admin', password);
    return (await api.list<{ value: number }>('/api/v1/readings?device=cold-1&limit=200')).map(({ value }) => value);
  };
  const numbers = (length: number) => [...Array(length).keys()];

  before(async () => {
    directory = await temporaryDirectory();
    await start();
    const api = await Api.signIn(service.url, 'admin', password);
    secret = String((await api.create('/api/v1/devices', { id: 'cold-1', name: '冷库一号', kind: 'sensor' })).secret);
  });
  after(async () => {
    await service.stop();
    await directory.remove();
  });

  it('acknowledges readings, and has each of them once when the database goes on', async () => {
    const client = await connect();
    for (let minute = 0; minute < 10; minute += 1) await publish(client, minute);
    const engine = engineOf(service);
    process.kill(engine, 'SIGSTOP');
    for (let minute = 10; minute < 40; minute += 1) await publish(client, minute);
    process.kill(engine, 'SIGCONT');
    await publish(client, 40);
    await client.endAsync();
    await eventually(async () => (await stored()).length >= 41);
    expect(await stored()).to.deep.equal(numbers(41));
  });

  it('has each reading once that it acknowledged before it was killed with its database frozen', async () => {
    const client = await connect();
    client.on('error', () => {});
    const engine = engineOf(service);
    process.kill(engine, 'SIGSTOP');
    for (let minute = 41; minute < 60; minute += 1) await publish(client, minute);
    await service.kill();
    process.kill(engine, 'SIGKILL');
    client.end(true);
    await start();
    await eventually(async () => (await stored()).length >= 60);
    expect(await stored()).to.deep.equal(numbers(60));
  });

  it('has each reading once that it acknowledged around the end of its database', async () => {
    const client = await connect();
    client.on('error', () => {});
    const ended = once(service.process, 'exit');
    const acknowledged: number[] = [];
    const publishing = (async () => {
      for (let minute = 60; minute < 100; minute += 1) {
        await publish(client, minute);
        acknowledged.push(minute);
        if (minute === 70) process.kill(engineOf(service), 'SIGKILL');
      }
    })().catch(() => undefined);
    await ended;
    client.end(true);
    await publishing;
    await start();
    await eventually(async () => (await stored()).length >= 60 + acknowledged.length);
    const found = await stored();
    expect(acknowledged.length).to.be.at.least(11);
    expect(found).to.include.members(acknowledged);
    expect(new Set(found).size).to.equal(found.length);
  });
});
