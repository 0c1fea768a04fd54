import { encode } from 'cbor-x';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { get } from 'sparkplug-payload';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const uplink = (devEui: string, fields: object, event: object = {}) => ({
  deduplicationId: '3ac7e3c4-4401-4b8d-9386-a5c902f9202d',
  time: '2026-05-03T09:34:15.775023242+00:00',
  deviceInfo: { applicationId: 'a1', deviceName: 'Cold room', devEui },
  devAddr: '00189440',
  fCnt: 7,
  fPort: 2,
  data: 'qg==',
  object: fields,
  ...event,
});
const mapping = {
  fields: [
    { field: 'TempC_SHT', metric: 'temperature', unit: 'Cel' },
    { field: 'BatV', metric: 'voltage', unit: 'mV' },
  ],
};

interface Reading {
  metric: string;
  value: number;
  unit: string;
  at: string;
  timeSource: string;
}

describe('devices of other platforms', function () {
  this.timeout(60_000);
  let at: TestPlatform;
  let api: Api;
  const secrets = new Map<string, string>();

  const register = async (device: Record<string, unknown>) => {
    const created = await api.create('/api/v1/devices', { name: String(device.id), kind: 'sensor', ...device });
    secrets.set(String(device.id), String(created.secret));
    return created;
  };
  const publish = (username: string, topic: string, message: object | Buffer, password?: string) =>
    mosquittoPublish({
      port: at.platform.mqtt,
      username,
      ...(password !== undefined && { password }),
      topic,
      message: Buffer.isBuffer(message) ? message : JSON.stringify(message),
    });
  const publishAs = (gateway: string, topic: string, message: object | Buffer) =>
    publish(`app:${gateway}`, topic, message, secrets.get(gateway));
  const readings = (device: string) => api.list<Reading>(`/api/v1/readings?device=${device}`);
  const rejected = (device: string) =>
    api.list<{ reason: string; topic: string }>(`/api/v1/devices/${device}/rejected-messages`);

  before(async () => {
    at = await startTestPlatform(undefined, {
      retention: { readingsDays: 36_525, hoursDays: 36_525, daysDays: 36_525 },
    });
    api = at.admin;
    await register({ id: 'lora-1', kind: 'gateway' });
    await register({ id: 'lora-2', kind: 'gateway' });
    await register({ id: 'room-1', gatewayId: 'lora-1', externalId: '0101010101010101', mapping });
    await register({ id: 'room-2', gatewayId: 'lora-2', externalId: '0202020202020202', mapping });
  });
  after(() => at.stop());

  it('take an uplink of ChirpStack in, for the device with that DevEUI', async () => {
    const { code } = await publishAs(
      'lora-1',
      'application/a1/device/0101010101010101/event/up',
      uplink('0101010101010101', { TempC_SHT: 4.2, BatV: 3301 }),
    );
    expect(code).to.equal(0);
    expect(
      (await readings('room-1')).map(({ metric, value, unit, at: time, timeSource }) => [
        metric,
        value,
        unit,
        time,
        timeSource,
      ]),
    ).to.deep.equal([
      ['temperature', 4.2, 'Cel', '2026-05-03T09:34:15.775Z', 'network'],
      ['voltage', 3.301, 'V', '2026-05-03T09:34:15.775Z', 'network'],
    ]);
  });

  it('take the battery charge that ChirpStack tells of for a reading', async () => {
    await publishAs('lora-1', 'application/a1/device/0101010101010101/event/status', {
      time: '2026-05-03T10:00:00Z',
      deviceInfo: { devEui: '0101010101010101' },
      batteryLevel: 12,
    });
    const { vitals, lastReadings } = (await api.get('/api/v1/devices/room-1')).body;
    expect(vitals).to.include({ externalPower: false });
    expect((lastReadings as { metric: string; value: number }[]).find(({ metric }) => metric === 'battery')).to.include(
      {
        value: 12,
      },
    );
  });

  it('keep an uplink of a device that is not registered behind the sender, and store nothing', async () => {
    for (const devEui of ['0202020202020202', '0303030303030303'])
      await publishAs('lora-1', `application/a1/device/${devEui}/event/up`, uplink(devEui, { TempC_SHT: 9 }));
    expect(await readings('room-2')).to.deep.equal([]);
    const reasons = (await rejected('lora-1')).map(({ reason }) => reason);
    expect(reasons).to.have.length(2);
    expect(reasons.join()).to.match(/No device is registered behind lora-1 under 0202020202020202/);
  });

  it('keep fields that nobody has mapped, and take them from the moment they are mapped', async () => {
    const topic = 'application/a1/device/0202020202020202/event/up';
    const event = uplink('0202020202020202', { Probe: 39.2 });
    await publishAs('lora-2', topic, event);
    expect((await rejected('room-2'))[0]?.reason).to.match(/Probe: is not mapped/);
    const answer = await api.post('/api/v1/devices/room-2/map', {
      fields: [{ field: 'Probe', metric: 'temperature', unit: '[degF]' }],
    });
    expect(answer.status).to.equal(200);
    await publishAs('lora-2', topic, event);
    expect((await readings('room-2')).map(({ value, unit }) => [value, unit])).to.deep.equal([[4, 'Cel']]);
  });

  it('take an uplink of The Things Stack in', async () => {
    await register({ id: 'tts-1', gatewayId: 'lora-1', externalId: 'dev1', mapping: { sameNames: true } });
    await publishAs('lora-1', 'v3/app1@ttn/devices/dev1/up', {
      end_device_ids: { device_id: 'dev1' },
      uplink_message: { f_cnt: 1, received_at: '2026-02-12T15:15:45.789585559Z', decoded_payload: { temperature: 1 } },
    });
    expect((await readings('tts-1')).map(({ value }) => value)).to.deep.equal([1]);
  });

  it('let firmware for ThingsBoard work with its access token alone', async () => {
    const { accessToken } = await register({ id: 'tb-1', accessToken: true, mapping: { sameNames: true } });
    const token = String(accessToken);
    expect((await publish(token, 'v1/devices/me/telemetry', { temperature: 22.5, humidity: 61 })).code).to.equal(0);
    await publish(token, 'v1/devices/me/telemetry', { ts: 1451649600512, values: { temperature: 20 } });
    expect((await readings('tb-1')).map(({ value, timeSource }) => [value, timeSource])).to.have.deep.members([
      [22.5, 'received'],
      [61, 'received'],
      [20, 'device'],
    ]);
    const { code, output } = await publish(`${token}x`, 'v1/devices/me/telemetry', { temperature: 1 });
    expect(code).to.not.equal(0);
    expect(output).to.match(/not authori[sz]ed/i);
  });

  it('answer ThingsBoard firmware that asks for attributes, and keep what it reports of its own', async () => {
    const token = 'token-burnt-into-firmware';
    await register({ id: 'tb-2', accessToken: token, mapping: { sameNames: true } });
    const client = await connectAsync(`mqtt://127.0.0.1:${at.platform.mqtt}`, { username: token, reconnectPeriod: 0 });
    const answers: [string, string][] = [];
    client.on('message', (topic, payload) => answers.push([topic, payload.toString()]));
    await client.subscribeAsync(['v1/devices/me/attributes/response/+', 'v1/devices/me/rpc/request/+'], { qos: 1 });
    await client.publishAsync('v1/devices/me/attributes', '{"firmwareVersion":"1.0","color":"red"}', { qos: 1 });
    await client.publishAsync('v1/devices/me/attributes/request/1', '{"clientKeys":"a"}', { qos: 1 });
    await eventually(async () => answers.length > 0);
    await client.endAsync();
    expect(answers).to.deep.equal([['v1/devices/me/attributes/response/1', '{}']]);
    expect((await rejected('tb-2'))[0]?.reason).to.match(/color: is not mapped/);
    expect((await api.get('/api/v1/devices/tb-2')).body.vitals).to.include({ firmware: '1.0' });
  });

  it('read the births and data of a Sparkplug edge node, and ask for a rebirth where one is missing', async () => {
    const codec = get('spBv1.0');
    if (!codec) throw new Error('no Sparkplug codec');
    await register({ id: 'edge-1', kind: 'gateway', mapping: {} });
    await register({
      id: 'spark-1',
      gatewayId: 'edge-1',
      externalId: 'Cold',
      mapping: { fields: [{ field: 'Temp', metric: 'temperature', unit: 'Cel' }] },
    });
    const client = await connectAsync(`mqtt://127.0.0.1:${at.platform.mqtt}`, {
      username: 'app:edge-1',
      password: secrets.get('edge-1') ?? '',
      reconnectPeriod: 0,
    });
    const commands: string[] = [];
    client.on('message', (topic) => commands.push(topic));
    await client.subscribeAsync('spBv1.0/farm/NCMD/edge-1/#', { qos: 1 });
    const send = (type: string, seq: number, metrics: object[]) =>
      client.publishAsync(
        `spBv1.0/farm/${type}/edge-1${type.startsWith('D') ? '/Cold' : ''}`,
        Buffer.from(
          codec.encodePayload({
            timestamp: Date.parse('2026-05-03T08:00:00Z') + seq * 1000,
            seq,
            metrics: metrics as never,
          }),
        ),
        { qos: 1 },
      );
    await send('DDATA', 5, [{ alias: 1, type: 'Float', value: 9 }]);
    await eventually(async () => commands.length > 0);
    expect(commands[0]).to.equal('spBv1.0/farm/NCMD/edge-1');
    await Promise.all([
      send('NBIRTH', 0, [{ name: 'bdSeq', type: 'UInt64', value: 0 }]),
      send('DBIRTH', 1, [{ name: 'Temp', alias: 1, type: 'Float', value: 4.1 }]),
      send('DDATA', 2, [{ alias: 1, type: 'Float', value: 4.2 }]),
    ]);
    await client.endAsync();
    expect((await readings('spark-1')).map(({ value }) => value)).to.deep.equal([4.1, 4.2]);
  });

  it('take SenML on the platform’s own topic, in JSON and in CBOR', async () => {
    await register({ id: 'senml-1' });
    const topic = 'agritrace/v1/senml-1/readings';
    const base = { bn: 'urn:dev:ow:10e2073a01080063:', bt: 1_780_000_000 };
    await publish('senml-1', topic, [{ ...base, n: 'temperature', u: 'K', v: 277.15 }], secrets.get('senml-1'));
    const record = new Map<number, unknown>([
      [-2, base.bn],
      [-3, base.bt + 1],
      [0, 'temperature'],
      [1, 'Cel'],
      [2, 4.5],
    ]);
    await publish('senml-1', topic, Buffer.from(encode([record])), secrets.get('senml-1'));
    expect((await readings('senml-1')).map(({ value }) => value)).to.deep.equal([4, 4.5]);
  });

  it('are refused at registration without a mapping, with a name or token that is taken, or behind no gateway', async () => {
    const refusal = async (device: object) =>
      (await api.post('/api/v1/devices', { name: 'x', kind: 'sensor', ...device })).body;
    const pointers = async (device: object) =>
      ((await refusal(device)).errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(await pointers({ id: 'bad-1', gatewayId: 'lora-1', externalId: 'x' })).to.deep.equal(['/mapping']);
    expect(await pointers({ id: 'bad-2', accessToken: true })).to.deep.equal(['/mapping']);
    expect(await pointers({ id: 'bad-3', gatewayId: 'lora-1', externalId: '0101010101010101', mapping })).to.deep.equal(
      ['/externalId'],
    );
    expect(await pointers({ id: 'bad-4', accessToken: 'token-burnt-into-firmware', mapping })).to.deep.equal([
      '/accessToken',
    ]);
    expect(await pointers({ id: 'bad-5', gatewayId: 'room-1', externalId: 'x', mapping })).to.deep.equal([
      '/gatewayId',
    ]);
  });

  it('cannot sign in as an integration with the secret of a device that is none', async () => {
    const { code } = await publish('app:room-1', 'application/a1/device/x/event/up', {}, secrets.get('room-1'));
    expect(code).to.not.equal(0);
  });
});
