import { expect } from 'chai';
import type { z } from 'zod';
import { createRuleBody } from './schema.ts';
import type { WarningsService } from './service.ts';
import { openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';

const start = Date.parse('2026-05-03T06:00:00Z');
const minute = 60_000;

describe('warnings: change, count and silence', () => {
  let platform: TestPlatform;
  let service: WarningsService;

  const read = async (...pairs: [minute: number, value: number][]) => {
    const readings = pairs.map(([at, value]) => ({
      device: 'd1',
      metric: 'temperature',
      unit: 'Cel',
      value,
      at: new Date(start + at * minute),
    }));
    platform.stored.push(...readings);
    await service.evaluateReadings(readings);
  };
  const warnings = async () => (await service.list(people.city, { limit: 50 })).items;
  const makeRule = (rule: Partial<z.input<typeof createRuleBody>>) =>
    service.createRule(people.city, createRuleBody.parse({ name: '规则', level: 'yellow', ...rule }));
  const restart = async () => {
    await service.stop();
    service = platform.newService();
    await service.start();
  };

  const change = {
    kind: 'rate-of-change',
    metric: 'temperature',
    unit: 'Cel',
    direction: 'rising',
    limit: 5,
    clearAt: 2,
    windowSeconds: 1800,
  } as const;
  const count = {
    kind: 'count-in-window',
    metric: 'temperature',
    unit: 'Cel',
    comparison: 'above',
    limit: 8,
    count: 3,
    windowSeconds: 3600,
  } as const;
  const silence = { kind: 'silence', silentSeconds: 1800 } as const;

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    platform.devices.set('d1', { divisionCode: '611002001', deviceName: '探头1', siteName: '城关冷库' });
    service = platform.newService();
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('tell a value that changes too fast, and remember its window over a restart', async () => {
    await makeRule(change);
    await read([0, 2], [10, 4]);
    await restart();
    await read([20, 7.5]);
    const [warning, ...others] = await warnings();
    expect(others).to.deep.equal([]);
    expect(warning).to.include({ kind: 'rate-of-change', active: true, openedAt: '2026-05-03T06:20:00.000Z' });
    expect(warning?.detail.zh).to.include('上升 5.5 °C');
    await read([60, 8]);
    expect((await warnings())[0]).to.include({ active: false });
  });

  it('count readings beyond a limit, and remember them over a restart', async () => {
    await makeRule(count);
    await read([0, 9], [5, 4], [20, 9], [25, 4]);
    await restart();
    expect(await warnings()).to.deep.equal([]);
    await read([50, 9]);
    expect((await warnings())[0]).to.include({ kind: 'count-in-window', active: true });
    await restart();
    await read([55, 4], [111, 4]);
    expect((await warnings())[0]).to.include({ active: false, occurrences: 1 });
  });

  it('notice by the clock that a device is silent, once, and that it speaks again', async () => {
    await makeRule(silence);
    await read([110, 4]);
    platform.pass(15 * minute);
    await service.lookAtClock();
    expect(await warnings()).to.deep.equal([]);
    platform.pass(10 * minute);
    await service.lookAtClock();
    await service.lookAtClock();
    const [warning, ...others] = await warnings();
    expect(others).to.deep.equal([]);
    expect(warning).to.include({ kind: 'silence', active: true, openedAt: '2026-05-03T08:20:00.000Z', occurrences: 1 });
    await read([146, 4]);
    expect((await warnings())[0]).to.include({ active: false });
  });

  it('notice after a restart that a device has not come back', async () => {
    await makeRule(silence);
    await read([platform.context.clock().getTime() / minute - start / minute, 4]);
    await restart();
    platform.pass(31 * minute);
    await service.lookAtClock();
    expect(await warnings()).to.have.length(1);
  });

  it('tell a gap in what a device sends afterwards as live delivery would have', async () => {
    await makeRule(silence);
    await read([0, 4], [40, 4], [45, 4]);
    const [warning] = await warnings();
    expect(warning).to.include({
      active: false,
      openedAt: '2026-05-03T06:30:00.000Z',
      clearedAt: '2026-05-03T06:40:00.000Z',
    });
  });

  it('of a rule about the silence of one metric take no other for it', async () => {
    await makeRule({ ...silence, metric: 'humidity' });
    await read([0, 4], [40, 4]);
    expect(await warnings()).to.deep.equal([]);
  });

  it('need the numbers of their kind, and no others', () => {
    const faults = (rule: object) =>
      createRuleBody.safeParse({ name: '规则', level: 'yellow', ...rule }).error?.issues.map(({ path }) => path[0]) ??
      [];
    expect(faults({ kind: 'silence' })).to.deep.equal(['silentSeconds']);
    expect(faults({ ...silence, limit: 3 })).to.deep.equal(['limit']);
    expect(faults({ ...change, direction: undefined })).to.deep.equal(['direction']);
    expect(faults({ ...change, clearAt: 6 })).to.deep.equal(['clearAt']);
    expect(faults({ ...change, limit: -1, clearAt: -2 })).to.deep.equal(['limit']);
    expect(faults({ ...count, clearAt: 7 })).to.deep.equal(['clearAt']);
    for (const rule of [change, count, silence]) expect(faults(rule)).to.deep.equal([]);
  });
});
