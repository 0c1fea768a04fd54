import { expect } from 'chai';
import { readShares } from './shares.ts';

describe('console: batches typed line by line', () => {
  it('reads codes with and without quantities', () => {
    expect(readShares('A-001 20 kg\n\nB-002\n')).to.deep.equal({
      shares: [{ batchCode: 'A-001', quantity: { value: 20, unit: 'kg' } }, { batchCode: 'B-002' }],
    });
  });

  it('takes full-width input', () => {
    expect(readShares('A-001 20，kg')).to.deep.equal({
      shares: [{ batchCode: 'A-001', quantity: { value: 20, unit: 'kg' } }],
    });
  });

  it('names the line it cannot read', () => {
    expect(readShares('A-001\nB-002 many kg')).to.deep.equal({ wrongLine: 2 });
    expect(readShares('A-001 20')).to.deep.equal({ wrongLine: 1 });
  });
});
