import { expect } from 'chai';
import fc from 'fast-check';
import type { WarningsService } from './service.ts';
import { coldRoomRule, openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';

const start = Date.parse('2026-05-03T06:00:00Z');
const minute = 60_000;
const at = (minutes: number) => new Date(start + minutes * minute);
const coldRoom = {
  divisionCode: '611002001',
  siteId: '0123456789abcdef00000001',
  siteName: '冷库',
  siteKind: 'cold-room',
};
const truck = {
  divisionCode: '611021001',
  siteId: '0123456789abcdef00000002',
  siteName: '冷藏车',
  siteKind: 'vehicle',
};

describe('warnings about a device that was moved', function () {
  this.timeout(60_000);
  let platform: TestPlatform;
  let service: WarningsService;

  const read = (...pairs: [minute: number, value: number][]) =>
    service.evaluateReadings(
      pairs.map(([time, value]) => ({ device: 'd1', metric: 'temperature', unit: 'Cel', value, at: at(time) })),
    );
  const warnings = async () =>
    (await service.list(people.city, { limit: 50 })).items.map(({ siteName, divisionCode, openedAt, active }) => ({
      siteName,
      divisionCode,
      openedAt,
      active,
    }));
  const makeRule = (changes: Parameters<typeof coldRoomRule>[0] = {}) =>
    service.createRule(people.city, coldRoomRule({ name: '温度过高', ...changes }));
  const moved = (toTruckAt: number) => {
    const boundary = at(toTruckAt).getTime();
    platform.devices.set('d1', {
      deviceName: '探头1',
      ...truck,
      places: [
        { ...coldRoom, to: boundary },
        { ...truck, from: boundary },
      ],
    });
    platform.context.bus.emit('device.placed', { deviceId: 'd1' });
  };

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    platform.devices.set('d1', { deviceName: '探头1', ...coldRoom, places: [coldRoom] });
    service = platform.newService();
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('name the place where it was measured, also of readings that come after the move', async () => {
    await makeRule({ siteKind: 'cold-room' });
    moved(60);
    await read([0, 9], [10, 9]);
    expect(await warnings()).to.deep.equal([
      { siteName: '冷库', divisionCode: '611002001', openedAt: at(10).toISOString(), active: true },
    ]);
  });

  it('count no time at the old place for the new one', async () => {
    await makeRule();
    await read([0, 9], [9, 9]);
    moved(9.5);
    await read([10, 9], [19, 9]);
    expect(await warnings()).to.deep.equal([]);
    await read([20, 9]);
    expect(await warnings()).to.deep.equal([
      { siteName: '冷藏车', divisionCode: '611021001', openedAt: at(20).toISOString(), active: true },
    ]);
  });

  it('end as conditions when it is moved, even where the rule does not hold at the new place', async () => {
    await makeRule({ siteKind: 'cold-room' });
    await read([0, 9], [10, 9]);
    moved(11);
    await read([12, 9]);
    expect((await warnings()).map(({ siteName, active }) => [siteName, active])).to.deep.equal([['冷库', false]]);
  });

  it('of a rule for one product or kind of device concern only these; they end when another product is kept there', async () => {
    const [mushrooms, walnuts] = ['0123456789abcdef0000000a', '0123456789abcdef0000000b'];
    const kept = (...productIds: string[]) => {
      const place = { ...coldRoom, productIds };
      platform.devices.set('d1', { deviceName: '探头1', deviceKind: 'sensor', ...place, places: [place] });
      platform.context.bus.emit('device.placed', { deviceId: 'd1' });
    };
    kept(mushrooms);
    for (const reach of [
      { productId: mushrooms, deviceKind: 'sensor' },
      { productId: walnuts },
      { deviceKind: 'gateway' },
      { siteKind: 'cold-room' },
    ])
      await makeRule({ ...reach, name: Object.values(reach).join(' '), durationSeconds: 0 });
    const told = async () => {
      const { items } = await service.list(people.city, { limit: 50 });
      const nameOf = new Map(
        (await service.listRules(people.city, { limit: 50 })).items.map(({ id, name }) => [id, name]),
      );
      return items.map(({ ruleId = '', active }) => `${nameOf.get(ruleId)} ${active ? 'goes on' : 'is over'}`);
    };
    await read([0, 9]);
    expect(await told()).to.have.members([`${mushrooms} sensor goes on`, 'cold-room goes on']);
    kept(walnuts);
    await read([1, 9]);
    expect(await told()).to.have.members([`${mushrooms} sensor is over`, 'cold-room goes on', `${walnuts} goes on`]);
  });

  it('are the same whether the move is known before the readings or only the readings’ times tell it', async () => {
    const series = fc.array(fc.integer({ min: 6, max: 10 }), { minLength: 12, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(series, fc.integer({ min: 1, max: 11 }), async (values, boundary) => {
        const readings = values.map((value, index): [number, number] => [index * 4, value]);
        const told: unknown[] = [];
        for (const live of [true, false]) {
          await platform.empty();
          await service.stop();
          service = platform.newService();
          await makeRule();
          platform.devices.set('d1', { deviceName: '探头1', ...coldRoom, places: [coldRoom] });
          const before = readings.filter(([time]) => time < boundary * 4 - 1);
          if (live) for (const one of before) await read(one);
          moved(boundary * 4 - 1);
          if (live) for (const one of readings.slice(before.length)) await read(one);
          else await read(...readings);
          told.push(await warnings());
        }
        expect(told[0]).to.deep.equal(told[1]);
      }),
      { numRuns: 15 },
    );
  });
});
