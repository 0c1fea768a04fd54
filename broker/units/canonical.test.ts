import { expect } from 'chai';
import fc from 'fast-check';
import { canonical, isKnownMetric } from './canonical.ts';
import conversions from './data/conversions.json' with { type: 'json' };
import metrics from './data/metrics.json' with { type: 'json' };
import senml from './data/senml-units.json' with { type: 'json' };
import { senmlUnit, spelledUnit } from './spellings.ts';

describe('units', () => {
  it('have one row for each metric, with a reason, and each range the right way around', () => {
    expect(new Set(metrics.map(({ metric }) => metric)).size).to.equal(metrics.length);
    for (const row of metrics) {
      expect(row.reason).to.not.equal('');
      expect(row.least ?? Number.NEGATIVE_INFINITY).to.be.below(row.most ?? Number.POSITIVE_INFINITY);
      expect(isKnownMetric(row.metric)).to.equal(true);
    }
  });

  it('convert only into units in which a metric is kept', () => {
    const kept = new Set(metrics.map(({ unit }) => unit));
    for (const { to } of conversions) expect([...kept]).to.include(to);
  });

  const exact: [string, number, string, number][] = [
    ['temperature', 39.2, '[degF]', 4],
    ['temperature', 50.18, '[degF]', 10.1],
    ['temperature', 277.15, 'K', 4],
    ['temperature', 273.25, 'K', 0.1],
    ['pressure', 101.325, 'kPa', 1013.25],
    ['soil-conductivity', 1.1, 'dS/m', 1.1],
    ['soil-conductivity', 0.11, 'S/m', 1.1],
    ['wind-speed', 36, 'km/h', 10],
    ['humidity', 0.553, '1', 55.3],
    ['voltage', 3301, 'mV', 3.301],
  ];
  for (const [metric, value, unit, expected] of exact)
    it(`make ${value} ${unit} of ${metric} exactly ${expected}`, () => {
      expect(canonical(metric, value, unit)).to.deep.include({ ok: true, value: expected });
    });

  it('show no binary noise: tenths of a kelvin stay tenths of a degree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 4200 }), (tenths) => {
        const quantity = canonical('temperature', Number(`${tenths}e-1`), 'K');
        expect(quantity).to.deep.include({ value: Number(`${tenths * 10 - 27315}e-2`) });
      }),
    );
  });

  it('refuse what no thermometer can mean, as the codes of a broken sensor', () => {
    for (const value of [-127, 850, 6553.5, Number.NaN])
      expect(canonical('temperature', value, 'Cel')).to.include({ ok: false, field: 'value' });
    expect(canonical('humidity', 65535, '%').ok).to.equal(false);
  });

  it('refuse a unit of another quantity', () => {
    expect(canonical('temperature', 4, 'kg')).to.include({ ok: false, field: 'unit' });
    expect(canonical('voltage', 4, 'Cel')).to.include({ ok: false, field: 'unit' });
  });

  it('refuse a unit that nobody knows, of a metric that is not in the table as well', () => {
    expect(canonical('brix', 12, '%')).to.deep.equal({ ok: true, value: 12, unit: '%' });
    expect(canonical('brix', 12, 'furlong')).to.include({ ok: false, field: 'unit' });
    expect(canonical('temperature', 12, 'furlong')).to.include({ ok: false, field: 'unit' });
  });

  it('read C and F as degrees where firmware writes them, and as coulomb and farad in SenML', () => {
    expect(spelledUnit('C')).to.equal('Cel');
    expect(senmlUnit('C')).to.equal('C');
    expect(canonical('temperature', 4, senmlUnit('C') ?? undefined).ok).to.equal(false);
  });

  it('know no SenML unit that the registry does not have', () => {
    expect(senmlUnit('furlong')).to.equal(null);
    expect(Object.keys(senml.units).every((name) => senmlUnit(name) !== '')).to.equal(true);
    expect(senmlUnit('%RH')).to.equal('%');
  });
});
