import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

/** Short enough that nobody's session ends meanwhile. */
const step = 5_000;

interface Placement {
  siteName?: string;
  from?: string;
  to?: string;
}

describe('a device that is moved', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let now: number;
  let rooms: { siteId: string; batch: string }[];

  before(async () => {
    now = Date.now() - 3_600_000;
    test = await startTestPlatform(() => new Date(now));
    county = await test.signInAs('county', ['supervisor'], '611002');
    rooms = [];
    for (let room = 0; room < 2; room += 1) {
      const farm = await registerFarm(test.admin);
      rooms.push({ siteId: farm.siteId, batch: await registerBatch(test.admin, farm) });
    }
  });
  after(() => test.stop());

  const later = (steps: number) => {
    now += steps * step;
  };
  const time = (ago = 0) => new Date(now - ago * step).toISOString();
  const register = async (id: string, room: { siteId: string } | undefined) =>
    String(
      (await county.create('/api/v1/devices', { id, name: id, kind: 'sensor', ...(room && { siteId: room.siteId }) }))
        .secret,
    );
  const send = async (id: string, password: string, readings: [ago: number, value: number][]) => {
    const client = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, { username: id, password });
    const message = readings.map(([ago, value]) => ({ metric: 'temperature', value, at: time(ago) }));
    await client.publishAsync(`agritrace/v1/${id}/readings`, JSON.stringify(message), { qos: 1 });
    await client.endAsync();
  };
  const place = (id: string, body: object, api = county) => api.post(`/api/v1/devices/${id}/place`, body);
  const placements = async (id: string, api = county) =>
    (await api.get<{ placements: Placement[] }>(`/api/v1/devices/${id}/placements`)).body.placements;
  /** What a consumer sees of a batch's conditions. */
  const curve = async (room: { batch: string } | undefined) => {
    const page = await fetch(`${test.url}/q/${room?.batch}`, { headers: { accept: 'application/json' } });
    const { environment } = (await page.json()) as { environment: { points: { value: number }[] }[] };
    return environment.flatMap(({ points }) => points.map(({ value }) => value));
  };

  it('brings each reading to the batch of the place where it was at that time, late ones too', async () => {
    const [first, second] = rooms;
    const secret = await register('mover', first);
    later(30);
    await send('mover', secret, [
      [20, 1],
      [10, 2],
    ]);
    expect((await place('mover', { siteId: second?.siteId, from: time(5), reason: '调往二号库' })).status).to.equal(
      200,
    );
    later(30);
    await send('mover', secret, [
      [38, 3],
      [36, 4],
      [35, 11],
      [10, 12],
    ]);
    expect(await curve(first)).to.deep.equal([1, 2, 3, 4]);
    expect(await curve(second)).to.deep.equal([11, 12]);
    expect((await placements('mover')).map(({ from, to }) => [from !== undefined, to !== undefined])).to.deep.equal([
      [false, true],
      [true, false],
    ]);
  });

  it('changes nothing of the past but by a correction, with a reason that the log keeps', async () => {
    const [first, second] = rooms;
    await register('corrected', first);
    later(60);
    await place('corrected', { siteId: second?.siteId, from: time(10), reason: '调库' });
    const early = await place('corrected', { siteId: first?.siteId, from: time(20), reason: '补录' });
    expect(early.status).to.equal(400);
    expect(JSON.stringify(early.body.errors)).to.include('correct-placements');
    expect((await place('corrected', { siteId: first?.siteId, from: time(-5), reason: '将来' })).status).to.equal(400);
    const correct = (body: object) => county.post('/api/v1/devices/corrected/correct-placements', body);
    const overlapping = [
      { siteId: first?.siteId, to: time(15) },
      { siteId: second?.siteId, from: time(20) },
    ];
    expect((await correct({ placements: overlapping, reason: '更正' })).body.errors).to.deep.equal([
      {
        pointer: '/placements/1/from',
        message: 'begins before the one before it ends',
        text: { zh: '早于上一段的结束', en: 'begins before the one before it ends' },
      },
    ]);
    const right = [
      { siteId: first?.siteId, to: time(25) },
      { siteId: second?.siteId, from: time(20) },
    ];
    expect((await correct({ placements: right })).status, 'without a reason').to.equal(400);
    expect((await correct({ placements: right, reason: '实际早十分钟' })).status).to.equal(200);
    expect((await placements('corrected')).map(({ from, to }) => [from, to])).to.deep.equal([
      [undefined, time(25)],
      [time(20), undefined],
    ]);
    const entry = await eventually(async () =>
      (
        await test.admin.list<{ reason?: string; changes: { field: string; before?: unknown }[] }>(
          '/api/v1/audit-log?resource=devices&limit=100',
        )
      ).find(({ reason }) => reason === '实际早十分钟'),
    );
    expect(entry.changes.find(({ field }) => field === 'placements')?.before).to.have.length(2);
  });

  it('is moved only by those who have the right to both places, and shows others what is theirs', async () => {
    const [first] = rooms;
    const far = await registerFarm(test.admin, '611021');
    const secret = await register('traveler', first);
    later(5);
    await send('traveler', secret, [[1, 1]]);
    expect((await place('traveler', { siteId: far.siteId, reason: '外借' })).status).to.equal(400);
    const sampler = await test.signInAs('sampler', ['sampler'], '611002');
    expect((await place('traveler', { siteId: first?.siteId, reason: '外借' }, sampler)).status).to.equal(403);
    expect((await place('traveler', { siteId: far.siteId, reason: '外借' }, test.admin)).status).to.equal(200);
    later(5);
    await send('traveler', secret, [[1, 2]]);
    const elsewhere = await test.signInAs('far-away', ['supervisor'], '611021');
    const values = async (api: Api) =>
      (await api.list<{ value: number }>('/api/v1/readings?device=traveler')).map(({ value }) => value);
    expect(await values(elsewhere)).to.deep.equal([2]);
    expect(await values(test.admin)).to.deep.equal([1, 2]);
    expect(await placements('traveler', elsewhere)).to.have.length(1);
    expect((await county.get('/api/v1/devices/traveler')).status).to.equal(404);
    const rewrite = { placements: [{ siteId: far.siteId }], reason: '抹去' };
    expect((await elsewhere.post('/api/v1/devices/traveler/correct-placements', rewrite)).status).to.equal(403);
  });

  it('shows neither owner what was measured at the other’s, in curves, tables, summaries and what was refused', async () => {
    const [first] = rooms;
    const far = await registerFarm(test.admin, '611021');
    const secret = await register('lent', first);
    const here = { siteId: first?.siteId };
    const lend = async (body: object) =>
      expect((await place('lent', { reason: '外借', ...body }, test.admin)).status).to.equal(200);
    later(10);
    await send('lent', secret, [
      [8, 1],
      [4, 2],
    ]);
    await lend({ siteId: far.siteId });
    later(10);
    await send('lent', secret, [
      [8, 11],
      [4, 12],
    ]);
    const client = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: 'lent',
      password: secret,
    });
    await client.publishAsync('agritrace/v1/lent/readings', 'no reading', { qos: 1 });
    await client.endAsync();
    const borrower = await test.signInAs('borrower', ['supervisor'], '611021');
    later(1);
    await lend(here);
    later(10);
    await send('lent', secret, [[4, 3]]);

    const period = `metric=temperature&from=${time(1000)}&to=${time(-1000)}`;
    const series = async (api: Api, resolution: string) =>
      (
        await api.get<{ count: number; items: { value: number; minimum?: number; maximum?: number }[] }>(
          `/api/v1/devices/lent/series?${period}&resolution=${resolution}`,
        )
      ).body;
    const table = async (api: Api, resolution: string) =>
      String((await api.get(`/api/v1/devices/lent/series.csv?${period}&resolution=${resolution}`)).body.text);
    const columnOf = (csv: string, name: string) => {
      const [heading = '', ...lines] = csv.trim().split('\n');
      const at = heading.split(',').indexOf(name);
      return lines.map((line) => Number(line.split(',')[at]));
    };
    const sees = async (api: Api, values: number[]) => {
      const [lowest, highest] = [Math.min(...values), Math.max(...values)];
      expect((await series(api, 'reading')).items.map(({ value }) => value)).to.deep.equal(values);
      expect(columnOf(await table(api, 'reading'), 'value')).to.deep.equal(values);
      for (const resolution of ['hour', 'day']) {
        const { count, items } = await series(api, resolution);
        expect(count, resolution).to.equal(values.length);
        expect(Math.min(...items.flatMap(({ minimum = 1000 }) => minimum))).to.equal(lowest);
        expect(Math.max(...items.flatMap(({ maximum = -1000 }) => maximum))).to.equal(highest);
        const csv = await table(api, resolution);
        expect(columnOf(csv, 'count').reduce((a, b) => a + b)).to.equal(values.length);
        expect(Math.max(...columnOf(csv, 'maximum'))).to.equal(highest);
      }
    };
    const last = async (api: Api) =>
      (await api.get<{ lastReadings: { value: number }[] }>('/api/v1/devices/lent')).body.lastReadings.map(
        ({ value }) => value,
      );
    const refused = async (api: Api) => (await api.list('/api/v1/devices/lent/rejected-messages')).length;

    await sees(county, [1, 2, 3]);
    expect([await last(county), await refused(county)]).to.deep.equal([[3], 0]);
    await lend({ siteId: far.siteId });
    await sees(borrower, [11, 12]);
    expect([await last(borrower), await refused(borrower)]).to.deep.equal([[12], 1]);
    expect((await county.get(`/api/v1/devices/lent/series?${period}`)).status).to.equal(404);
    await sees(test.admin, [1, 2, 11, 12, 3]);
    expect(await last(test.admin)).to.deep.equal([3]);
  });

  it('stands nowhere in store: its readings are of no batch', async () => {
    const [first] = rooms;
    const before = (await curve(first)).length;
    const secret = await register('stored', undefined);
    later(10);
    await send('stored', secret, [
      [8, 30],
      [7, 31],
    ]);
    expect(await curve(first)).to.have.length(before);
  });

  it('is held against the rules of what is kept at its site, as the site says', async () => {
    const { siteId } = rooms[0] as { siteId: string };
    const site = () => county.get<{ productIds: string[] }>(`/api/v1/sites/${siteId}`);
    const products = await test.admin.get<{ items: { id: string }[] }>('/api/v1/products');
    const productId = String(products.body.items[0]?.id);
    const correct = (body: object, api = county) => api.post(`/api/v1/sites/${siteId}/correct`, body);
    expect((await correct({ productIds: [productId, 'f'.repeat(24)] })).body).to.deep.include({
      errors: [
        {
          pointer: '/productIds/1',
          message: 'is not a known product',
          text: { zh: '没有此产品', en: 'is not a known product' },
        },
      ],
    });
    expect((await correct({})).status).to.equal(400);
    const elsewhere = await test.signInAs('third-county', ['supervisor'], '611021');
    expect((await correct({ name: '外县改名' }, elsewhere)).status).to.equal(404);
    const rule = await county.create('/api/v1/warning-rules', {
      name: '香菇库过暖',
      kind: 'threshold',
      level: 'yellow',
      metric: 'temperature',
      unit: 'Cel',
      comparison: 'above',
      limit: 4,
      clearAt: 3,
      productId,
      deviceKind: 'sensor',
    });
    const ofRule = async () => {
      const { items } = (await county.get<{ items: { ruleId?: string; active: boolean }[] }>('/api/v1/warnings')).body;
      return items.filter(({ ruleId }) => ruleId === rule.id);
    };
    const secret = await register('kept', rooms[0]);
    await send('kept', secret, [[0, 5]]);
    const stored = async () => (await county.get<{ lastReadings: object[] }>('/api/v1/devices/kept')).body.lastReadings;
    await eventually(async () => (await stored()).length === 1);
    expect(await ofRule()).to.deep.equal([]);
    expect((await correct({ productIds: [productId] })).body).to.deep.include({ productIds: [productId] });
    expect((await site()).body.productIds).to.deep.equal([productId]);
    later(12);
    await send('kept', secret, [[0, 5]]);
    await eventually(async () => (await ofRule()).length === 1);
  });
});
