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

  it('finds lowest, highest and the time beyond the limits', () => {
    expect(extentOf([3, -1, 2].map((value) => ({ at: at(0), value })))).to.deep.equal({
      minimum: -1,
      maximum: 3,
      secondsBeyond: 0,
    });
    const hours = [
      { at: at(0), value: 4, minimum: 2, maximum: 9, secondsAbove: 60, secondsBelow: 30 },
      { at: at(60), secondsAbove: 600, secondsBelow: 0 },
    ];
    expect(extentOf(hours)).to.deep.equal({ minimum: 2, maximum: 9, secondsBeyond: 690 });
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
      version: 1,
      family: '1',
      state: 'in-force' as const,
      createdBy: 'system',
      createdAt: '2026-05-03T08:00:00Z',
      allowed: [],
      refused: [],
    };
    const options = chartOptions({
      points: [{ at: at(0), value: 2 }],
      unit: 'Cel',
      name: 't',
      rules: [{ rule, label: 'limit' }],
      dark: false,
      language: 'zh',
      description: '',
    });
    expect(options.yAxis.max({ max: 2 })).to.equal(9);
    expect(options.yAxis.min({ min: 2 })).to.equal(2);
    expect(options.series).to.have.length(1);
    expect(options.series[0]).to.have.nested.property('markLine.data.length', 1);
  });

  it('shows between which values an hour lay', () => {
    const options = chartOptions({
      ...{ unit: 'Cel', name: 't', rules: [], dark: false, language: 'en', description: '' },
      points: [{ at: at(0), value: 2, minimum: 1, maximum: 5 }],
    });
    expect(options.series.map(({ name, data }) => [name, data[0]?.[1]])).to.deep.equal([
      ['t', 2],
      ['lowest', 1],
      ['highest', 5],
    ]);
  });
});
