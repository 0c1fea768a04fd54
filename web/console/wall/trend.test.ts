import { expect } from 'chai';
import { monthsOf, pointsOf } from './trend.ts';

describe('the trend on the wall', () => {
  it('takes the last twelve months of which anything was judged', () => {
    const rates = Array.from({ length: 14 }, (_, index) => ({
      period: `2026-${String(14 - index).padStart(2, '0')}`,
      share: index === 3 ? null : 0.95,
    }));
    const months = monthsOf(rates);
    expect(months).to.have.length(12);
    expect(months.at(-1)?.month).to.equal('2026-14');
    expect(months.map(({ month }) => month)).to.not.include('2026-11');
  });

  it('draws 100 % at the top, and the lowest at the bottom', () => {
    const months = [0.8, 1, 0.9].map((share, index) => ({ month: String(index), share }));
    expect(pointsOf(months, 100, 50).map(({ x, y }) => [x, Math.round(y)])).to.deep.equal([
      [0, 50],
      [50, 0],
      [100, 25],
    ]);
    expect(pointsOf([{ month: '1', share: 1 }], 100, 50)).to.deep.equal([{ x: 50, y: 0 }]);
  });
});
