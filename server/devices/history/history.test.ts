import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import fc from 'fast-check';
import { unscoped } from '../../database/guard.ts';
import { administrator, openDevices, type TestDevices } from '../testing-support/devices.ts';
import { historyModels, type RollUpRecord } from './model.ts';
import { dayOf, hourOf } from './periods.ts';
import { createHistoryService, type HistoryService } from './service.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-05-01T14:00:00Z');
const everything = unscoped('the test compares what is stored');
const upper = 20;

interface Reading {
  minute: number;
  value: number;
}

/** What an hour should say, found minute by minute. */
function expected(readings: Map<number, number>, from: number) {
  const values = [...readings].filter(([at]) => hourOf(at) === from).map(([at, value]) => ({ at, value }));
  values.sort((a, b) => a.at - b.at);
  let known = 0;
  let above = 0;
  for (let at = from; at < from + hour; at += minute) {
    const latest = [...readings.keys()].filter((each) => each <= at && at - each < hour).sort((a, b) => b - a)[0];
    if (latest === undefined) continue;
    known += 60;
    if ((readings.get(latest) ?? 0) > upper) above += 60;
  }
  return { count: values.length, sum: values.reduce((sum, { value }) => sum + value, 0), known, above, values };
}

describe('history of readings', function () {
  this.timeout(60_000);
  let at: TestDevices;
  let devices: ReturnType<TestDevices['newService']>;
  let history: HistoryService;
  let number = 0;

  const begin = () => {
    devices = at.newService();
    history = createHistoryService(at.context, { due: devices.dueHours, boundsOf: async () => ({ upper }) });
  };
  before(async () => {
    at = await openDevices();
  });
  after(() => at.close());
  beforeEach(begin);
  afterEach(() => history.stop());

  const register = async () => {
    number += 1;
    const id = `logger-${number}`;
    await devices.createDevice(administrator, { id, name: id, kind: 'sensor', divisionCode: '611002' });
    return id;
  };
  const store = (device: string, readings: Reading[]) =>
    devices.storeReadings(
      readings.map(({ minute: index, value }) => ({
        ...{ device, metric: 'temperature', unit: 'Cel', value, timeSource: 'device' as const },
        at: new Date(start + index * minute),
        receivedAt: at.context.clock(),
      })),
    );
  const kept = async (device: string) => {
    const { Hour, Day } = historyModels(at.context.connection);
    const ofDevice = { _id: { $gte: `${device}|`, $lt: `${device}}` } };
    return {
      hours: await Hour.find(ofDevice, null, everything).sort({ _id: 1 }).lean<RollUpRecord[]>(),
      days: await Day.find(ofDevice, null, everything).sort({ _id: 1 }).lean<RollUpRecord[]>(),
    };
  };
  const marks = () => historyModels(at.context.connection).DueHour.countDocuments();
  const get = (device: string, changes: object = {}) =>
    history.series(administrator, device, { metric: 'temperature', points: 1000, ...changes });

  it('has the roll-ups that follow from the readings, in whatever order and however often they come, over crashes', async () => {
    const readings = fc.array(
      fc.record({ minute: fc.integer({ min: 0, max: 26 * 60 }), value: fc.integer({ min: 0, max: 40 }) }),
      { minLength: 1, maxLength: 25 },
    );
    const steps = fc.array(fc.tuple(readings, fc.constantFrom('nothing', 'round', 'crash', 'stop')), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps, async (batches) => {
        const device = await register();
        const first = new Map<number, number>();
        for (const [batch, then] of batches) {
          await store(device, batch);
          for (const { minute: index, value } of batch)
            if (!first.has(start + index * minute)) first.set(start + index * minute, value);
          at.pass(2 * hour);
          if (then === 'round') await history.rollUpDue();
          if (then === 'stop') await history.stop();
          if (then === 'stop' || then === 'crash') begin();
        }
        at.pass(2 * hour);
        await history.rollUpDue();
        const { hours, days } = await kept(device);
        for (const record of hours) {
          const wanted = expected(first, record.from.getTime());
          expect({
            ...{ count: record.count, sum: record.sum, known: record.secondsKnown, above: record.secondsAbove },
          }).to.deep.equal({
            ...{ count: wanted.count, sum: wanted.sum, known: wanted.known, above: wanted.above },
          });
          const values = wanted.values.map(({ value }) => value);
          expect(record.minimum).to.equal(values.length > 0 ? Math.min(...values) : undefined);
          expect(record.maximum).to.equal(values.length > 0 ? Math.max(...values) : undefined);
        }
        const total = (records: RollUpRecord[], key: 'count' | 'sum' | 'secondsAbove') =>
          records.reduce((sum, record) => sum + record[key], 0);
        expect(total(hours, 'count')).to.equal(first.size);
        for (const key of ['count', 'sum', 'secondsAbove'] as const)
          expect(total(days, key)).to.equal(total(hours, key));
        for (const day of days) expect(day.from.getTime()).to.equal(dayOf(day.from.getTime()));
        expect(await marks()).to.equal(0);
      }),
      { numRuns: 8 },
    );
  });

  it('sums a period up as its readings do, wherever it begins and ends, rolled up or not', async () => {
    const minutes = fc.integer({ min: 0, max: 50 * 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ minute: minutes, value: fc.integer({ min: -9, max: 40 }) }), {
          selector: ({ minute: index }) => index,
          maxLength: 20,
        }),
        fc.tuple(minutes, minutes),
        fc.boolean(),
        async (readings, edges, rolledUp) => {
          const device = await register();
          await store(device, readings);
          at.pass(2 * hour);
          if (rolledUp) await history.rollUpDue();
          const [from, to] = [Math.min(...edges), Math.max(...edges)];
          const within = readings.filter(({ minute: index }) => index >= from && index < to);
          const values = within.sort((a, b) => a.minute - b.minute).map(({ value }) => value);
          const period = [new Date(start + from * minute), new Date(start + to * minute)] as const;
          expect((await history.curve(device, 'temperature', ...period, 100)).map(({ value }) => value)).to.deep.equal(
            values,
          );
          const summary = await history.summary(device, 'temperature', ...period);
          const mean = values.reduce((a, b) => a + b, 0) / values.length;
          expect(summary).to.deep.equal(
            values.length === 0
              ? null
              : {
                  ...{ count: values.length, minimum: Math.min(...values), maximum: Math.max(...values) },
                  mean: Math.round(mean * 100) / 100,
                },
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('tells of readings that are not rolled up yet', async () => {
    const device = await register();
    await store(device, [{ minute: 0, value: 4 }]);
    at.pass(3 * hour);
    await history.rollUpDue();
    await store(device, [
      { minute: 30, value: 30 },
      { minute: 70, value: 6 },
    ]);
    const from = new Date(start).toISOString();
    const to = new Date(start + 3 * hour).toISOString();
    const hours = await get(device, { from, to, resolution: 'hour' });
    expect(hours.items.map(({ value, count, secondsAbove }) => ({ value, count, secondsAbove }))).to.deep.equal([
      { value: 17, count: 2, secondsAbove: 1800 },
      { value: 6, count: 1, secondsAbove: 600 },
      { value: undefined, count: 0, secondsAbove: 0 },
    ]);
    const days = await get(device, { from, to, resolution: 'day' });
    expect(days.items.map(({ count, maximum }) => ({ count, maximum }))).to.deep.equal([
      { count: 3, maximum: 30 },
      // After midnight in China the last reading still stands for ten minutes.
      { count: 0, maximum: undefined },
    ]);
    const readings = await get(device, { from, to });
    expect(readings).to.deep.include({ resolution: 'reading', unit: 'Cel' });
    expect(readings.items.map(({ value }) => value)).to.deep.equal([4, 30, 6]);
  });

  it('keeps what an hour was counted against when the bounds change later', async () => {
    const device = await register();
    await store(device, [{ minute: 0, value: 30 }]);
    at.pass(3 * hour);
    await history.rollUpDue();
    const later = createHistoryService(at.context, { due: devices.dueHours, boundsOf: async () => ({ upper: 50 }) });
    await store(device, [{ minute: 20, value: 30 }]);
    at.pass(3 * hour);
    await later.rollUpDue();
    const { hours } = await kept(device);
    expect(hours[0]).to.deep.include({ count: 2, secondsAbove: 3600 });
    expect(hours[0]?.bounds.upper).to.equal(upper);
  });

  it('leaves readings in another unit out, and says how many', async () => {
    const device = await register();
    await store(device, [{ minute: 0, value: 30 }]);
    await devices.storeReadings([
      {
        ...{ device, metric: 'temperature', unit: 'K', value: 300, timeSource: 'device' as const },
        ...{ at: new Date(start + 5 * minute), receivedAt: at.context.clock() },
      },
    ]);
    at.pass(3 * hour);
    await history.rollUpDue();
    expect((await kept(device)).hours[0]).to.deep.include({ count: 1, maximum: 30, unit: 'Cel', otherUnits: 1 });
  });

  it('removes readings by the policy, and their roll-ups stay until their own term', async () => {
    const device = await register();
    const policy = { readingsDays: 2, hoursDays: 30, daysDays: 60 };
    history = createHistoryService(at.context, { due: devices.dueHours, boundsOf: async () => ({ upper }), policy });
    const recent = Math.round((at.context.clock().getTime() - start) / minute);
    await store(device, [
      { minute: 0, value: 4 },
      { minute: 10, value: 24 },
      { minute: recent, value: 5 },
    ]);
    at.pass(3 * hour);
    await history.applyRetention();
    const left = await devices.listReadings(administrator, { device, limit: 10 });
    expect(left.items.map(({ value }) => value)).to.deep.equal([5]);
    const whole = { from: new Date(start).toISOString(), to: at.context.clock().toISOString() };
    expect((await get(device, { ...whole, resolution: 'hour' })).items[0]).to.deep.include({ count: 2, maximum: 24 });
    expect(history.oldestTakenIn().getTime()).to.be.greaterThan(start + 10 * minute);
    const long = [device, 'temperature', new Date(start), at.context.clock()] as const;
    expect(await history.summary(...long)).to.deep.equal({ count: 3, minimum: 4, maximum: 24, mean: 11 });
    expect((await history.curve(...long, 100)).map(({ value }) => value)).to.deep.equal([4, 24, 5]);
    at.pass(40 * 24 * hour);
    await history.rollUpDue();
    await history.applyRetention();
    const after = await kept(device);
    expect(after.hours).to.deep.equal([]);
    expect(after.days.map(({ count }) => count)).to.deep.equal([2, 1]);
  });

  it('writes a table of readings or hours, with nothing in it that a spreadsheet would calculate', async () => {
    const device = await register();
    await store(device, [
      { minute: 0, value: -4 },
      { minute: 10, value: 24 },
    ]);
    const query = {
      metric: 'temperature',
      from: new Date(start).toISOString(),
      to: new Date(start + hour).toISOString(),
    };
    const table = async (resolution: 'reading' | 'hour') => {
      const out = new PassThrough();
      await Promise.all([history.export(administrator, device, { ...query, resolution }, () => out), out]);
      return (await text(out)).replace('\uFEFF', '').trim().split('\n');
    };
    const [head, first] = await table('reading');
    expect(head).to.equal('device,metric,at,value,unit,timeSource,receivedAt');
    expect(first).to.match(new RegExp(`^${device},temperature,2026-05-01T14:00:00.000Z,-4,Cel,device,`));
    const hours = await table('hour');
    expect(hours[1]).to.equal(`${device},temperature,2026-05-01T14:00:00.000Z,Cel,2,-4,24,10,3600,20,3000,,0`);
  });
});
