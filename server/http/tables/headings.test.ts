import { expect } from 'chai';
import { headingsOf } from './headings.ts';

describe('the headings of a table', () => {
  it('are told with their other names, and which are needed', () => {
    const columns = { sample: ['样品编号', 'sample'], note: ['备注'] } as const;
    expect(headingsOf({ columns, needed: ['sample'] })).to.equal('- **样品编号** (also sample), needed\n- **备注**');
  });
});
