import { expect } from 'chai';
import fc from 'fast-check';
import { passRateEwma } from './ewma.ts';
import {
  type Baseline,
  evaluatePassRate,
  type PassRateChart,
  passRateStart,
  standardized,
  whyUnfit,
} from './pass-rate.ts';

const baseline: Baseline = { passRate: 0.95, from: '2025-01-01', to: '2025-12-31', samples: 2_000 };
const ewma: PassRateChart = { method: 'ewma', ...passRateEwma };
const cusum: PassRateChart = { method: 'cusum', slack: 0.5, threshold: 5 };
const period = fc
  .integer({ min: 0, max: 500 })
  .chain((samples) => fc.integer({ min: 0, max: samples }).map((passed) => ({ samples, passed })));

describe('a falling pass rate', () => {
  it('is measured in standard deviations from the baseline, whatever the number of samples', () => {
    expect(standardized(baseline, { samples: 100, passed: 95 })).to.equal(0);
    expect(standardized(baseline, { samples: 100, passed: 90 })).to.be.closeTo(-5 / Math.sqrt(4.75), 1e-12);
    expect(standardized(baseline, { samples: 0, passed: 0 })).to.equal(0);
  });

  it('is found by both charts, a rise by neither', () => {
    for (const chart of [ewma, cusum]) {
      const following = (passed: number) =>
        Array.from({ length: 12 }).reduce<typeof passRateStart>(
          (state) => evaluatePassRate(chart, baseline, state, { samples: 100, passed }),
          passRateStart,
        );
      expect(following(90).raised, chart.method).to.equal(true);
      expect(following(95).raised, chart.method).to.equal(false);
      expect(following(100).raised, chart.method).to.equal(false);
    }
  });

  it('stands still while its warning is unresolved, and in periods without samples', () => {
    fc.assert(
      fc.property(fc.constantFrom(ewma, cusum), period, (chart, given) => {
        const raised = { ...passRateStart, raised: true };
        expect(evaluatePassRate(chart, baseline, raised, given)).to.equal(raised);
        expect(evaluatePassRate(chart, baseline, passRateStart, { samples: 0, passed: 0 })).to.equal(passRateStart);
      }),
    );
  });

  it('is not judged by a chart that does not fit the baseline', () => {
    expect(whyUnfit(baseline)).to.equal(null);
    expect(whyUnfit({ ...baseline, passRate: 0.98 })).to.include('too rare');
    expect(whyUnfit({ ...baseline, samples: 0 })).to.include('no samples');
    expect(whyUnfit({ ...baseline, passRate: 0 })).to.include('nothing has passed');
  });
});
