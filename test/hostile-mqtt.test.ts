import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
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
const uplink = {
  deviceInfo: { devEui: '0004a30b001c0530', applicationName: 'field' },
  time: measuredAt,
  fCnt: 1,
  object: { temperature: 4 },
};

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

  it('from an integration, in any field of what its network server wraps, end neither it nor the platform', async () => {
    const gateway = 'field';
    const secret = await register(gateway, 'gateway');
    await register('child-1', 'sensor', {
      gatewayId: gateway,
      externalId: uplink.deviceInfo.devEui,
      mapping: { fields: [{ field: 'temperature', metric: 'temperature', unit: 'Cel' }] },
    });
    const client = await connect(`app:${gateway}`, secret);
    const topic = `application/${gateway}/device/${uplink.deviceInfo.devEui}/event/up`;
    await publishAll(client, topic, variants(uplink));
    const good = { ...uplink, time: '2026-01-20T10:00:00Z', fCnt: 2 };
    await client.publishAsync(topic, JSON.stringify(good), { qos: 1 });
    const stored = await test.admin.list<{ at: string }>('/api/v1/readings?device=child-1&metric=temperature');
    expect(stored.map((each) => each.at)).to.include('2026-01-20T10:00:00.000Z');
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
