import { expect } from 'chai';
import { readFilters } from './address-filters.ts';

describe('console: filters in the address', () => {
  const allowed = { state: ['open', 'resolved'], code: 'text' } as const;

  it('takes known values and free text', () => {
    expect(readFilters(new URLSearchParams('state=open&code=AB-1'), allowed)).to.deep.equal({
      state: 'open',
      code: 'AB-1',
    });
  });

  it('drops what is unknown or empty', () => {
    expect(readFilters(new URLSearchParams('state=gone&code=&other=1'), allowed)).to.deep.equal({});
  });
});
