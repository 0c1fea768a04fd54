import { expect } from 'chai';
import type { WarningsService } from './service.ts';
import { coldRoomRule, openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';

const start = Date.parse('2026-05-03T06:00:00Z');

describe('warnings: readings', () => {
  let platform: TestPlatform;
  let service: WarningsService;

  const reading = (minute: number, value: number, changes: object = {}) => ({
    device: 'd1',
    metric: 'temperature',
    unit: 'Cel',
    value,
    at: new Date(start + minute * 60_000),
    ...changes,
  });
  const read = (...pairs: [minute: number, value: number][]) =>
    service.evaluateReadings(pairs.map(([minute, value]) => reading(minute, value)));
  const warnings = async () => (await service.list(people.city, { limit: 50 })).items;
  const makeRule = (changes: Parameters<typeof coldRoomRule>[0] = {}) =>
    service.createRule(people.city, coldRoomRule(changes));

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    platform.devices.set('d1', {
      divisionCode: '611002001',
      deviceName: '探头1',
      siteId: '0123456789abcdef00000001',
      siteName: '城关冷库',
      siteKind: 'cold-room',
      producerId: '0123456789abcdef01234567',
    });
    service = platform.newService();
  });
  after(() => platform.close());

  it('raise a warning with its place, its rule and the time of the reading', async () => {
    const rule = await makeRule();
    await read([0, 9], [5, 9.5], [10, 10]);
    const found = await warnings();
    expect(found).to.have.length(1);
    expect(found[0]).to.include({
      kind: 'threshold',
      level: 'orange',
      active: true,
      divisionCode: '611002001',
      ruleId: rule.id,
      deviceId: 'd1',
      siteName: '城关冷库',
      metric: 'temperature',
      openedAt: '2026-05-03T06:10:00.000Z',
    });
    expect(found[0]?.title.zh).to.equal('城关冷库：温度过高');
  });

  it('clear the condition and leave the handling to people; a new excursion is an occurrence of the same warning', async () => {
    await makeRule({ durationSeconds: 0 });
    await read([0, 9], [1, 7.5], [2, 6.9]);
    expect((await warnings())[0]).to.include({ active: false, state: 'open', clearedAt: '2026-05-03T06:02:00.000Z' });
    await read([3, 9]);
    const [warning, ...others] = await warnings();
    expect(others).to.deep.equal([]);
    expect(warning).to.include({ active: true, occurrences: 2 });
    expect(warning).to.not.have.property('clearedAt');
  });

  it('open a new warning when somebody resolved the last one while its condition held', async () => {
    await makeRule({ durationSeconds: 0 });
    await read([0, 9]);
    const [first] = await warnings();
    await service.resolve(people.officer1, first?.id ?? '', '已报修');
    await read([1, 9]);
    expect((await warnings()).map(({ state }) => state)).to.deep.equal(['open', 'resolved']);
    await read([2, 6]);
    expect((await warnings()).map(({ active }) => active)).to.deep.equal([false, false]);
  });

  it('refresh a warning that goes on, but not with every reading', async () => {
    await makeRule({ durationSeconds: 0 });
    let told = 0;
    const stop = platform.context.bus.on('warning.changed', () => {
      told += 1;
    });
    await read([0, 9], [1, 9], [2, 9], [3, 9], [4, 9], [6, 9], [7, 9]);
    stop();
    expect(told).to.equal(2);
    expect((await warnings())[0]).to.include({ occurrences: 1, lastOccurredAt: '2026-05-03T06:06:00.000Z' });
  });

  it('take a duration up again after a restart', async () => {
    await makeRule();
    await read([0, 9], [4, 9]);
    service = platform.newService();
    await service.start();
    await read([9, 9]);
    expect(await warnings()).to.deep.equal([]);
    await read([10, 9]);
    expect(await warnings()).to.have.length(1);
    expect(await platform.models.PendingCondition.countDocuments({})).to.equal(0);
  });

  it('do not raise again after a restart what is raised already, and clear it', async () => {
    await makeRule({ durationSeconds: 0 });
    await read([0, 9]);
    service = platform.newService();
    await service.start();
    await read([1, 9]);
    expect((await warnings())[0]).to.include({ occurrences: 1, active: true });
    await read([2, 5]);
    expect((await warnings())[0]).to.include({ occurrences: 1, active: false });
  });

  it('concern only the rules of their metric, division and site kind', async () => {
    await makeRule({ durationSeconds: 0, siteKind: 'greenhouse' });
    await makeRule({ durationSeconds: 0, divisionCode: '611021' });
    await makeRule({ durationSeconds: 0, metric: 'humidity' });
    await read([0, 300]);
    await service.evaluateReadings([reading(0, 300, { device: 'unknown' })]);
    expect(await warnings()).to.deep.equal([]);
  });

  it('of a device whose clock is ahead do not silence those that follow', async () => {
    await makeRule({ durationSeconds: 0 });
    await service.evaluateReadings([reading(60 * 24 * 365, 5)]);
    platform.pass(1000);
    await service.evaluateReadings([reading(125, 9)]);
    expect(await warnings()).to.have.length(1);
  });

  it('raise in the end although the first attempt to write fails, even if the value is safe by then', async () => {
    await makeRule({ durationSeconds: 0 });
    const { connection } = platform.context;
    const transaction = connection.transaction;
    connection.transaction = () => Promise.reject(new Error('the database is away'));
    try {
      await read([0, 9]);
    } finally {
      connection.transaction = transaction;
    }
    expect(await warnings()).to.deep.equal([]);
    await read([1, 5]);
    expect((await warnings())[0]).to.include({
      openedAt: '2026-05-03T06:00:00.000Z',
      clearedAt: '2026-05-03T06:01:00.000Z',
      active: false,
    });
  });

  it('give the same warnings in one batch or in many, also when batches come at once', async () => {
    await makeRule({ durationSeconds: 0 });
    const values = [9, 9, 6, 9, 7.5, 6, 5, 9, 6, 9];
    await Promise.all(values.map((value, minute) => read([minute, value])));
    const apart = await warnings();
    await platform.models.Warning.collection.deleteMany({});
    service = platform.newService();
    await read(...values.map((value, minute): [number, number] => [minute, value]));
    const together = await warnings();
    const told = (list: typeof apart) =>
      list.map(({ occurrences, openedAt, lastOccurredAt, active }) => ({
        occurrences,
        openedAt,
        lastOccurredAt,
        active,
      }));
    expect(told(apart)).to.deep.equal(told(together));
    expect(apart[0]?.occurrences).to.equal(4);
  });

  it('of many devices each raise their own warning', async () => {
    await makeRule({ durationSeconds: 0 });
    const ids = Array.from({ length: 40 }, (_, index) => `probe-${index}`);
    for (const id of ids) platform.devices.set(id, { divisionCode: '611002', deviceName: id });
    await service.evaluateReadings(ids.map((device) => reading(0, 9, { device })));
    expect((await warnings()).map(({ deviceId }) => deviceId)).to.have.members(ids);
  });
});
