import { expect } from 'chai';
import { unscoped } from '../../database/guard.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import type { WarningsService } from '../service.ts';
import { coldRoomRule, openTestPlatform, people, type TestPlatform } from '../testing-support/platform.ts';
import { refusal } from '../testing-support/refusal.ts';
import { dryRunModels } from './model.ts';
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
  const begin = (rule: object = {}, caller = people.city, to = '2026-05-03T08:00:00Z') =>
    service.dryRuns.startDryRun(
      caller,
      dryRunBody.parse({
        rule: { ...coldRoomRule({ durationSeconds: 0 }), ...rule },
        from: '2026-05-03T00:00:00Z',
        to,
      }),
    );
  /** As the platform does it by itself, until it says that it has ended. */
  const ended = async (id: string) => {
    service.dryRuns.start();
    for (;;) {
      const run = await service.dryRuns.getDryRun(people.city, id);
      if (run.state !== 'running') return run;
    }
  };
  const dryRun = async (rule: object = {}) => ended((await begin(rule)).id);
  const resolve = async (device: string, verb: 'resolve' | 'dismiss') => {
    const warnings = (await service.list(people.city, { limit: 50 })).items;
    const id = warnings.find(({ deviceId }) => deviceId === device)?.id ?? '';
    await service.take(people.city, id, verb, '已看过');
    return id;
  };

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
    await resolve('d2', 'resolve');
    await resolve('d1', 'dismiss');

    const same = await dryRun();
    expect(() => dryRunSchema.strict().parse(same)).to.not.throw();
    expect(same).to.deep.include({
      state: 'done',
      progress: 1,
      startedBy: 'city',
      devices: 3,
      readings: 9,
      warnings: 5,
      perDay: 15,
      flappingCount: 1,
      flapping: [{ deviceId: 'd1', warnings: 3 }],
      caught: 1,
      missedCount: 0,
      falseAlarmsRepeated: 1,
      falseAlarmsAvoided: 0,
      allowed: [],
    });
    const lax = await dryRun({ limit: 10, clearAt: 9 });
    expect(lax).to.include({ warnings: 1, caught: 0, missedCount: 1, falseAlarmsAvoided: 1 });
    expect(lax.missed.map(({ deviceId }) => deviceId)).to.deep.equal(['d2']);
    expect((await service.dryRuns.listDryRuns(people.city, { limit: 1 })).items).to.deep.equal([lax]);
  });

  it('is not held against what it does not look for: the other side, or devices out of its reach', async () => {
    await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    await send('d1', [0, 9], [5, 6]);
    await send('d2', [0, 9], [5, 6]);
    await resolve('d1', 'resolve');
    await resolve('d2', 'resolve');
    expect(await dryRun({ deviceId: 'd1' })).to.include({
      devices: 1,
      readings: 2,
      warnings: 1,
      caught: 1,
      missedCount: 0,
    });
    const tooCold = { comparison: 'below', limit: 1, clearAt: 2 };
    expect(await dryRun(tooCold)).to.include({ devices: 2, warnings: 0, caught: 0, missedCount: 0 });
  });

  it('looks no farther than its reach and its time, and at one metric', async () => {
    await send('d1', [0, 9]);
    await send('far', [0, 12]);
    expect(await dryRun({ divisionCode: '611021' })).to.include({ devices: 1, warnings: 1 });
    expect(await refusal(begin({ divisionCode: '611021' }, people.county))).to.be.instanceOf(Forbidden);
    expect(await refusal(begin({}, people.city, '2027-05-05T00:00:00Z'))).to.be.instanceOf(InvalidInput);
    expect(await refusal(begin({}, people.city, '2026-05-03T00:00:00Z'))).to.be.instanceOf(InvalidInput);
    const silence = { name: '失联', kind: 'silence', level: 'blue', silentSeconds: 600 };
    const body = dryRunBody.parse({ rule: silence, from: '2026-05-03T00:00:00Z', to: '2026-05-03T08:00:00Z' });
    expect(await refusal(service.dryRuns.startDryRun(people.city, body))).to.be.instanceOf(InvalidInput);
  });

  it('goes on after a restart where it was broken off, and does not count a device twice', async () => {
    await send('d1', [0, 9]);
    await send('d2', [0, 9]);
    const { id } = await begin();
    const { DryRun } = dryRunModels(platform.context.connection);
    await DryRun.updateOne(
      { _id: id },
      { $set: { cursor: 'd1', lookedAt: 1, devices: 1, readings: 1, warnings: 1 } },
    ).setOptions(unscoped('as a killed process left it'));
    expect(await service.dryRuns.getDryRun(people.city, id)).to.include({ state: 'running', progress: 0.5 });
    await service.stop();
    service = platform.newService();
    expect(await ended(id)).to.include({ state: 'done', devices: 2, readings: 2, warnings: 2 });
  });

  it('is cancelled by whoever may, who is named; what it has found stays, and it ends once', async () => {
    await send('d1', [0, 9]);
    const { id } = await begin();
    expect(await refusal(service.dryRuns.cancelDryRun(people.otherCounty, id))).to.be.instanceOf(NotFound);
    const cancelled = await service.dryRuns.cancelDryRun(people.city, id);
    expect(cancelled).to.include({ state: 'cancelled', cancelledBy: 'city', warnings: 0 });
    expect(await refusal(service.dryRuns.cancelDryRun(people.city, id))).to.be.instanceOf(IllegalTransition);
    expect(await dryRun()).to.include({ state: 'done' });
    expect(await service.dryRuns.getDryRun(people.city, id)).to.deep.equal(cancelled);
  });

  it('is one of three at most that a person has running', async () => {
    await send('d1', [0, 9]);
    for (let begun = 0; begun < 3; begun++) await begin({}, people.county);
    expect(await refusal(begin({}, people.county))).to.be.instanceOf(Conflict);
    await begin();
  });

  it('that fails is given up after three turns, and the others go on', async () => {
    await send('d1', [0, 9]);
    const { id } = await begin();
    const { DryRun } = dryRunModels(platform.context.connection);
    await DryRun.updateOne({ _id: id }, { $unset: { rule: 1 } }).setOptions(
      unscoped('a record that no run can make sense of'),
    );
    const other = await dryRun();
    expect(other).to.include({ state: 'done', warnings: 1 });
    expect((await ended(id)).state).to.equal('failed');
  });
});
