import { expect } from 'chai';
import fc from 'fast-check';
import { decodeContext, json } from '../testing-support/decoding.ts';
import { thingsboard } from './thingsboard.ts';

const mapping = { sameNames: true, fields: [{ field: 'tempF', metric: 'temperature', unit: '°F' }] };
const context = decodeContext({ mapping, topic: 'v1/devices/me/telemetry' });
const decode = (message: unknown) => thingsboard.decode(json(message), context);

describe('ThingsBoard telemetry', () => {
  // The four examples of ThingsBoard's MQTT API reference, "Telemetry".
  it('reads keys and values, at the time of receipt', () => {
    const { items } = decode({ temperature: 22.5, humidity: 61 });
    expect(items.map(({ metric, value, timeSource }) => [metric, value, timeSource])).to.deep.equal([
      ['temperature', 22.5, 'received'],
      ['humidity', 61, 'received'],
    ]);
  });

  it('reads an array of keys and values', () => {
    expect(decode([{ temperature: 22.5 }, { humidity: 61 }]).items).to.have.length(2);
    expect(decode([{ temperature: 22.5 }, { temperature: 23 }]).faults.join()).to.match(/second temperature/);
  });

  it('reads values with the time of the device', () => {
    const { items } = decode({ ts: 1451649600512, values: { temperature: 22.5, humidity: 61 } });
    expect(items.map(({ at }) => at.toISOString())).to.deep.equal(Array(2).fill('2016-01-01T12:00:00.512Z'));
    expect(items[0]?.timeSource).to.equal('device');
  });

  it('reads an array of values with their times', () => {
    const { items } = decode([
      { ts: 1451649600000, values: { temperature: 22.5, humidity: 61 } },
      { ts: 1451649601000, values: { temperature: 22.7, humidity: 60 } },
    ]);
    expect(items.map(({ value }) => value)).to.deep.equal([22.5, 61, 22.7, 60]);
  });

  it('converts what the mapping says, takes numbers in quotes, and reads nested objects by their path', () => {
    expect(decode({ tempF: '39.2' }).items[0]).to.include({ metric: 'temperature', value: 4, unit: 'Cel' });
    expect(decode({ door: true }).items[0]).to.include({ value: 1 });
    expect(decode({ nested: { key: 'value' } }).faults.join()).to.match(/nested\.key: is not mapped/);
  });

  it('refuses a time that is none, a message without values, and what is no object', () => {
    expect(decode({ ts: 'now', values: { humidity: 1 } }).faults.join()).to.match(/ts: must be a Unix time/);
    expect(decode({ ts: 9e15, values: { humidity: 1 } }).faults.join()).to.match(/ts: must be a Unix time/);
    expect(decode({}).faults.join()).to.match(/holds no values/);
    expect(decode([1, 2]).faults).to.have.length(2);
    expect(decode({ '': {} }).faults).to.have.length(1);
  });

  it('never throws, and leaves nothing out without a reason', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { items, faults, vitals } = decode(value);
        expect(items.length + faults.length + (vitals ? 1 : 0)).to.be.greaterThan(0);
      }),
    );
  });

  it('tells of its firmware and signal beside its values, unless the mapping takes them for something else', () => {
    const { items, faults, vitals } = decode({ temperature: 4, current_fw_version: '1.4.2', rssi: -71, snr: 7.5 });
    expect([items.length, faults]).to.deep.equal([1, []]);
    expect(vitals).to.deep.equal({ firmware: '1.4.2', rssi: -71, snr: 7.5 });
    expect(decode({ fw_version: '2' })).to.deep.equal({ items: [], faults: [], vitals: { firmware: '2' } });
    expect(decode({ rssi: 'strong' }).faults.join()).to.match(/rssi: is not mapped/);
    const own = { sameNames: true, fields: [{ field: 'rssi', metric: 'temperature', unit: 'Cel' }] };
    const mapped = thingsboard.decode(
      json({ rssi: 4 }),
      decodeContext({ mapping: own, topic: 'v1/devices/me/telemetry' }),
    );
    expect([mapped.items.length, mapped.vitals]).to.deep.equal([1, undefined]);
  });
});
