import { encode } from 'cbor-x';
import { expect } from 'chai';
import fc from 'fast-check';
import { decodeContext, json } from '../testing-support/decoding.ts';
import { readingFormats } from './index.ts';
import { senmlCbor, senmlJson } from './senml.ts';

const context = decodeContext();
const decode = (pack: unknown) => senmlJson.decode(json(pack), context);
const own = readingFormats.filter(({ topics }) => topics.some(({ topic }) => topic.startsWith('agritrace/')));
const formatOf = (payload: Buffer) => own.find((format) => format.recognizes(payload))?.name;

/** RFC 8428, section 5.1.3: voltage and current, with base name, time, unit and version. */
const multiple = [
  { bn: 'urn:dev:ow:10e2073a0108006:', bt: 1.276020076001e9, bu: 'A', bver: 5, n: 'voltage', u: 'V', v: 120.1 },
  { n: 'current', t: -5, v: 1.2 },
  { n: 'current', t: -4, v: 1.3 },
  { n: 'current', t: -3, v: 1.4 },
  { n: 'current', t: -2, v: 1.5 },
  { n: 'current', t: -1, v: 1.6 },
  { n: 'current', v: 1.7 },
];

/** RFC 8428, section 6: the same in CBOR, byte by byte. */
const multipleInCbor = Buffer.from(
  `87a721781b75726e3a6465763a6f773a3130653230373361303130383030363a22fb41d303a15b00106223614120050067
   766f6c7461676501615602fb405e066666666666a3006763757272656e74062402fb3ff3333333333333a3006763757272
   656e74062302fb3ff4cccccccccccda3006763757272656e74062202fb3ff6666666666666a3006763757272656e740621
   02f93e00a3006763757272656e74062002fb3ff999999999999aa3006763757272656e74060002fb3ffb333333333333`.replaceAll(
    /\s/g,
    '',
  ),
  'hex',
);

