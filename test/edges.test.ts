import { get, type IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { type Farm, registerBatch, registerFarm, transform } from './support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from './support/platform.ts';

/** One county, with a record of each kind. */
interface Side {
  county: string;
  town: string;
  officer: Api;
  username: string;
  farm: Farm;
  batch: string;
  sampleId: string;
  /** What its officers alone may read. */
  inner: Record<'note' | 'sampler' | 'laboratory' | 'device' | 'reason' | 'producer' | 'site' | 'event', string>;
}

/** Ids of warnings, as they were told. */
interface Told {
  stream: string[];
  mqtt: string[];
}

interface Node {
  code: string;
  own: boolean;
  [fact: string]: unknown;
}

const measuredAt = new Date('2026-01-20T08:00:00Z');

describe('a chain of batches across the edge of two counties', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let upstream: Side;
  let downstream: Side;
  const opened: { close(): void }[] = [];

  before(async () => {
    test = await startTestPlatform();
    const second = await test.signInAs('second', ['administrator']);
    upstream = await furnish('611002', '611002104', 'u', second);
    downstream = await furnish('611021', '611021102', 'd', second);
    expect((await transform(test.admin, [upstream.batch], [downstream.batch], measuredAt)).status).to.equal(201);
  });
  after(async () => {
    for (const connection of opened) connection.close();
    await test.stop();
  });

  const furnish = async (county: string, town: string, mark: string, second: Api): Promise<Side> => {
    const { admin, platform } = test;
    const farm = await registerFarm(admin, town);
    const batch = await registerBatch(admin, farm);
    const inner = {
      note: `备注-${mark}`,
      sampler: `抽样员-${mark}`,
      laboratory: `检测站-${mark}`,
      device: `device-${mark}`,
    };
    await admin.create('/api/v1/devices', { id: inner.device, name: '冷库', kind: 'sensor', siteId: farm.siteId });
    const harvest = { step: 'harvest', at: measuredAt.toISOString(), batchCode: batch, siteId: farm.siteId };
    const event = await admin.create('/api/v1/events', { ...harvest, note: inner.note });
    const received = { receivedAt: measuredAt, at: measuredAt };
    const reading = {
      device: inner.device,
      metric: 'temperature',
      value: 4,
      unit: 'Cel',
      timeSource: 'device',
    } as const;
    await platform.services.devices.storeReadings([{ ...reading, ...received }]);
    const drawn = { batchCode: batch, planKind: 'self-check', samplers: [inner.sampler], laboratory: inner.laboratory };
    const sampleId = String((await admin.create('/api/v1/samples', drawn)).id);
    await admin.create(`/api/v1/samples/${sampleId}/results`, {
      analyte: '噻虫胺',
      value: '0.01',
      unit: 'mg/kg',
      method: `方法-${mark}`,
    });
    expect((await admin.post(`/api/v1/samples/${sampleId}/report`, {})).status).to.equal(200);
    expect((await second.post(`/api/v1/samples/${sampleId}/verify`, {})).status).to.equal(200);
    const reason = `理由-${mark}`;
    expect((await admin.post(`/api/v1/batches/${batch}/hold`, { reason })).status).to.equal(200);
    const username = `officer-${mark}`;
    const officer = await test.signInAs(username, ['supervisor', 'auditor'], county);
    const ids = { producer: farm.producerId, site: farm.siteId, event: String(event.id) };
    return { county, town, officer, username, farm, batch, sampleId, inner: { ...inner, ...ids, reason } };
  };

  const sides = () => [
    { own: upstream, other: downstream },
    { own: downstream, other: upstream },
  ];

  it('is shown whole to both, the own side in full and of the other what anybody may read', async () => {
    for (const { own, other } of sides()) {
      const { status, body } = await own.officer.get<{ nodes: Node[]; edges: object[] }>(
        `/api/v1/batches/${own.batch}/trace`,
      );
      expect(status).to.equal(200);
      expect(body.edges).to.have.length(1);
      const node = (code: string) => body.nodes.find((each) => each.code === code) as Node;
      const [mine, theirs] = [node(own.batch), node(other.batch)];
      expect([mine.own, theirs.own]).to.deep.equal([true, false]);
      const { note, sampler, laboratory, device, reason } = own.inner;
      for (const word of [note, sampler, laboratory, device, reason]) expect(JSON.stringify(mine)).to.include(word);
      for (const [what, word] of Object.entries(other.inner))
        expect(JSON.stringify(theirs), `${what} of the other side`).to.not.include(word);
      const known = ['code', 'productName', 'producerName', 'divisionCode', 'status', 'distance', 'own', 'tests'];
      const told = Object.entries(theirs).filter(([, value]) => !Array.isArray(value) || value.length > 0);
      expect(told.map(([fact]) => fact)).to.have.members(known);
      expect((theirs.tests as { id: string }[]).map(({ id }) => id)).to.deep.equal([other.sampleId]);
    }
  });

  it('leaves every list, page by page, to the own side', async () => {
    for (const { own, other } of sides()) {
      const lists: Record<string, [string, string]> = {
        batches: [own.batch, other.batch],
        events: [own.inner.event, other.inner.event],
        samples: [own.sampleId, other.sampleId],
        producers: [own.inner.producer, other.inner.producer],
        sites: [own.inner.site, other.inner.site],
        devices: [own.inner.device, other.inner.device],
      };
      for (const [path, [mine, theirs]] of Object.entries(lists)) {
        const ids = await idsOf(own.officer, `/api/v1/${path}?limit=2`);
        expect(ids, path).to.include(mine).and.not.include(theirs);
      }
      const history = (side: Side) => idsOf(own.officer, `/api/v1/audit-log?record=${side.inner.producer}&limit=100`);
      expect(await history(own)).to.have.length(1);
      expect(await history(other)).to.deep.equal([]);
    }
  });

  it('is found by no filter that names the other side, but for the own event that took something over', async () => {
    for (const { own, other } of sides()) {
      for (const list of ['samples', 'warnings', 'rapid-tests'])
        expect(await own.officer.list(`/api/v1/${list}?batch=${other.batch}`), list).to.deep.equal([]);
      const events = await own.officer.list<{ divisionCode: string }>(`/api/v1/events?batch=${other.batch}`);
      expect(events.filter(({ divisionCode }) => !divisionCode.startsWith(own.county))).to.deep.equal([]);
    }
  });

  it('exports the own side alone', async () => {
    const window = 'from=2026-01-20T00:00:00Z&to=2026-01-21T00:00:00Z';
    for (const { own, other } of sides()) {
      const exported = (device: string) =>
        own.officer.get<{ text: string }>(`/api/v1/devices/${device}/series.csv?metric=temperature&${window}`);
      const mine = await exported(own.inner.device);
      expect(mine.status).to.equal(200);
      expect(mine.body.text).to.include('2026-01-20');
      expect((await exported(other.inner.device)).status).to.equal(404);
      for (const image of ['qr.svg', 'qr.png', 'label'])
        expect((await own.officer.get(`/api/v1/batches/${other.batch}/${image}`)).status, image).to.equal(404);
    }
  });

  it('tells each side of its own warnings, over server-sent events and over MQTT', async () => {
    const heard = new Map<Side, Told>();
    for (const { own, other } of sides()) heard.set(own, await listen(own, other));
    // The other side's first: it has been passed on, or not, by the time the own one arrives.
    const raised = new Map<Side, string>();
    for (const side of [upstream, downstream, upstream]) raised.set(side, await warn(side));
    for (const { own, other } of sides()) {
      const told = heard.get(own) as Told;
      await eventually(async () => [told.stream, told.mqtt].every((ids) => ids.includes(raised.get(own) ?? '')));
      expect([...told.stream, ...told.mqtt]).to.not.include(raised.get(other));
      const listed = await idsOf(own.officer, '/api/v1/warnings?limit=50');
      expect(listed).to.include.members([...told.stream, ...told.mqtt]);
    }
  });

  const listen = async (own: Side, other: Side) => {
    const { token } = await Api.signIn(test.url, own.username, password);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      get(`${test.url}/api/v1/warnings/stream`, { headers, agent: false }, resolve).on('error', reject);
    });
    const client: MqttClient = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: `user:${own.username}`,
      password: token,
      reconnectPeriod: 0,
    });
    opened.push({
      close() {
        response.destroy();
        client.end(true);
      },
    });
    const told: Told = { stream: [], mqtt: [] };
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      told.stream = [...text.matchAll(/^event: warning\nid: .*\ndata: (.*)$/gm)].map(([, data]) => idOf(data));
    });
    response.on('error', () => {});
    client.on('message', (_topic, payload) => told.mqtt.push(idOf(payload.toString())));
    const topics = (division: string) => `agritrace/v1/warnings/${division}`;
    for (const filter of [topics(other.county), topics(other.town), topics('611000'), topics('#'), topics('+')])
      expect(await granted(client, filter), filter).to.equal(128);
    expect(await granted(client, topics(own.county))).to.equal(1);
    return told;
  };

  const granted = async (client: MqttClient, filter: string) => {
    const answers = await client.subscribeAsync(filter, { qos: 1 }).catch(() => [{ qos: 128 }]);
    return answers[0]?.qos;
  };

  const idOf = (json = '') => String((JSON.parse(json) as { id: string }).id);

  /** A result above its limit. */
  const warn = async ({ farm }: Side): Promise<string> => {
    const batchCode = await registerBatch(test.admin, farm);
    const { id } = await test.admin.create('/api/v1/samples', { batchCode, planKind: 'self-check' });
    const result = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
    await test.admin.create(`/api/v1/samples/${id}/results`, result);
    const [warning] = await test.admin.list<{ id: string }>(`/api/v1/warnings?batch=${batchCode}`);
    return String(warning?.id);
  };
});

async function idsOf(api: Api, path: string, cursor = ''): Promise<string[]> {
  const { body } = await api.get<{ items: { id: string }[]; nextCursor: string | null }>(`${path}${cursor}`);
  const ids = body.items.map(({ id }) => id);
  return body.nextCursor === null
    ? ids
    : [...ids, ...(await idsOf(api, path, `&cursor=${encodeURIComponent(body.nextCursor)}`))];
}
