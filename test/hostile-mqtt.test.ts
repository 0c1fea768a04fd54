import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import { get } from 'sparkplug-payload';
import { eventually } from './support/eventually.ts';
import { type Farm, registerFarm } from './support/farm.ts';
import { hostileTexts, hostileValues, refusedTexts } from './support/hostile.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Rejected {
  topic: string;
  reason: string;
  payload: string;
}

const measuredAt = '2026-01-20T08:00:00Z';
const reading = { metric: 'temperature', value: 4, unit: 'Cel', at: measuredAt, seq: 1 };
const result = {
  sample: 'S-1',
  analyte: '克百威',
  value: '0.01',
  unit: 'mg/kg',
  method: 'GB 23200.113',
  at: measuredAt,
};
const pack = [{ bn: 'probe', n: 'temperature', u: 'Cel', v: 4, t: 1768896000 }];
const chirpStackUplink = {
  deviceInfo: { devEui: '0004a30b001c0530', applicationName: 'field' },
  time: measuredAt,
  fCnt: 1,
  object: { temperature: 4 },
};
const thingsStackUplink = {
  end_device_ids: { device_id: 'child-2' },
  uplink_message: {
    session_key_id: 'AXA50tHUGUucuzS/bCGMNw==',
    f_cnt: 1,
    frm_payload: 'gkHe',
    received_at: measuredAt,
    decoded_payload: { temperature: 4 },
    normalized_payload: [{ air: { temperature: 4 } }],
    rx_metadata: [{ gateway_ids: { gateway_id: 'gtw1' }, rssi: -35, snr: 5 }],
    last_battery_percentage: { value: 80, received_at: measuredAt },
  },
};
const telemetry = [{ ts: Date.parse(measuredAt), values: { temperature: 4, fw_version: '1.0', rssi: -70 } }];

const sparkplug = get('spBv1.0');
if (!sparkplug) throw new Error('no Sparkplug codec');
type Metric = NonNullable<Parameters<typeof sparkplug.encodePayload>[0]['metrics']>[number];

/** Strings in every field and every part of a topic; endless texts are about sizes, which other tests look at. */
const { endless: _, ...texts } = { ...hostileTexts, ...refusedTexts };
const spoilt = [...Object.values(texts).map((text) => JSON.stringify(text)), ...Object.values(hostileValues)];

/** The message with each of its fields spoilt in turn, as JSON text: each place by every third text, all of them in three places. */
function variants(message: object): string[] {
  const mark = 'here';
  const places: string[] = [];
  const walk = (part: unknown, rebuild: (inner: unknown) => unknown) => {
    places.push(JSON.stringify(rebuild(mark)));
    if (part && typeof part === 'object')
      for (const [name, inner] of Object.entries(part))
        walk(inner, (changed) =>
          rebuild(Array.isArray(part) ? part.with(Number(name), changed) : { ...part, [name]: changed }),
        );
  };
  walk(message, (whole) => whole);
  return places.flatMap((place, at) =>
    spoilt
      .filter((_, index) => (index + at) % 3 === 0)
      .map((value) => place.replace(JSON.stringify(mark), () => value)),
  );
}

