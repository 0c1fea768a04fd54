import { get, type IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { type Farm, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const division = '611002';
const password = 'a long password for tests';

/** A live stream and an MQTT connection of the same sign-in. */
interface Connections {
  warnings: { stream: string[]; mqtt: string[] };
  open: { stream: boolean; mqtt: boolean };
  /** Resolves when both have been ended by the platform. */
  ended: Promise<unknown>;
  close(): void;
}

describe('connections of people and systems', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let farm: Farm;
  let devices = 0;
  const opened: Connections[] = [];

  before(async () => {
    test = await startTestPlatform();
    farm = await registerFarm(test.admin);
    await test.admin.create('/api/v1/warning-rules', {
      name: '冷库升温',
      kind: 'threshold',
      level: 'red',
      metric: 'temperature',
      unit: 'Cel',
      comparison: 'above',
      limit: 8,
      clearAt: 7,
      durationSeconds: 60,
    });
  });
  afterEach(() => {
    for (const connections of opened.splice(0)) connections.close();
  });
  after(() => test.stop());

  const connect = async (username: string, token: string): Promise<Connections> => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      get(`${test.url}/api/v1/warnings/stream`, { headers, agent: false }, resolve).on('error', reject);
    });
    expect(response.statusCode).to.equal(200);
    const mqtt = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: `user:${username}`,
      password: token,
      reconnectPeriod: 0,
    });
    await mqtt.subscribeAsync(`agritrace/v1/warnings/${division}`, { qos: 1 });
    const warnings: Connections['warnings'] = { stream: [], mqtt: [] };
    const open = { stream: true, mqtt: true };
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      warnings.stream = [...text.matchAll(/^event: warning\nid: .*\ndata: (.*)$/gm)].map(([, data]) => idOf(data));
    });
    response.on('error', () => {});
    mqtt.on('message', (_topic, payload) => warnings.mqtt.push(idOf(payload.toString())));
    // An answer that is broken off tells so by an error first, which `once` would take for a failure.
    const closed = (side: keyof typeof open, of: IncomingMessage | MqttClient) =>
      new Promise<void>((resolve) => {
        const note = () => {
          open[side] = false;
          resolve();
        };
        if ('headers' in of) of.once('close', note);
        else of.once('close', note);
      });
    const ended = Promise.all([closed('stream', response), closed('mqtt', mqtt)]);
    const close = () => {
      response.destroy();
      mqtt.end(true);
    };
    const connections = { warnings, open, ended, close };
    opened.push(connections);
    return connections;
  };
  const idOf = (json = '') => String((JSON.parse(json) as { id: string }).id);
  const tokenOf = async (api: Api) => {
    const body = { name: '省级平台', scope: ['warnings:read'], expiresInDays: 1 };
    const { id, token } = await api.create('/api/v1/api-tokens', body);
    return { id: String(id), token: String(token) };
  };
  const userId = async (username: string) =>
    String((await test.admin.list(`/api/v1/users?username=${username}`))[0]?.id);

  /** A new device whose cold room gets too warm. */
  const raise = async (): Promise<string> => {
    devices += 1;
    const id = `warm-${devices}`;
    const { secret } = await test.admin.create('/api/v1/devices', {
      id,
      name: id,
      kind: 'sensor',
      siteId: farm.siteId,
    });
    const sensor = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: id,
      password: String(secret),
    });
    const start = Date.now() - 180_000;
    for (const minute of [0, 1, 2])
      await sensor.publishAsync(
        `agritrace/v1/${id}/readings`,
        JSON.stringify({
          metric: 'temperature',
          value: 11,
          unit: 'Cel',
          at: new Date(start + minute * 60_000).toISOString(),
        }),
        { qos: 1 },
      );
    await sensor.endAsync();
    const warning = await eventually(async () => (await test.admin.list(`/api/v1/warnings?device=${id}`))[0]);
    return String(warning.id);
  };

  const bySession: Record<string, (api: Api, username: string) => Promise<{ status: number }>> = {
    'signs out': (api) => api.send('DELETE', '/api/v1/session'),
    'signs out everywhere': (api) => api.send('DELETE', '/api/v1/sessions'),
    'changes the password': (api) =>
      api.post('/api/v1/password', { currentPassword: password, newPassword: 'four quiet river stones' }),
    'is disabled': async (_, username) =>
      test.admin.post(`/api/v1/users/${await userId(username)}/disable`, { reason: '调离岗位' }),
    'is signed out by an administrator': async (_, username) =>
      test.admin.post(`/api/v1/users/${await userId(username)}/end-sessions`, { reason: '手机遗失' }),
  };
  for (const [index, [what, act]] of Object.entries(bySession).entries())
    it(`end at once when the person ${what}, and those of others go on`, async () => {
      const username = `person-${index}`;
      const person = await test.signInAs(username, ['supervisor'], division);
      const other = await connect('admin', test.admin.token);
      const connections = await connect(username, person.token);
      expect((await act(person, username)).status).to.be.within(200, 204);
      await connections.ended;
      expect(other.open).to.deep.equal({ stream: true, mqtt: true });
    });

  const byToken: Record<string, (api: Api, id: string, username: string) => Promise<{ status: number }>> = {
    'it is revoked': (api, id) => api.send('DELETE', `/api/v1/api-tokens/${id}`),
    'its owner is disabled': async (_api, _id, username) =>
      test.admin.post(`/api/v1/users/${await userId(username)}/disable`, { reason: '调离岗位' }),
    'its owner has another role': async (_api, _id, username) =>
      test.admin.send('PATCH', `/api/v1/users/${await userId(username)}`, JSON.stringify({ roles: ['auditor'] })),
    'its owner goes to another division': async (_api, _id, username) =>
      test.admin.send('PATCH', `/api/v1/users/${await userId(username)}`, JSON.stringify({ divisionCode: '611021' })),
  };
  for (const [index, [what, act]] of Object.entries(byToken).entries())
    it(`end at once when ${what}, by which a system came in`, async () => {
      const username = `system-${index}`;
      const owner = await test.signInAs(username, ['supervisor'], division);
      const { id, token } = await tokenOf(owner);
      const connections = await connect(username, token);
      expect((await act(owner, id, username)).status).to.be.within(200, 204);
      await connections.ended;
    });

  it('are told of a warning by the rights of that moment', async () => {
    const auditor = await connect(
      'reader',
      (await tokenOf(await test.signInAs('reader', ['auditor'], division))).token,
    );
    const supervisor = await connect(
      'watcher',
      (await tokenOf(await test.signInAs('watcher', ['supervisor'], division))).token,
    );
    const first = await raise();
    for (const { warnings } of [auditor, supervisor])
      await eventually(async () => warnings.stream.includes(first) && warnings.mqtt.includes(first));
    await test.admin.post('/api/v1/sign-in-policy', { secondFactorRoles: ['supervisor'] });
    const second = await raise();
    await eventually(async () => auditor.warnings.stream.includes(second) && auditor.warnings.mqtt.includes(second));
    await supervisor.ended;
    expect(supervisor.warnings.stream).to.not.include(second);
    expect(supervisor.warnings.mqtt).to.not.include(second);
  });
});
