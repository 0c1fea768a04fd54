import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

const ADMIN_PASSWORD = 'a long administrator password';

describe('stopping the service', function () {
  this.timeout(60_000);
  let database: TemporaryDatabase;
  let service: ServiceProcess;

  beforeEach(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD });
  });
  afterEach(async () => {
    await service.stop();
    await database.remove();
  });

  /** A request whose body never comes to its end: work in flight. */
  const unfinishedRequest = async () => {
    const socket = connect(service.http, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    const head =
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    await new Promise((resolve) => socket.write(head, resolve));
    await fetch(`${service.url}/healthz`);
    return socket;
  };

  it('keeps every reading that was acknowledged while it stopped', async () => {
    const admin = await Api.signIn(service.url, 'admin', ADMIN_PASSWORD);
    const { secret } = await admin.create('/api/v1/devices', { id: 'busy', name: '繁忙', kind: 'sensor' });
    const client = await connectAsync(`mqtt://127.0.0.1:${service.mqtt}`, {
      username: 'busy',
      password: String(secret),
      reconnectPeriod: 0,
    });
    client.on('error', () => {});
    const acknowledged = new Set<number>();
    const anHourAgo = Date.now() - 3_600_000;
    for (let value = 0; value < 2_000; value += 1) {
      const reading = {
        metric: 'temperature',
        value: value / 100,
        unit: 'Cel',
        at: new Date(anHourAgo + value * 1000),
      };
      const sent = client.publishAsync('agritrace/v1/busy/readings', JSON.stringify(reading), { qos: 1 });
      sent.then(
        () => acknowledged.add(reading.value),
        () => {},
      );
    }
    await eventually(async () => acknowledged.size > 0);
    expect(await service.stop()).to.equal(0);
    await client.endAsync(true);
    service = await startService({ ...database.environment });
    const again = await Api.signIn(service.url, 'admin', ADMIN_PASSWORD);
    const stored = await again.list<{ value: number }>('/api/v1/readings?device=busy&metric=temperature&limit=5000');
    const values = new Set(stored.map(({ value }) => value));
    expect([...acknowledged].filter((value) => !values.has(value))).to.deep.equal([]);
  });

  it('takes no more, but waits for what is in flight', async () => {
    const socket = await unfinishedRequest();
    service.process.kill('SIGTERM');
    await eventually(() =>
      fetch(`${service.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    expect(service.process.exitCode).to.equal(null);
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.write(`"username":"admin","password":"wrong"}${' '.repeat(61)}`);
    await once(service.process, 'exit');
    expect(answer).to.match(/^HTTP\/1\.1 401 /);
    expect(service.process.exitCode).to.equal(0);
  });

  it('ends at once at a second signal', async () => {
    await unfinishedRequest();
    service.process.kill('SIGTERM');
    await eventually(() =>
      fetch(`${service.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    service.process.kill('SIGTERM');
    const [code] = await once(service.process, 'exit');
    expect(code).to.equal(1);
  });
});
