import { expect } from 'chai';
import { writeValue } from './changed-value.ts';

describe('a value in the history of a record', () => {
  it('is shown as it is, and cut where it is long', () => {
    expect(writeValue('held')).to.equal('held');
    expect(writeValue({ value: 1, unit: 'kg' })).to.equal('{"value":1,"unit":"kg"}');
    expect(writeValue('长'.repeat(500))).to.equal(`${'长'.repeat(120)}…`);
  });
});
