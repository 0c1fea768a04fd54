import { expect } from 'chai';
import { Forbidden, InvalidInput } from '../../errors.ts';
import type { WarningsService } from '../service.ts';
import { coldRoomRule, openTestPlatform, people, type TestPlatform } from '../testing-support/platform.ts';
import { refusal } from '../testing-support/refusal.ts';
import { dryRunBody, dryRunSchema } from './schema.ts';

const start = Date.parse('2026-05-03T00:00:00Z');
const minute = 60_000;

describe('a dry run of a rule over stored readings', () => {
  let platform: TestPlatform;
  let service: WarningsService;

  const send = async (device: string, ...pairs: [minute: number, value: number][]) => {
    const readings = pairs.map(([at, value]) => ({
      device,
      metric: 'temperature',
      unit: 'Cel',
      value,
      at: new Date(start + at * minute),
    }));
    platform.stored.push(...readings);
    await service.evaluateReadings(readings);
  };
  const dryRun = (rule: object = {}, caller = people.city, to = '2026-05-03T08:00:00Z') =>
    service.dryRun(
      caller,
      dryRunBody.parse({
        rule: { ...coldRoomRule({ durationSeconds: 0 }), ...rule },
        from: '2026-05-03T00:00:00Z',
        to,
      }),
    );

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    for (const id of ['d1', 'd2']) platform.devices.set(id, { divisionCode: '611002001', deviceName: id });
    platform.devices.set('far', { divisionCode: '611021001', deviceName: 'far' });
    service = platform.newService();
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('says how many warnings there would have been, which flap, and which true cases are missed', async () => {
    await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    await send('d1', [0, 9], [5, 6], [10, 9], [15, 6], [20, 9], [25, 6]);
    await send('d2', [0, 8.5], [5, 6]);
    await send('far', [0, 12]);
    const warnings = (await service.list(people.city, { limit: 50 })).items;
    const of = (device: string) => warnings.find(({ deviceId }) => deviceId === device)?.id ?? '';
    await service.resolve(people.city, of('d2'), '已检修');
    await service.take(people.city, of('d1'), 'dismiss', '开门');

    const same = await dryRun();
    expect(() => dryRunSchema.strict().parse(same)).to.not.throw();
    expect(same).to.deep.include({
      devices: 3,
      readings: 9,
      truncated: false,
      warnings: 5,
      perDay: 15,
      flapping: [{ deviceId: 'd1', warnings: 3 }],
      caught: 1,
      missedCount: 0,
      falseAlarmsRepeated: 1,
      falseAlarmsAvoided: 0,
    });
    const lax = await dryRun({ limit: 10, clearAt: 9 });
    expect(lax).to.include({ warnings: 1, caught: 0, missedCount: 1, falseAlarmsAvoided: 1 });
    expect(lax.missed.map(({ deviceId }) => deviceId)).to.deep.equal(['d2']);
  });

  it('looks no farther than its reach and its time, and at one metric', async () => {
    await send('d1', [0, 9]);
    await send('far', [0, 12]);
    expect(await dryRun({ divisionCode: '611021' })).to.include({ devices: 1, warnings: 1 });
    expect(await dryRun({ deviceId: 'd1' })).to.include({ warnings: 1 });
    expect(await refusal(dryRun({ divisionCode: '611021' }, people.county))).to.be.instanceOf(Forbidden);
    expect(await refusal(dryRun({}, people.city, '2026-07-03T00:00:00Z'))).to.be.instanceOf(InvalidInput);
    expect(await refusal(dryRun({}, people.city, '2026-05-03T00:00:00Z'))).to.be.instanceOf(InvalidInput);
    const silence = { name: '失联', kind: 'silence', level: 'blue', silentSeconds: 600 };
    const body = dryRunBody.parse({ rule: silence, from: '2026-05-03T00:00:00Z', to: '2026-05-03T08:00:00Z' });
    expect(await refusal(service.dryRun(people.city, body))).to.be.instanceOf(InvalidInput);
  });
});
