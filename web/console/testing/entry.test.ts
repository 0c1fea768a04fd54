import { expect } from 'chai';
import type { Limit } from '../api/types.ts';
import { substancesOf } from './analytes.ts';
import { readValue } from './result-value.ts';

describe('console: entry of results', () => {
  it('takes full-width signs and digits', () => {
    expect(readValue('<0.01')).to.equal('<0.01');
    expect(readValue(' < LOQ ')).to.equal('<LOQ');
    expect(readValue('〈0.05')).to.equal('<0.05');
  });

  it('keeps decimal text as it was typed', () => {
    expect(readValue('0.10')).to.equal('0.10');
    expect(readValue('1,5')).to.equal('1,5');
  });

  it('offers each substance once with all its names', () => {
    const limit = { substance: '毒死蜱', substanceEn: 'chlorpyrifos', casNumber: '2921-88-2' } as Limit;
    expect(substancesOf([limit, limit], 'en')).to.deep.equal([
      { value: '毒死蜱', label: 'chlorpyrifos · 毒死蜱 · 2921-88-2' },
    ]);
  });
});
