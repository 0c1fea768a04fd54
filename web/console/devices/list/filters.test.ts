import { expect } from 'chai';
import { exportAddress, listQuery } from './filters.ts';

/** Half past midnight in China, still the day before in UTC. */
const now = Date.parse('2026-05-03T16:30:00Z');

describe('filters of the list of devices', () => {
  it('name silence and calibration by moments and by days in China', () => {
    expect(listQuery({ kind: 'sensor', silent: 'day' }, now)).to.deep.equal({
      kind: 'sensor',
      silentSince: '2026-05-02T16:30:00.000Z',
    });
    expect(listQuery({ calibration: 'over' }, now)).to.deep.equal({ calibrationDueBy: '2026-05-03' });
    expect(listQuery({ calibration: 'soon', sort: 'calibrationDueOn' }, now)).to.deep.equal({
      calibrationDueBy: '2026-06-03',
      sort: 'calibrationDueOn',
    });
  });

  it('are the same for the table', () => {
    expect(exportAddress({ text: '冷库 1', state: 'active' }, 'zh', 'xlsx', now)).to.equal(
      '/api/v1/device-list/export?text=%E5%86%B7%E5%BA%93+1&state=active&language=zh&form=xlsx',
    );
  });
});
