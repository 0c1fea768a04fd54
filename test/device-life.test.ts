import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const division = '611002';
const message = JSON.stringify({ metric: 'temperature', value: 4 });

interface Device {
  state: string;
  status: string;
  history: { verb: string; by: string; reason: string }[];
  allowed: string[];
  refused: { verb: string }[];
}

describe('the life of a device', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let number = 0;

  before(async () => {
    test = await startTestPlatform();
    county = await test.signInAs('county', ['supervisor'], division);
  });
  after(() => test.stop());

  const register = async (more: object = {}) => {
    number += 1;
    const id = `device-${number}`;
    const created = await county.create('/api/v1/devices', { id, name: id, kind: 'sensor', ...more });
    return { id, secret: String(created.secret), accessToken: String(created.accessToken) };
  };
  const connect = (username: string, password?: string): Promise<MqttClient> =>
    connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username,
      ...(password !== undefined && { password }),
      reconnectPeriod: 0,
    });
  const ended = (client: MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()));
  const publish = async (username: string, password: string | undefined, topic: string, text = message) =>
    (
      await mosquittoPublish({
        port: test.platform.mqtt,
        username,
        ...(password !== undefined && { password }),
        topic,
        message: text,
      })
    ).code;
  const send = (id: string, secret: string) => publish(id, secret, `agritrace/v1/${id}/readings`);
  const get = async (id: string) => (await county.get<Device>(`/api/v1/devices/${id}`)).body;
  const act = (id: string, verb: string, body: object = { reason: '检修' }, api = county) =>
    api.post(`/api/v1/devices/${id}/${verb}`, body);
  const count = async (id: string) => (await county.list(`/api/v1/readings?device=${id}`)).length;

  it('begins as registered, and is active from the first sign-in on', async () => {
    const { id, secret } = await register();
    expect((await get(id)).state).to.equal('registered');
    expect(await send(id, 'wrong')).to.not.equal(0);
    expect((await get(id)).state).to.equal('registered');
    expect(await send(id, secret)).to.equal(0);
    expect((await get(id)).state).to.equal('active');
    const listed = (state: string) => county.list<{ id: string }>(`/api/v1/devices?state=${state}`);
    expect((await listed('active')).map((device) => device.id)).to.include(id);
    expect((await listed('registered')).map((device) => device.id)).to.not.include(id);
  });

  it('ends the connection at once when it is disabled, and takes nothing until it is enabled', async () => {
    const { id, secret } = await register();
    const [device, neighbor] = [await connect(id, secret), await register()];
    const other = await connect(neighbor.id, neighbor.secret);
    const closed = ended(device);
    expect((await act(id, 'disable')).status).to.equal(200);
    await closed;
    expect(other.connected).to.equal(true);
    await other.endAsync();
    expect(await send(id, secret)).to.not.equal(0);
    const disabled = await get(id);
    expect(disabled.state).to.equal('disabled');
    expect(disabled.allowed).to.include.members(['enable', 'retire']).and.not.include('rotate-secret');
    expect((await act(id, 'enable')).status).to.equal(200);
    expect(await send(id, secret)).to.equal(0);
    expect(await count(id)).to.equal(1);
    expect((await get(id)).history.map(({ verb, by, reason }) => [verb, by, reason])).to.deep.equal([
      ['disable', 'county', '检修'],
      ['enable', 'county', '检修'],
    ]);
  });

  it('ends for good: neither secret nor token of a retired device works again, and its readings stay', async () => {
    const { id, secret } = await register();
    await send(id, secret);
    const token = await register({ accessToken: true, mapping: { sameNames: true } });
    const online = await connect(token.accessToken);
    const closed = ended(online);
    for (const retired of [id, token.id]) expect((await act(retired, 'retire')).status).to.equal(200);
    await closed;
    expect(await send(id, secret)).to.not.equal(0);
    expect(await publish(token.accessToken, undefined, 'v1/devices/me/telemetry', '{"temperature":4}')).to.not.equal(0);
    expect(await count(id)).to.equal(1);
    for (const verb of ['enable', 'disable', 'retire', 'rotate-secret'])
      expect((await act(id, verb)).status, verb).to.equal(409);
    const again = { id, name: 'x', kind: 'sensor' };
    expect((await county.post('/api/v1/devices', again)).status, 'the id is not given twice').to.equal(409);
    const sameToken = { ...again, id: `${id}-b`, accessToken: token.accessToken, mapping: { sameNames: true } };
    expect((await county.post('/api/v1/devices', sameToken)).status, 'nor is the token').to.equal(409);
  });

  it('changes the secret with an overlap, and ends the old one without', async () => {
    const { id, secret: first } = await register();
    const rotate = async (overlapMinutes: number) => {
      const answer = await act(id, 'rotate-secret', { reason: '例行更换', overlapMinutes });
      expect(answer.status).to.equal(200);
      return String(answer.body.secret);
    };
    const second = await rotate(60);
    expect(await send(id, first)).to.equal(0);
    expect(await send(id, second)).to.equal(0);
    const third = await rotate(60);
    expect(await send(id, first), 'the one before the last').to.not.equal(0);
    const online = await connect(id, third);
    const closed = ended(online);
    const fourth = await rotate(0);
    await closed;
    for (const old of [second, third]) expect(await send(id, old)).to.not.equal(0);
    expect(await send(id, fourth)).to.equal(0);
  });

  it('keeps what a disabled device behind a gateway sends, unread; disabling the gateway ends its connection', async () => {
    const gateway = await register({ kind: 'gateway' });
    const child = await register({ gatewayId: gateway.id, externalId: 'probe', mapping: { sameNames: true } });
    const uplink = (counter: number) =>
      publish(
        `app:${gateway.id}`,
        gateway.secret,
        'v3/app1/devices/probe/up',
        JSON.stringify({
          end_device_ids: { device_id: 'probe' },
          uplink_message: {
            f_cnt: counter,
            received_at: `2026-02-12T15:15:4${counter}Z`,
            decoded_payload: { temperature: 1 },
          },
        }),
      );
    expect(await uplink(1)).to.equal(0);
    expect(await get(child.id)).to.include({ state: 'active' });
    await act(child.id, 'disable');
    expect(await uplink(2)).to.equal(0);
    expect(await count(child.id)).to.equal(1);
    const [kept] = await county.list<{ reason: string }>(`/api/v1/devices/${child.id}/rejected-messages`);
    expect(kept?.reason).to.equal(`Device ${child.id} is disabled.`);
    await act(child.id, 'retire');
    const successor = await register({ gatewayId: gateway.id, externalId: 'probe', mapping: { sameNames: true } });
    expect(await uplink(3)).to.equal(0);
    expect(await count(successor.id)).to.equal(1);
    const online = await connect(`app:${gateway.id}`, gateway.secret);
    const closed = ended(online);
    await act(gateway.id, 'disable');
    await closed;
    expect(await uplink(4)).to.not.equal(0);
  });

  it('is decided by those who have the right, in their own division, with a reason that the log keeps', async () => {
    const { id } = await register();
    const town = await test.signInAs('sampler', ['sampler'], division);
    const elsewhere = await test.signInAs('elsewhere', ['supervisor'], '611021');
    for (const verb of ['disable', 'enable', 'retire', 'rotate-secret']) {
      expect((await act(id, verb, { reason: 'x' }, town)).status, verb).to.equal(403);
      expect((await act(id, verb, { reason: 'x' }, elsewhere)).status, verb).to.equal(404);
      expect((await act(id, verb, {})).status, verb).to.equal(400);
    }
    const seen = (await town.get<Device>(`/api/v1/devices/${id}`)).body;
    expect(seen.allowed).to.deep.equal([]);
    expect(seen.refused.map(({ verb }) => verb)).to.include.members(['rotate-secret', 'disable', 'enable', 'retire']);
    const rotated = await act(id, 'rotate-secret', { reason: '怀疑泄露', overlapMinutes: 0 });
    const entry = await eventually(async () =>
      (
        await test.admin.list<{ recordId: string; reason?: string; changes: { field: string }[] }>(
          '/api/v1/audit-log?resource=devices&limit=100',
        )
      ).find((one) => one.recordId === id && one.reason === '怀疑泄露'),
    );
    expect(JSON.stringify(entry)).to.not.include(String(rotated.body.secret));
    expect(entry.changes.map(({ field }) => field)).to.deep.equal(['cutOffAt', 'history', 'secretHash']);
  });
});
