import { expect } from 'chai';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

type Line = Record<string, unknown> & { requestId?: string };

describe('the log', function () {
  this.timeout(60_000);
  let database: TemporaryDatabase;
  let service: ServiceProcess;
  const secrets = new Map<string, string>();
  const password = 'pass word of the first administrator 1';

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, LOG_LEVEL: 'trace', ADMIN_PASSWORD: password });
    const admin = await Api.signIn(service.url, 'admin', password);
    const device = await admin.create('/api/v1/devices', { id: 'log-1', name: '一号', kind: 'sensor' });
    secrets.set('password', password).set('session token', admin.token).set('device secret', String(device.secret));
    const guess = 'a wrong but telling guess 1';
    secrets.set('guessed password', guess);
    await admin.post('/api/v1/session', { username: 'admin', password: guess });
    await admin.send('POST', '/api/v1/session', `{"username":"admin","password":"${guess}`);
    await admin.get(`/api/v1/devices?token=${admin.token}`);
    await fetch(`${service.url}/api/v1/devices`, { headers: { cookie: `agritrace_session=${admin.token}` } });
    const user = { username: 'somebody', displayName: '某人', roles: ['supervisor'], divisionCode: '611000' };
    secrets.set('new password', 'a new password for anyone 1');
    await admin.create('/api/v1/users', { ...user, password: secrets.get('new password') });
    const publication = { port: service.mqtt, username: 'log-1', topic: 'agritrace/v1/log-1/readings' };
    const message = '{"metric":"temperature","value":4,"unit":"Cel"}';
    await mosquittoPublish({ ...publication, password: secrets.get('device secret') ?? '', message });
    secrets.set('wrong device secret', 'not the secret of log-1');
    await mosquittoPublish({ ...publication, password: 'not the secret of log-1', message });
    await mosquittoPublish({ ...publication, username: admin.token, password: 'x', message });
    await fetch(`${service.url}/api/v1/producers/${'0'.repeat(24)}`, {
      headers: { authorization: `Bearer ${admin.token}`, 'x-request-id': 'followed-request' },
    });
    await eventually(async () => /sign-in refused/.test(service.output()) && /followed-request/.test(service.output()));
    await service.stop();
  });
  after(() => database.remove());

  const lines = () =>
    service
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{"level"'))
      .map((line) => JSON.parse(line) as Line);

  it('holds no secret that was used', () => {
    expect(lines().length).to.be.greaterThan(8);
    for (const [name, secret] of secrets) expect(service.output(), name).to.not.include(secret);
  });

  it('tells of each request who asked for what from where, under its id', () => {
    const followed = lines().filter(({ requestId }) => requestId === 'followed-request');
    expect(followed.map(({ msg }) => msg)).to.include('request answered');
    expect(followed.at(-1)).to.include({
      method: 'GET',
      path: `/api/v1/producers/${'0'.repeat(24)}`,
      status: 404,
      user: 'admin',
    });
    expect(followed.at(-1)?.address).to.match(/127\.0\.0\.1$/);
    const answers = lines().filter(({ msg }) => msg === 'request answered');
    expect(new Set(answers.map(({ requestId }) => requestId)).size).to.equal(answers.length);
  });
});
