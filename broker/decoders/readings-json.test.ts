import { expect } from 'chai';
import fc from 'fast-check';
import { decodeContext, json } from '../testing-support/decoding.ts';
import { isPlainReading, readingsJson, writtenReading } from './readings-json.ts';

const receivedAt = new Date('2026-07-01T04:00:00Z');
const context = decodeContext({ receivedAt });
const decode = (message: unknown) => readingsJson.decode(json(message), context);
const decodeText = (text: string) => readingsJson.decode(Buffer.from(text), context);

describe('readings as JSON', () => {
  it('are taken as an object with all its members', () => {
    const message = { metric: 'temperature', value: 4.2, unit: 'Cel', at: '2026-07-01T11:30:00+08:00', seq: 7 };
    expect(decode(message)).to.deep.equal({
      items: [
        {
          device: 'cold-room-1',
          metric: 'temperature',
          value: 4.2,
          unit: 'Cel',
          at: new Date('2026-07-01T03:30:00Z'),
          receivedAt,
          timeSource: 'device',
          sequence: 7,
        },
      ],
      faults: [],
    });
  });

  it('without a time are of the time of receipt, and marked', () => {
    const [reading] = decode({ metric: 'humidity', value: 90 }).items;
    expect(reading).to.include({ at: receivedAt, timeSource: 'received', unit: '%' });
  });

  it('are taken as an array, each item for itself', () => {
    const { items, faults } = decode([
      { metric: 'temperature', value: 4 },
      { metric: 'temperature' },
      { metric: 'humidity', value: 250 },
      { metric: 'humidity', value: 90 },
    ]);
    expect(items.map(({ metric }) => metric)).to.deep.equal(['temperature', 'humidity']);
    expect(faults).to.deep.equal(['[1] value: must be a finite number', '[2] value: 250 % is impossible for humidity']);
  });

  it('tell of the device itself too: its battery as a reading, signal and firmware apart', () => {
    const at = '2026-07-01T03:30:00Z';
    const message = { metric: 'temperature', value: 4, at, battery: 87, rssi: -71, snr: 7.5, firmware: '1.4.2' };
    const { items, faults, vitals } = decode(message);
    expect(items.map(({ metric, value, unit }) => [metric, value, unit])).to.deep.equal([
      ['temperature', 4, 'Cel'],
      ['battery', 87, '%'],
    ]);
    expect(items[1])
      .to.include({ timeSource: 'device' })
      .and.deep.include({ at: new Date(at) });
    expect([faults, vitals]).to.deep.equal([[], { rssi: -71, snr: 7.5, firmware: '1.4.2' }]);
    expect(decode({ rssi: -90 })).to.deep.equal({ items: [], faults: [], vitals: { rssi: -90 } });
  });

  it('name what is wrong of it, and keep the rest', () => {
    const { items, faults, vitals } = decode([
      { metric: 'temperature', value: 4, battery: 120, rssi: 'strong' },
      { metric: 'humidity', value: 90, battery: 50, firmware: '' },
      { battery: 51, at: '1970-01-01T00:00:09Z', snr: 3 },
    ]);
    expect(items.map(({ metric, value }) => [metric, value])).to.deep.equal([
      ['temperature', 4],
      ['humidity', 90],
      ['battery', 50],
    ]);
    expect(faults).to.deep.equal([
      '[0] rssi: must be a number of dBm',
      '[0] battery: 120 % is impossible for battery',
      '[1] firmware: must not be empty',
      '[2] battery: has no time that can be true',
    ]);
    expect(vitals).to.deep.equal({ snr: 3 });
  });

  const refusals: [string, unknown, RegExp][] = [
    ['a value that is text', { metric: 'temperature', value: '4.2' }, /value: must be a finite number/],
    ['a missing metric', { value: 4 }, /metric: must be text/],
    ['a metric with a separator of the key', { metric: 'a|b', value: 4, unit: '1' }, /metric: must be 1 to 64 letters/],
    [
      'a time without a zone',
      { metric: 'temperature', value: 4, at: '2026-07-01T12:00:00' },
      /at: must be an ISO 8601 time with its zone/,
    ],
    ['a time far ahead', { metric: 'temperature', value: 4, at: '2026-07-05T04:00:00Z' }, /at: .*96\.0 h ahead/],
    ['a clock that was never set', { metric: 'temperature', value: 4, at: '1970-01-01T00:00:09Z' }, /clock is not set/],
    ['a temperature below absolute zero', { metric: 'temperature', value: -300 }, /impossible for temperature/],
    [
      'a unit of another quantity',
      { metric: 'temperature', value: 4, unit: 'kg' },
      /unit: "kg" cannot be converted to Cel/,
    ],
    ['an unknown metric without a unit', { metric: 'brix', value: 12 }, /unit: is missing/],
    ['a number', 7, /must be an object with metric and value/],
    ['an empty array', [], /array is empty/],
    ['too many items', Array(1001).fill({ metric: 'temperature', value: 4 }), /1001 items, at most 1000/],
    [
      'two values of one metric without times',
      [
        { metric: 'ph', value: 6 },
        { metric: 'ph', value: 7 },
      ],
      /\[1\] at: is missing/,
    ],
  ];
  for (const [what, message, reason] of refusals)
    it(`are refused for ${what}`, () => expect(decode(message).faults.join()).to.match(reason));

  it('are refused for infinity written as a number', () => {
    expect(decodeText('{"metric":"temperature","value":1e999}').faults.join()).to.match(
      /value: must be a finite number/,
    );
  });

  it('are refused when they are not UTF-8, not JSON, or nothing', () => {
    expect(readingsJson.decode(Buffer.from([0xff, 0xfe]), context).faults.join()).to.match(/not UTF-8/);
    expect(decodeText('{').faults.join()).to.match(/not valid JSON/);
    expect(decodeText('').faults.join()).to.match(/empty/);
  });

  const conversions: [string, number, string, number, string][] = [
    ['temperature', 39.2, '[degF]', 4, 'Cel'],
    ['temperature', 39.2, '°F', 4, 'Cel'],
    ['temperature', 277.15, 'K', 4, 'Cel'],
    ['temperature', 4, '℃', 4, 'Cel'],
    ['humidity', 80, '%RH', 80, '%'],
    ['co2', 410, 'ppm', 410, '[ppm]'],
    ['brix', 12, '%', 12, '%'],
  ];
  for (const [metric, value, unit, expected, canonical] of conversions)
    it(`keep ${value} ${unit} of ${metric} as ${expected} ${canonical}`, () => {
      expect(decode({ metric, value, unit }).items[0]).to.include({ value: expected, unit: canonical });
    });

  it('take a door that is open or closed', () => {
    expect(decode({ metric: 'door', value: true }).items[0]).to.include({ value: 1, unit: '1' });
  });

  it('are taken without the schema only where the schema would take them, as they are', () => {
    const numbers = fc.oneof(fc.double(), fc.integer(), fc.boolean(), fc.string());
    const times = fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom('2026-02-30T00:00:00Z', '2026-07-01', '2026-07-01T11:30:00+08:00', '2026-07-01T11:30:00', ''),
    );
    const metrics = fc.oneof(fc.constantFrom('temperature', 'Soil.moisture-2', '1x', ''), fc.string());
    const units = fc.oneof(fc.constantFrom('Cel', '', 'x'.repeat(20), 'x'.repeat(21)), fc.string());
    const items = fc.record(
      { metric: metrics, value: numbers, unit: units, at: times, seq: numbers },
      { requiredKeys: ['metric', 'value'] },
    );
    fc.assert(
      fc.property(items, (item) => {
        if (isPlainReading(item)) expect(writtenReading.parse(item)).to.deep.equal(item);
        else expect(typeof item.value !== 'number' || !writtenReading.safeParse(item).success).to.equal(true);
      }),
    );
  });

  it('never throw, and give each item either a place or a reason', () => {
    const item = fc.oneof(
      fc.anything(),
      fc.record(
        { metric: fc.constantFrom('temperature', 'brix', ''), value: fc.oneof(fc.double(), fc.string()) },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        let text: string;
        try {
          text = JSON.stringify(items);
        } catch {
          return;
        }
        const decoded = decodeText(text);
        expect(decoded.items.length + decoded.faults.length).to.equal(items.length);
      }),
    );
  });
});
