import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { get as sparkplugPayload } from 'sparkplug-payload';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Command {
  id: string;
  state: string;
  answer?: string;
}

describe('commands to devices', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let number = 0;

  before(async () => {
    test = await startTestPlatform();
    county = await test.signInAs('county', ['supervisor'], '611002');
  });
  after(async () => {
    await test.stop();
  });

  const register = async (more: object = {}) => {
    number += 1;
    const id = `commanded-${number}`;
    const { secret } = await county.create('/api/v1/devices', { id, name: id, kind: 'sensor', ...more });
    return { id, secret: String(secret) };
  };
  const order = (id: string, body: object = { name: 'set-interval', parameters: { seconds: 60 } }, api = county) =>
    api.post(`/api/v1/devices/${id}/commands`, body);
  const commands = (id: string) => county.list<Command>(`/api/v1/devices/${id}/commands`);
  const states = async (id: string) => (await commands(id)).map(({ state }) => state);
  const rejected = (id: string) => county.list<{ reason: string }>(`/api/v1/devices/${id}/rejected-messages`);
  const answer = ({ id, secret }: { id: string; secret: string }, body: object) =>
    mosquittoPublish({
      port: test.platform.mqtt,
      username: id,
      password: secret,
      topic: `agritrace/v1/${id}/commands/answers`,
      message: JSON.stringify(body),
    });
  /** The real mosquitto_sub, which ends after so many messages. */
  const hear = async (
    { id, secret }: { id: string; secret: string },
    count: number,
  ): Promise<Record<string, unknown>[]> => {
    const address = ['-V', 'mqttv311', '-h', '127.0.0.1', '-p', String(test.platform.mqtt), '-u', id, '-P', secret];
    const words = [...address, '-q', '1', '-t', `agritrace/v1/${id}/commands`, '-C', String(count), '-W', '30'];
    const child = spawn('mosquitto_sub', words, { stdio: ['ignore', 'pipe', 'ignore'] });
    const heard: Record<string, unknown>[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => heard.push(JSON.parse(line)));
    await once(child, 'close');
    return heard;
  };

  it('wait for the device, are heard by it, and are acknowledged', async () => {
    const device = await register();
    const { body, status } = await order(device.id);
    expect(status).to.equal(201);
    expect(body).to.include({ state: 'queued', createdBy: 'county' });
    const [heard] = await hear(device, 1);
    expect(heard).to.deep.include({ id: body.id, name: 'set-interval', parameters: { seconds: 60 } });
    await eventually(async () => (await states(device.id))[0] === 'sent');
    expect((await answer(device, { id: body.id, status: 'done' })).code).to.equal(0);
    expect(await states(device.id)).to.deep.equal(['acknowledged']);
    expect((await answer(device, { id: body.id, status: 'done' })).code, 'a repeat').to.equal(0);
    expect(await rejected(device.id)).to.deep.equal([]);
  });

  it('reach a device that is listening at once, and can be refused by it with a reason', async () => {
    const device = await register();
    const client = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: device.id,
      password: device.secret,
    });
    const heard: { id: string }[] = [];
    client.on('message', (_topic, payload) => heard.push(JSON.parse(payload.toString())));
    await client.subscribeAsync(`agritrace/v1/${device.id}/commands`, { qos: 1 });
    await order(device.id, { name: 'restart' });
    await eventually(async () => heard.length > 0);
    const refusal = JSON.stringify({ id: heard[0]?.id, status: 'refused', reason: 'battery is low' });
    await client.publishAsync(`agritrace/v1/${device.id}/commands/answers`, refusal, { qos: 1 });
    await client.endAsync();
    expect((await commands(device.id)).map(({ state, answer: said }) => [state, said])).to.deep.equal([
      ['refused', 'battery is low'],
    ]);
  });

  it('come again until they are answered, by the same id', async () => {
    const device = await register();
    const { body } = await order(device.id);
    for (let time = 0; time < 2; time += 1) expect((await hear(device, 1))[0]?.id).to.equal(body.id);
  });

  it('keep an answer to no command, to that of another device, or that nobody can read, as rejected', async () => {
    const [device, other] = [await register(), await register()];
    const { body } = await order(other.id);
    await answer(device, { id: body.id, status: 'done' });
    await answer(device, { id: '0'.repeat(24), status: 'done' });
    await answer(device, { status: 'perhaps' });
    expect(await rejected(device.id)).to.have.length(3);
    expect(await states(other.id)).to.deep.equal(['queued']);
  });

  it('are checked against their kind, the state of the device and the caller’s right', async () => {
    const device = await register();
    const pointers = async (body: object) =>
      ((await order(device.id, body)).body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(await pointers({ name: 'self-destruct' })).to.deep.equal(['/name']);
    expect(await pointers({ name: 'set-interval', parameters: { seconds: 1 } })).to.deep.equal(['/parameters/seconds']);
    const sampler = await test.signInAs('sampler', ['sampler'], '611002');
    expect((await order(device.id, { name: 'restart' }, sampler)).status).to.equal(403);
    const gateway = await register({ kind: 'gateway' });
    const child = await register({ gatewayId: gateway.id, externalId: 'x', mapping: { sameNames: true } });
    expect((await order(child.id, { name: 'restart' })).status).to.equal(409);
    await county.post(`/api/v1/devices/${device.id}/disable`, { reason: '检修' });
    expect((await order(device.id, { name: 'restart' })).status).to.equal(409);
    const kinds = (await sampler.get<{ items: { name: string }[] }>('/api/v1/command-kinds')).body.items;
    expect(kinds.map(({ name }) => name)).to.include('set-interval');
  });

  it('reach a device behind a Sparkplug B gateway by a DCMD, once, where its birth has announced them', async () => {
    const gateway = await register({ kind: 'gateway' });
    const child = await register({ gatewayId: gateway.id, externalId: 'press', mapping: { sameNames: true } });
    const { encodePayload, decodePayload } = sparkplugPayload('spBv1.0') as NonNullable<
      ReturnType<typeof sparkplugPayload>
    >;
    const edge = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: `app:${gateway.id}`,
      password: gateway.secret,
    });
    const told: { topic: string; names: (string | null | undefined)[] }[] = [];
    edge.on('message', (topic, payload) =>
      told.push({ topic, names: (decodePayload(payload).metrics ?? []).map(({ name }) => name) }),
    );
    await edge.subscribeAsync(`spBv1.0/farm/DCMD/${gateway.id}/#`, { qos: 1 });
    const send = (type: string, seq: number, metrics: object[]) =>
      edge.publishAsync(
        `spBv1.0/farm/${type}/${gateway.id}${type.startsWith('D') ? '/press' : ''}`,
        Buffer.from(encodePayload({ timestamp: Date.now(), seq, metrics: metrics as never })),
        { qos: 1 },
      );
    const birth = async () => {
      await send('NBIRTH', 0, [{ name: 'bdSeq', type: 'Int64', value: 0 }]);
      await send('DBIRTH', 1, [
        { name: 'Device Control/Reboot', type: 'Boolean', value: false },
        { name: 'temperature', type: 'Double', value: 4 },
      ]);
    };
    expect((await order(child.id, { name: 'restart' })).body.detail).to.contain('announced no command');
    await birth();
    expect((await order(child.id)).body.detail).to.contain('takes only restart');
    expect((await order(child.id, { name: 'restart' })).status).to.equal(201);
    await eventually(async () => (await states(child.id))[0] === 'sent');
    await eventually(async () => told.length > 0);
    await birth();
    await order(child.id, { name: 'restart' });
    await eventually(async () => (await states(child.id)).every((state) => state === 'sent'));
    await eventually(async () => told.length > 1);
    await send('DDATA', 2, [{ name: 'temperature', type: 'Double', value: 5 }]);
    expect(await states(child.id)).to.deep.equal(['sent', 'sent']);
    await send('DDATA', 3, [{ name: 'Device Control/Reboot', type: 'Boolean', value: true }]);
    expect(await states(child.id), 'the device publishes what was written').to.deep.equal([
      'acknowledged',
      'acknowledged',
    ]);
    await edge.endAsync();
    expect(told).to.deep.equal(
      [1, 2].map(() => ({ topic: `spBv1.0/farm/DCMD/${gateway.id}/press`, names: ['Device Control/Reboot'] })),
    );
  });

  it('cannot be heard by another device', async () => {
    const [device, other] = [await register(), await register()];
    const client = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: other.id,
      password: other.secret,
    });
    const granted = await client.subscribeAsync(`agritrace/v1/${device.id}/commands`).catch(() => null);
    await client.endAsync();
    expect(granted?.[0]?.qos ?? 128).to.equal(128);
  });
});