describe('SenML', () => {
  it('reads the pack of several data points of RFC 8428, section 5.1.3', () => {
    const { items, faults } = decode(multiple);
    expect(faults).to.deep.equal([]);
    expect(items.map(({ metric, value, unit }) => [metric, value, unit])).to.deep.equal([
      ['voltage', 120.1, 'V'],
      ...[1.2, 1.3, 1.4, 1.5, 1.6, 1.7].map((value) => ['current', value, 'A']),
    ]);
    expect(items.map(({ at }) => at.toISOString().slice(11))).to.deep.equal(
      ['16.001', '11.001', '12.001', '13.001', '14.001', '15.001', '16.001'].map((seconds) => `18:01:${seconds}Z`),
    );
    expect(items.every(({ timeSource }) => timeSource === 'device')).to.equal(true);
  });

  it('reads the CBOR of RFC 8428, section 6, as the JSON of section 5.1.3', () => {
    expect(formatOf(multipleInCbor)).to.equal('SenML, CBOR');
    expect(senmlCbor.decode(multipleInCbor, context)).to.deep.equal(decode(multiple));
  });

  it('reads a single data point without a time (section 5.1.1) as measured on arrival', () => {
    const { items } = decode([{ n: 'urn:dev:ow:10e2073a01080063:temperature', u: 'Cel', v: 23.1 }]);
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ metric: 'temperature', value: 23.1, unit: 'Cel', timeSource: 'received' });
    expect(items[0]?.at).to.deep.equal(context.arrival);
  });

  it('names the record of section 5.1.1 whose name holds no metric, and takes it when it is mapped', () => {
    const pack = [{ n: 'urn:dev:ow:10e2073a01080063', u: 'Cel', v: 23.1 }];
    expect(decode(pack).faults.join()).to.match(/map it by its full name/);
    const mapping = { fields: [{ field: 'urn:dev:ow:10e2073a01080063', metric: 'temperature' }] };
    const { items } = senmlJson.decode(json(pack), decodeContext({ mapping }));
    expect(items[0]).to.include({ metric: 'temperature', value: 23.1, unit: 'Cel' });
  });

  it('takes small times as relative to now, also with a base time (section 4.5.3)', () => {
    const { items } = decode([
      { bn: 'urn:x:', bt: -10, n: 'temperature', u: 'Cel', v: 4 },
      { n: 'temperature', u: 'Cel', t: -5, v: 5 },
    ]);
    expect(items.map(({ at }) => (at.getTime() - context.arrival.getTime()) / 1000)).to.deep.equal([-10, -15]);
  });

  it('refuses a time that no date can hold, ahead or behind', () => {
    for (const t of [1.7976931348623157e308, 8.64e12 + 1, -1.7976931348623157e308]) {
      const { items, faults } = decode([{ n: 'urn:x:temperature', u: 'Cel', v: 4, t }]);
      expect(items).to.deep.equal([]);
      expect(faults.join()).to.include('beyond what a date can hold');
    }
  });

  it('adds the base value, in decimals, until another replaces it', () => {
    const { items } = decode([
      { bn: 'urn:x:', bt: 1_780_000_000, bu: 'Cel', bv: 20, n: 'temperature', v: 0.1 },
      { n: 'soil-temperature', v: 0.2 },
      { bv: -5 },
      { n: 'water-temperature', v: 7.3 },
    ]);
    expect(items.map(({ value }) => value)).to.deep.equal([20.1, 20.2, 2.3]);
  });

  it('converts the units of the registry', () => {
    const { items } = decode([
      { bn: 'urn:x:', n: 'temperature', u: 'K', v: 277.15 },
      { n: 'humidity', u: '%RH', v: 67.3 },
      { n: 'battery', u: '%EL', v: 98 },
      { n: 'pressure', u: 'Pa', v: 101325 },
      { n: 'latitude', u: 'lat', v: 33.87 },
      { n: 'soil-conductivity', u: 'S/m', v: 0.12 },
      { n: 'door', vb: true },
    ]);
    expect(items.map(({ value, unit }) => [value, unit])).to.deep.equal([
      [4, 'Cel'],
      [67.3, '%'],
      [98, '%'],
      [1013.25, 'hPa'],
      [33.87, 'deg'],
      [1.2, 'mS/cm'],
      [1, '1'],
    ]);
  });

  it('refuses the whole pack for a field that must be understood, and ignores other unknown ones', () => {
    const good = { n: 'urn:x:temperature', u: 'Cel', v: 4 };
    expect(decode([good, { ...good, foo_: 1 }])).to.deep.include({ items: [] });
    expect(decode([good, { ...good, foo_: 1 }]).faults.join()).to.match(/record 1: foo_: .*must be understood/);
    expect(decode([{ ...good, foo: 1 }]).items).to.have.length(1);
  });

  const refusals: [string, unknown, RegExp][] = [
    ['a version that is not known', [{ bver: 11, n: 'urn:x:temperature', u: 'Cel', v: 4 }], /bver: is 11/],
    ['two values in one record', [{ n: 'urn:x:temperature', v: 4, vb: true }], /more than one value/],
    ['a name outside of the alphabet', [{ n: '_temperature', v: 4 }], /not a SenML name/],
    ['a unit that the registry does not have', [{ n: 'temperature', u: 'furlong', v: 4 }], /not a SenML unit/],
    ['a coulomb for a degree', [{ n: 'temperature', u: 'C', v: 4 }], /cannot be converted to Cel/],
    ['a text', [{ n: 'urn:x:kind', vs: 'kitchen' }], /has a text, which is not kept/],
    ['a record without a value', [{ n: 'urn:x:temperature', u: 'Cel' }], /has no value/],
    ['an impossible value', [{ n: 'urn:x:temperature', u: 'Cel', v: -127 }], /impossible/],
    [
      'two sensors that would become one series',
      [
        { n: 'urn:a:temperature', u: 'Cel', v: 4 },
        { n: 'urn:b:temperature', u: 'Cel', v: 5 },
      ],
      /map them by their full names/,
    ],
  ];
  for (const [what, pack, reason] of refusals)
    it(`refuses ${what}`, () => {
      expect(decode(pack).faults.join()).to.match(reason);
    });

  it('keeps the value of a record with a sum, and says that the sum is not kept', () => {
    const { items, faults } = decode([{ n: 'urn:x:temperature', u: 'Cel', v: 4, s: 1000 }]);
    expect(items).to.have.length(1);
    expect(faults.join()).to.match(/has a sum/);
  });

  it('leaves the platform’s own JSON to its own decoder', () => {
    expect(formatOf(json([{ metric: 'temperature', value: 4, unit: 'Cel' }]))).to.equal('AgriTrace readings, JSON');
    expect(formatOf(json({ metric: 'temperature', value: 4 }))).to.equal('AgriTrace readings, JSON');
    expect(formatOf(json(multiple))).to.equal('SenML, JSON');
  });

  it('reads single precision as the decimal that it stands for', () => {
    const record = Buffer.from([
      0x81,
      0xa3,
      0x00,
      0x6b,
      ...Buffer.from('temperature'),
      0x01,
      0x63,
      ...Buffer.from('Cel'),
      0x02,
      0xfa,
      0x40,
      0x86,
      0x66,
      0x66,
    ]);
    expect(senmlCbor.decode(record, context).items[0]?.value).to.equal(4.2);
  });

  it('never throws on broken CBOR', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const payload = Buffer.from([0x82, ...bytes]);
        const { items, faults } = senmlCbor.decode(payload, context);
        expect(items.length + faults.length).to.be.greaterThan(0);
      }),
    );
  });

  it('reads in CBOR what it reads in JSON', () => {
    const value = fc.integer({ min: -90, max: 140 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.nat(1000)), { minLength: 1, maxLength: 8 }), (points) => {
        const pack = points.map(([v, t]) => ({ n: 'urn:x:temperature', u: 'Cel', v, t: 1_780_000_000 + t }));
        const labelled = points.map(
          ([v, t]) =>
            new Map<number, unknown>([
              [0, 'urn:x:temperature'],
              [1, 'Cel'],
              [2, v],
              [6, 1_780_000_000 + t],
            ]),
        );
        expect(senmlCbor.decode(Buffer.from(encode(labelled)), context)).to.deep.equal(decode(pack));
      }),
    );
  });
});
