import { expect } from 'chai';
import fc from 'fast-check';
import { applyFaults, type Fault, faultKinds, usualFault } from './faults.ts';
import { history } from './history.ts';
import { conditionAt } from './interruptions.ts';
import { metricsOf, profileNames, value } from './profiles.ts';

const profile = fc.constantFrom(...profileNames);
const seed = fc.integer({ min: 0, max: 1_000_000 });
const device = fc.stringMatching(/^[a-z0-9-]{2,20}$/);
const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

/** What the world allows, not what the curves happen to give. */
const bounds: Record<string, Record<string, [number, number]>> = {
  'cold-room': { temperature: [0, 7], humidity: [75, 100], door: [0, 1] },
  greenhouse: {
    temperature: [2, 38],
    humidity: [40, 100],
    illuminance: [0, 80_000],
    'soil-moisture': [15, 45],
    co2: [300, 1200],
  },
  field: {
    temperature: [-20, 42],
    humidity: [30, 100],
    illuminance: [0, 120_000],
    rainfall: [0, 60],
    'wind-speed': [0, 15],
    'soil-moisture': [15, 45],
  },
  vehicle: { temperature: [0, 8], speed: [0, 100] },
  'rapid-tester': { 'inhibition-rate': [0, 100] },
};

describe('simulated curves', () => {
  it('are the same for the same seed, device and time', () => {
    fc.assert(
      fc.property(profile, seed, device, time, (name, number, id, at) => {
        for (const { metric } of metricsOf(name))
          expect(value(name, number, id, metric, at)).to.equal(value(name, number, id, metric, new Date(at)));
      }),
    );
  });

  it('stay within what the world allows', () => {
    fc.assert(
      fc.property(profile, seed, device, time, (name, number, id, at) => {
        for (const { metric } of metricsOf(name)) {
          const [least, most] = bounds[name]?.[metric] ?? [0, -1];
          expect(value(name, number, id, metric, at), `${name} ${metric}`).to.be.within(least, most);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('differ between seeds and between devices', () => {
    const series = (number: number, id: string) =>
      [
        ...history('cold-room', id, number, new Date('2026-07-01T00:00:00Z'), new Date('2026-07-01T06:00:00Z'), 300),
      ].map((reading) => reading.value);
    expect(series(1, 'a')).to.deep.equal(series(1, 'a'));
    expect(series(1, 'a')).to.not.deep.equal(series(2, 'a'));
    expect(series(1, 'a')).to.not.deep.equal(series(1, 'b'));
  });

  it('show a defrost in a cold room every day', () => {
    const day = [
      ...history('cold-room', 'c1', 3, new Date('2026-07-01T00:00:00Z'), new Date('2026-07-02T00:00:00Z'), 60),
    ];
    const temperatures = day.filter(({ metric }) => metric === 'temperature').map((reading) => reading.value);
    expect(Math.max(...temperatures) - Math.min(...temperatures)).to.be.within(1.5, 4);
  });

  it('are dark at midnight and light at noon, Shangluo time', () => {
    expect(value('field', 1, 'f1', 'illuminance', new Date('2026-07-01T00:00:00+08:00'))).to.equal(0);
    expect(value('field', 1, 'f1', 'illuminance', new Date('2026-07-01T12:00:00+08:00'))).to.be.greaterThan(20_000);
  });

  it('find about one rapid test in forty positive', () => {
    const start = Date.UTC(2026, 6, 1);
    const rates = Array.from({ length: 4000 }, (_, n) =>
      value('rapid-tester', 1, 't1', 'inhibition-rate', new Date(start + n * 60_000)),
    );
    expect(rates.filter((rate) => rate >= 50).length / rates.length).to.be.within(0.015, 0.035);
  });
});

describe('interruptions', () => {
  it('are the same for the same seed, and rare', () => {
    const start = Date.UTC(2026, 0, 1);
    const conditions = Array.from({ length: 20_000 }, (_, n) => conditionAt(5, 'c1', new Date(start + n * 60_000)));
    expect(conditions).to.deep.equal(conditions.map((_, n) => conditionAt(5, 'c1', new Date(start + n * 60_000))));
    expect(conditions.filter((condition) => condition !== 'running').length).to.be.within(1, 600);
  });
});

describe('faults', () => {
  const from = new Date('2026-07-01T02:00:00Z');
  const to = new Date('2026-07-01T03:00:00Z');
  const between = (start: string, end: string, faults: Fault[]) => [
    ...history('cold-room', 'c1', 1, new Date(start), new Date(end), 60, { faults }),
  ];

  for (const kind of faultKinds)
    it(`of kind ${kind} change their window alone`, () => {
      const fault = usualFault(kind, from, to);
      const healthy = [
        ...history('cold-room', 'c1', 1, new Date('2026-07-01T01:00:00Z'), new Date('2026-07-01T04:00:00Z'), 60),
      ];
      for (const reading of healthy) {
        const sent = applyFaults(reading, [fault]);
        const inside = reading.at >= from && reading.at < to;
        if (!inside) expect(sent).to.deep.equal([reading]);
        else if (reading.metric === 'temperature' && reading.at > from) expect(sent).to.not.deep.equal([reading]);
      }
    });

  it('let a cold room climb to twelve degrees, quickly at first', () => {
    const excursion = between('2026-07-01T02:00:00Z', '2026-07-01T03:00:00Z', [usualFault('excursion', from, to)])
      .filter(({ metric }) => metric === 'temperature')
      .map((reading) => reading.value);
    expect(excursion[0]).to.be.below(7);
    expect(excursion[20]).to.be.within(9, 12);
    expect(excursion.at(-1)).to.be.within(11.5, 12.1);
  });

  it('silence, skew and repeat', () => {
    const minute: [string, string] = ['2026-07-01T02:00:00Z', '2026-07-01T02:01:00Z'];
    expect(between(...minute, [{ kind: 'silence', from }])).to.have.length(0);
    expect(between(...minute, [{ kind: 'duplicate', from, deliveries: 3 }])).to.have.length(9);
    const [skewed] = between(...minute, [{ kind: 'skew', from, offsetSeconds: -3600 }]);
    expect(skewed?.at.toISOString()).to.equal('2026-07-01T01:00:00.000Z');
  });

  it('add up', () => {
    const faults: Fault[] = [
      { kind: 'skew', from, to, offsetSeconds: 7200 },
      { kind: 'duplicate', from, to, deliveries: 2 },
    ];
    expect(between('2026-07-01T02:30:00Z', '2026-07-01T02:31:00Z', faults)).to.have.length(6);
  });
});
