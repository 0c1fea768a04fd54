import { expect } from 'chai';
import { chartOptions, extentOf, withGaps } from './chart-options.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 0, minute)).toISOString();

describe('console: curves', () => {
  it('breaks the curve where readings are missing', () => {
    const points = withGaps([0, 1, 2, 60, 61].map((minute) => ({ at: at(minute), value: minute })));
    expect(points.map(([, value]) => value)).to.deep.equal([0, 1, 2, null, 60, 61]);
  });

  it('keeps a slow but steady device in one line', () => {
    const points = withGaps([0, 60, 120, 180].map((minute) => ({ at: at(minute), value: 1 })));
    expect(points).to.have.length(4);
  });

  it('finds lowest, highest and latest', () => {
    expect(extentOf([{ value: 3 }, { value: -1 }, { value: 2 }])).to.deep.equal({
      count: 3,
      minimum: -1,
      maximum: 3,
      latest: 2,
    });
    expect(extentOf([])).to.equal(null);
  });

  it('keeps every limit inside the axis', () => {
    const rule = {
      id: '1',
      name: 'r',
      kind: 'threshold' as const,
      level: 'red' as const,
      metric: 't',
      unit: 'Cel',
      comparison: 'above' as const,
      limit: 8.5,
      clearAt: 7,
      durationSeconds: 0,
      divisionCode: '611000',
    };
    const options = chartOptions({
      readings: [{ at: at(0), value: 2 }],
      unit: 'Cel',
      name: 't',
      rules: [{ rule, label: 'limit' }],
      dark: false,
      language: 'zh',
      description: '',
    });
    expect(options.yAxis.max({ max: 2 })).to.equal(9);
    expect(options.yAxis.min({ min: 2 })).to.equal(2);
    expect(options.series[0]?.markLine.data).to.have.length(1);
  });
});