describe('hostile messages of devices', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let farm: Farm;
  const clients: MqttClient[] = [];

  before(async () => {
    const kept = 36_525;
    test = await startTestPlatform(undefined, {
      retention: { readingsDays: kept, hoursDays: kept, daysDays: kept },
      mqttLimits: { messagesPerSecond: 10_000, messagesAtOnce: 10_000 },
    });
    farm = await registerFarm(test.admin);
  });
  after(async () => {
    for (const client of clients) client.end(true);
    await test.stop();
  });

  const register = async (id: string, kind: string, more: object = {}) => {
    const body = { id, name: id, kind, siteId: farm.siteId, ...more };
    return String((await test.admin.create('/api/v1/devices', body)).secret);
  };
  const connect = async (username: string, password: string) => {
    const client = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username,
      password,
      reconnectPeriod: 0,
    });
    client.on('error', () => {});
    clients.push(client);
    return client;
  };
  /** Each is acknowledged, or this never ends. */
  const publishAll = (client: MqttClient, topic: string, messages: string[]) =>
    Promise.all(messages.map((message) => client.publishAsync(topic, message, { qos: 1 })));
  const rejectedOf = async (id: string, wanted: number) => {
    const all: Rejected[] = [];
    let cursor = '';
    do {
      const { body } = await test.admin.get<{ items: Rejected[]; nextCursor: string | null }>(
        `/api/v1/devices/${id}/rejected-messages?limit=500${cursor}`,
      );
      all.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${encodeURIComponent(body.nextCursor)}`;
    } while (cursor && all.length < wanted);
    return all;
  };

  const senders = [
    { id: 'sensor-1', kind: 'sensor', topic: 'agritrace/v1/sensor-1/readings', messages: [reading, pack] },
    { id: 'tester-1', kind: 'rapid-tester', topic: 'agritrace/v1/tester-1/results', messages: [result] },
  ];
  for (const { id, kind, topic, messages } of senders)
    it(`in any field of ${topic} are taken or kept with a reason, and the next good one is taken`, async () => {
      const client = await connect(id, await register(id, kind));
      const sent = messages.flatMap(variants);
      await publishAll(client, topic, sent);
      expect(client.connected, 'each was acknowledged').to.equal(true);
      const kept = await rejectedOf(id, sent.length);
      expect(kept.length, 'kept of those that cannot be taken').to.be.above(sent.length / 3);
      for (const { reason } of kept) expect(reason).to.be.a('string').and.not.equal('');
      const script = kept.filter(({ payload }) => payload.includes('<script>'));
      expect(script, 'as they were sent').to.not.be.empty;
      const good = { ...reading, at: '2026-01-20T09:00:00Z', seq: 2 };
      await client.publishAsync(`agritrace/v1/${id}/readings`, JSON.stringify(good), { qos: 1 });
      const stored = await test.admin.list<{ at: string }>(`/api/v1/readings?device=${id}&metric=temperature`);
      expect(stored.map((each) => each.at)).to.include('2026-01-20T09:00:00.000Z');
    });

  const temperatureByName = { fields: [{ field: 'temperature', metric: 'temperature', unit: 'Cel' }] };
  const timesOf = async (device: string) =>
    (await test.admin.list<{ at: string }>(`/api/v1/readings?device=${device}&metric=temperature`)).map(({ at }) => at);

  const wrapped = [
    {
      server: 'ChirpStack',
      gateway: 'field-1',
      child: 'child-1',
      externalId: chirpStackUplink.deviceInfo.devEui,
      topic: `application/field/device/${chirpStackUplink.deviceInfo.devEui}/event/up`,
      message: chirpStackUplink,
      good: { ...chirpStackUplink, time: '2026-01-20T10:00:00Z', fCnt: 2 },
    },
    {
      server: 'The Things Stack',
      gateway: 'field-2',
      child: 'child-2',
      externalId: 'child-2',
      topic: 'v3/field/devices/child-2/up',
      message: thingsStackUplink,
      good: {
        end_device_ids: { device_id: 'child-2' },
        uplink_message: { f_cnt: 2, received_at: '2026-01-20T10:00:00Z', decoded_payload: { temperature: 4 } },
      },
    },
  ];
  for (const { server, gateway, child, externalId, topic, message, good } of wrapped)
    it(`from an integration, in any field of what ${server} wraps, end neither it nor the platform`, async () => {
      const secret = await register(gateway, 'gateway');
      await register(child, 'sensor', { gatewayId: gateway, externalId, mapping: temperatureByName });
      const client = await connect(`app:${gateway}`, secret);
      await publishAll(client, topic, variants(message));
      await client.publishAsync(topic, JSON.stringify(good), { qos: 1 });
      expect(await timesOf(child)).to.include('2026-01-20T10:00:00.000Z');
    });

  it('in any field of what firmware for ThingsBoard sends, end neither it nor the platform', async () => {
    const body = { id: 'board-1', name: 'board-1', kind: 'sensor', siteId: farm.siteId, mapping: temperatureByName };
    const { accessToken } = await test.admin.create('/api/v1/devices', { ...body, accessToken: true });
    const client = await connect(String(accessToken), '');
    for (const topic of ['v1/devices/me/telemetry', 'v1/devices/me/attributes'])
      await publishAll(client, topic, variants(telemetry));
    const good = { ts: Date.parse('2026-01-20T10:00:00Z'), values: { temperature: 4 } };
    await client.publishAsync('v1/devices/me/telemetry', JSON.stringify(good), { qos: 1 });
    expect(await timesOf('board-1')).to.include('2026-01-20T10:00:00.000Z');
  });

  it('in any name and text of a Sparkplug birth and of the data after it, end neither it nor the platform', async () => {
    const secret = await register('edge-1', 'gateway');
    await register('child-3', 'sensor', { gatewayId: 'edge-1', externalId: 'room', mapping: temperatureByName });
    const client = await connect('app:edge-1', secret);
    let sequence = -1;
    const send = (type: string, at: string, ...metrics: Metric[]) => {
      sequence = type === 'NBIRTH' ? 0 : (sequence + 1) % 256;
      const payload = Buffer.from(sparkplug.encodePayload({ timestamp: Date.parse(at), seq: sequence, metrics }));
      const topic = `spBv1.0/farm/${type}/edge-1${type.startsWith('D') ? '/room' : ''}`;
      return client.publishAsync(topic, payload, { qos: 1 });
    };
    for (const text of Object.values(texts)) {
      const named: Metric = { name: text, alias: 1, type: 'Float', value: 4 };
      const told: Metric = { name: 'temperature', alias: 2, type: 'String', value: text };
      await send('NBIRTH', measuredAt, { name: 'bdSeq', type: 'UInt64', value: 1 }, named, told);
      await send('DBIRTH', measuredAt, named, told);
      await send('DDATA', measuredAt, told, { alias: 1, type: 'String', value: text });
    }
    await send('DBIRTH', measuredAt, { name: 'temperature', alias: 1, type: 'Float', value: 4 });
    await send('DDATA', '2026-01-20T10:00:00Z', { alias: 1, type: 'Float', value: 4 });
    expect(await timesOf('child-3')).to.include('2026-01-20T10:00:00.000Z');
  });

  it('in the parts of topics reach nobody else’s, neither by sending nor by listening for commands', async () => {
    const secret = await register('sensor-2', 'sensor');
    const parts = Object.values(texts).filter((text) => !/[\0\ud800]/.test(text));
    for (const part of [...parts, '#', '+', '$SYS', 'sensor-1', '../sensor-1', '']) {
      for (const topic of [
        `agritrace/v1/${part}/readings`,
        `agritrace/v1/sensor-2/${part}`,
        `application/${part}/device/x/event/up`,
      ]) {
        const client = await connect('sensor-2', secret);
        await Promise.race([
          client
            .publishAsync(topic, JSON.stringify({ ...reading, at: '2026-01-20T11:00:00Z' }), { qos: 1 })
            .catch(() => {}),
          new Promise<void>((resolve) => client.once('close', () => resolve())),
        ]);
        client.end(true);
      }
      const listening = await connect('sensor-2', secret);
      const [granted] = await listening.subscribeAsync(`agritrace/v1/${part}/commands`).catch(() => [{ qos: 128 }]);
      expect(granted?.qos ?? 128, part).to.equal(128);
      listening.end(true);
    }
    const own = await connect('sensor-2', secret);
    expect((await own.subscribeAsync('agritrace/v1/sensor-2/commands'))[0]?.qos).to.be.below(2);
    const others = await test.admin.list<{ at: string }>('/api/v1/readings?device=sensor-1&metric=temperature');
    expect(others.map((each) => each.at)).to.not.include('2026-01-20T11:00:00.000Z');
  });

  it('have left no trace in the process', async () => {
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect((await eventually(() => fetch(`${test.url}/readyz`))).status).to.equal(200);
  });
});
