import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import { reachDatabase } from '../server/database/connection.ts';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { dataKeyOf } from '../server/privacy/data-keys.ts';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('two instances on one database', function () {
  this.timeout(60_000);
  let shared: Awaited<ReturnType<typeof temporaryDatabase>>;
  let first: TestPlatform;
  let second: TestPlatform;
  before(async () => {
    shared = await temporaryDatabase();
    const { dataDirectory, mongodbUri } = shared;
    const dataKeys = [dataKeyOf(randomBytes(32))];
    first = await startTestPlatform(undefined, { dataDirectory, dataKeys, ...(mongodbUri && { mongodbUri }) });
    const { uri } = await reachDatabase({ uri: mongodbUri, dataDirectory });
    // For the other no time passes: what it remembers of a device does not grow old.
    const started = new Date();
    second = await startTestPlatform(() => started, {
      mongodbUri: uri,
      dataKeys,
      mqttLimits: { peopleRenewedMs: 100 },
    });
  });
  after(async () => {
    await second?.stop();
    await first?.stop();
    await shared.remove();
  });

  const register = async (id: string, more: object = {}): Promise<string> => {
    const { secret } = await first.admin.create('/api/v1/devices', {
      id,
      name: id,
      kind: 'sensor',
      divisionCode: '611002',
      ...more,
    });
    return String(secret);
  };
  const connectToSecond = (username: string, password: string): Promise<MqttClient> =>
    connectAsync(`mqtt://127.0.0.1:${second.platform.mqtt}`, { username, password, reconnectPeriod: 0 });

  it('a command given to one reaches the device that is connected to the other', async () => {
    const client = await connectToSecond('far-1', await register('far-1'));
    const heard: { id: string }[] = [];
    client.on('message', (_topic, payload) => heard.push(JSON.parse(payload.toString())));
    await client.subscribeAsync('agritrace/v1/far-1/commands', { qos: 1 });
    const { body } = await first.admin.post('/api/v1/devices/far-1/commands', { name: 'restart' });
    await eventually(async () => heard.length > 0);
    expect(heard[0]?.id).to.equal(body.id);
    const answer = JSON.stringify({ id: body.id, status: 'done' });
    await client.publishAsync('agritrace/v1/far-1/commands/answers', answer, { qos: 1 });
    await client.endAsync();
    const [command] = await first.admin.list<{ state: string }>('/api/v1/devices/far-1/commands');
    expect(command?.state).to.equal('acknowledged');
  });

  it('a device that one disables is cut off by the other, and comes in by neither', async () => {
    const secret = await register('far-2');
    const client = await connectToSecond('far-2', secret);
    const closed = new Promise((resolve) => client.once('close', () => resolve(undefined)));
    expect((await first.admin.post('/api/v1/devices/far-2/disable', { reason: '被盗' })).status).to.equal(200);
    await closed;
    const refused = await connectToSecond('far-2', secret).catch((error: { code?: number }) => error.code);
    expect(refused).to.equal(5);
    await first.admin.post('/api/v1/devices/far-2/enable', { reason: '找回' });
    const again = await connectToSecond('far-2', secret);
    await again.endAsync();
  });

  for (const [what, end] of Object.entries({
    'is disabled': async (username: string) => {
      const [user] = await first.admin.list<{ id: string }>(`/api/v1/users?username=${username}`);
      return first.admin.post(`/api/v1/users/${user?.id}/disable`, { reason: '调离岗位' });
    },
    'signs out': (_: string, person: Api) => person.send('DELETE', '/api/v1/session'),
  }))
    it(`a person who ${what} at one is cut off by the other, and comes in by neither`, async () => {
      const username = `far-${what.replace(' ', '-')}`;
      const person = await first.signInAs(username, ['supervisor'], '611002');
      const client = await connectToSecond(`user:${username}`, person.token);
      const closed = new Promise((resolve) => client.once('close', () => resolve(undefined)));
      const other = await connectToSecond('user:admin', first.admin.token);
      expect((await end(username, person)).status).to.be.within(200, 204);
      await closed;
      expect(other.connected).to.equal(true);
      await other.endAsync();
      const refused = await connectToSecond(`user:${username}`, person.token).catch(({ code }) => code);
      expect(refused).to.equal(5);
    });

  it('what comes through a gateway for a device that one has disabled is not taken by the other', async () => {
    const secret = await register('far-gate', { kind: 'gateway' });
    await register('far-3', { gatewayId: 'far-gate', externalId: 'x3', mapping: { sameNames: true } });
    const gateway = await connectToSecond('app:far-gate', secret);
    let at = Date.now() - 3_600_000;
    let count = 0;
    const publish = (): Promise<unknown> => {
      at += 1000;
      count += 1;
      const uplink = {
        deviceInfo: { devEui: 'x3' },
        time: new Date(at).toISOString(),
        fCnt: count,
        object: { temperature: 4 },
      };
      return gateway.publishAsync('application/1/device/x3/event/up', JSON.stringify(uplink), { qos: 1 });
    };
    const stored = async (): Promise<number> => (await first.admin.list('/api/v1/readings?device=far-3')).length;
    await publish();
    expect(await stored()).to.equal(1);
    await first.admin.post('/api/v1/devices/far-3/disable', { reason: '送修' });
    const rejected = () => first.admin.list('/api/v1/devices/far-3/rejected-messages');
    await eventually(async () => {
      await publish();
      return (await rejected()).length > 0;
    });
    const before = await stored();
    await publish();
    expect(await stored()).to.equal(before);
    await gateway.endAsync();
  });
});
