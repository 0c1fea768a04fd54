import { expect } from 'chai';
import { nextVersion } from './next-version.ts';

describe('console: the next version of a provision', () => {
  const before = {
    code: 'x',
    effectiveFrom: '2021-01-01',
    bands: [{ from: '10', fine: { from: '1', to: '2' } }, { fine: { timesFrom: '1', timesTo: '2' } }],
  };

  it('keeps what nobody typed, however deep', () => {
    const typed = { effectiveFrom: '2026-01-01', bands: [{ fine: { to: '3' } }] };
    expect(nextVersion(before, typed)).to.deep.equal({
      code: 'x',
      effectiveFrom: '2026-01-01',
      bands: [{ from: '10', fine: { from: '1', to: '3' } }, { fine: { timesFrom: '1', timesTo: '2' } }],
    });
  });

  it('leaves out what was emptied', () => {
    expect(nextVersion({ fine: { from: '1', to: '2' } }, { fine: { from: '' }, effectiveTo: '' })).to.deep.equal({
      fine: { to: '2' },
    });
  });
});
