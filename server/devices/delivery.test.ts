import { expect } from 'chai';
import fc from 'fast-check';
import { unscoped } from '../database/guard.ts';
import type { NewReading } from './reading-store.ts';
import { administrator, openDevices, type TestDevices } from './testing-support/devices.ts';

const start = Date.parse('2026-05-03T06:00:00Z');
const minute = 60_000;

const all = unscoped('the test counts what is stored');

describe('delivery of readings', function () {
  this.timeout(60_000);
  let at: TestDevices;
  let service: ReturnType<TestDevices['newService']>;
  let number = 0;

  before(async () => {
    at = await openDevices();
  });
  after(() => at.close());
  beforeEach(() => {
    service = at.newService();
  });

  const register = async () => {
    number += 1;
    const id = `probe-${number}`;
    await service.createDevice(administrator, { id, name: id, kind: 'sensor', divisionCode: '611002' });
    return id;
  };
  const reading = (device: string, index: number, changes: Partial<NewReading> = {}): NewReading => ({
    device,
    metric: 'temperature',
    value: index,
    unit: 'Cel',
    at: new Date(start + index * minute),
    receivedAt: new Date(start + index * minute + 200),
    timeSource: 'device',
    sequence: index,
    ...changes,
  });
  const stored = async (device: string) =>
    (await at.models.Reading.find({ device }, null, all).sort({ _id: 1 }).lean()).map(({ value }) => value);
  const deliveryOf = async (device: string) => (await service.getDevice(administrator, device)).delivery;

  it('keeps the same readings, however they are repeated, mixed and cut by restarts', async () => {
    const order = fc.array(fc.nat(11), { minLength: 12, maxLength: 40 });
    const cuts = fc.array(fc.constantFrom('batch', 'orderly stop', 'crash'), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(order, cuts, async (extra, endings) => {
        service = at.newService();
        const device = await register();
        const messages = [0, ...extra, ...Array(12).keys()];
        const size = Math.ceil(messages.length / endings.length);
        const parts = endings.filter((_, index) => index * size < messages.length);
        for (const [index, ending] of parts.entries()) {
          await service.storeReadings(
            messages.slice(index * size, (index + 1) * size).map((one) => reading(device, one)),
          );
          if (ending === 'orderly stop') await service.stop();
          if (ending !== 'batch') service = at.newService();
        }
        expect(await stored(device)).to.deep.equal([...Array(12).keys()]);
      }),
      { numRuns: 25 },
    );
  });

  it('counts repeats, within a message too, and late ones', async () => {
    const device = await register();
    const readings = [0, 1, 1, 3, 2].map((index) => reading(device, index));
    const outcome = await service.storeReadings(readings);
    expect(outcome).to.include({ duplicates: 1 });
    await service.storeReadings(readings.slice(0, 2));
    expect(await deliveryOf(device)).to.deep.include({ stored: 4, duplicates: 3, late: 1, missing: 0 });
  });

  it('sees messages that are missing, also those lost over an orderly restart and over a crash', async () => {
    const device = await register();
    await service.storeReadings([0, 1, 4].map((index) => reading(device, index)));
    expect(await deliveryOf(device)).to.include({ missing: 2 });
    await service.stop();
    service = at.newService();
    await service.storeReadings([reading(device, 7)]);
    expect(await deliveryOf(device)).to.include({ missing: 4 });
    await service.stop();
    service.start();
    await service.storeReadings([reading(device, 8)]);
    await service.stop();
    // A crash: what came last was followed in memory alone.
    await at.models.Delivery.collection.updateOne({ _id: device as never }, { $set: { clean: false } });
    await service.storeReadings([reading(device, 9)]);
    service = at.newService();
    await service.storeReadings([reading(device, 12), reading(device, 10)]);
    expect(await deliveryOf(device)).to.include({ missing: 5 });
  });

  it('finds the gaps that there are, and no others, whichever of two instances hears each message', async () => {
    const messages = fc.subarray([...Array(16).keys()].slice(1), { minLength: 1 });
    const hearing = fc.array(fc.constantFrom('one', 'other', 'one, written', 'other, written'), {
      minLength: 16,
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(messages, hearing, async (sent, heard) => {
        const instances = { one: service, other: at.newService() };
        const device = await register();
        await instances.one.storeReadings([reading(device, 0)]);
        await instances.one.stop();
        for (const index of sent) {
          const [who = 'one', written] = String(heard[index]).split(', ');
          const instance = instances[who as keyof typeof instances];
          await instance.storeReadings([reading(device, index)]);
          if (written) await instance.stop();
        }
        await Promise.all([instances.one.stop(), instances.other.stop()]);
        const missing = Math.max(...sent) - sent.length;
        expect(await deliveryOf(device)).to.include({ stored: sent.length + 1, missing });
      }),
      { numRuns: 25 },
    );
  });

  it('takes up after a crash without the numbers of a count that was over before', async () => {
    const device = await register();
    await service.storeReadings([900, 901].map((index) => reading(device, index)));
    await service.storeReadings([0, 1].map((sequence) => reading(device, 902 + sequence, { sequence })));
    await service.stop();
    await at.models.Delivery.collection.updateOne({ _id: device as never }, { $set: { clean: false } });
    service = at.newService();
    await service.storeReadings([reading(device, 905, { sequence: 3 })]);
    expect(await deliveryOf(device)).to.include({ missing: 1 });
  });

  it('keeps another value at a time that is taken as a contradiction, even within one message', async () => {
    const device = await register();
    const { contradictions } = await service.storeReadings([reading(device, 1), reading(device, 1, { value: 99 })]);
    expect(contradictions).to.deep.equal([{ index: 1, storedValue: 1 }]);
    expect(await stored(device)).to.deep.equal([1]);
  });

  it('puts a radio frame that is sent again onto the readings it brought first', async () => {
    const device = await register();
    const frame = (index: number, seconds: number, changes: Partial<NewReading> = {}) =>
      reading(device, index, {
        timeSource: 'network',
        frame: `session:${index}:abc`,
        at: new Date(start + seconds * 1000),
        ...changes,
      });
    await service.storeReadings([frame(0, 0), frame(0, 0, { metric: 'humidity' })]);
    service = at.newService();
    await service.storeReadings([frame(0, 12), frame(0, 12, { metric: 'humidity' }), frame(1, 60)]);
    expect(await at.models.Reading.countDocuments({ device }).setOptions(all)).to.equal(3);
    // Hours later the counter of a device that joined by personalization begins anew: that is another frame.
    await service.storeReadings([frame(0, 7200)]);
    expect(await at.models.Reading.countDocuments({ device }).setOptions(all)).to.equal(4);
    expect(await at.models.Reading.exists({ device, frame: { $exists: true } }).setOptions(all)).to.equal(null);
  });

  it('estimates how far the device’s clock is ahead', async () => {
    const device = await register();
    const ahead = 90_000;
    for (let index = 0; index < 5; index += 1)
      await service.storeReadings([reading(device, index, { receivedAt: new Date(start + index * minute - ahead) })]);
    expect(await deliveryOf(device)).to.include({ clockAheadSeconds: 90 });
  });

  it('adds what is written to what is not written yet', async () => {
    const device = await register();
    await service.storeReadings([reading(device, 0)]);
    await service.stop();
    await service.storeReadings([reading(device, 1)]);
    expect(await deliveryOf(device)).to.include({ stored: 2 });
    await service.noteMissing(device, 3);
    await service.rejectMessage({
      device,
      topic: 't',
      payload: Buffer.from('x'),
      reason: 'r',
      receivedAt: new Date(start),
    });
    expect(await deliveryOf(device)).to.include({ missing: 3, rejected: 1 });
  });
});
