import { expect } from 'chai';
import type { ControlChart } from '../../api/types.ts';
import { controlChartOptions, heightOf, limitLines } from './chart-options.ts';

const criterion = (more: object) =>
  ({ kind: 'material', unit: 'mg/kg', mean: '0.1', sd: '0.01', ...more }) as ControlChart['criterion'];
const point = (more: object) =>
  ({
    id: '1',
    value: '0.12',
    state: 'warning',
    rules: ['1-2s'],
    at: '2026-11-24T01:00:00Z',
    ...more,
  }) as ControlChart['points'][number];

describe('a control chart', () => {
  it('has the mean of a material and three standard deviations to each side', () => {
    const lines = limitLines(criterion({}), 'mean');
    expect(lines.map(({ label }) => label)).to.deep.equal(['−3s', '−2s', '−1s', 'mean', '+1s', '+2s', '+3s']);
    expect(lines[6]?.at).to.be.closeTo(0.13, 1e-9);
    const recovery = { kind: 'spike', mean: undefined, sd: undefined, recoveryFrom: '70', recoveryTo: '120' };
    expect(limitLines(criterion(recovery), 'mean').map(({ at }) => at)).to.deep.equal([70, 120]);
  });

  it('draws what is judged: a value, a bound, or a percentage', () => {
    expect(heightOf(criterion({}), point({ measure: '2.0' }))).to.equal(0.12);
    expect(heightOf(criterion({ kind: 'blank' }), point({ value: '<0.003' }))).to.equal(0.003);
    expect(heightOf(criterion({ kind: 'spike' }), point({ measure: '91.5' }))).to.equal(91.5);
  });

  it('tells the state of a control by its shape too', () => {
    const chart = {
      criterion: criterion({}),
      points: [point({ state: 'in-control' }), point({}), point({ state: 'out-of-control' })],
    };
    const { series } = controlChartOptions({
      ...{ chart, dark: false, name: 'x', meanWord: 'mean', stateWord: String, writeTime: String },
    });
    expect(series[0]?.data.map(({ symbol }) => symbol)).to.deep.equal(['circle', 'triangle', 'diamond']);
  });
});
