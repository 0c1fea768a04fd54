import { expect } from 'chai';
import { lastDayOf, tooLateFrom } from './due.ts';

describe('the day by which a plan is done', () => {
  it('is its own, else the last of its quarter or year', () => {
    const days = [1, 2, 3, 4].map((quarter) => lastDayOf({ year: 2028, quarter }));
    expect(days).to.deep.equal(['2028-03-31', '2028-06-30', '2028-09-30', '2028-12-31']);
    expect(lastDayOf({ year: 2027 })).to.equal('2027-12-31');
    expect(lastDayOf({ year: 2027, quarter: 1, due: '2027-02-28' })).to.equal('2027-02-28');
  });

  it('is over when that day is, in China; what was over before is no deadline', () => {
    const plan = { year: 2026, quarter: 3 };
    const end = new Date('2026-09-30T16:00:00Z');
    expect(tooLateFrom(plan, undefined, new Date(end.getTime() - 1))).to.deep.equal(end);
    expect(tooLateFrom(plan, undefined, end)).to.equal(undefined);
    expect(tooLateFrom(plan, '2026-11-05', end)).to.deep.equal(new Date('2026-11-05T16:00:00Z'));
  });
});
