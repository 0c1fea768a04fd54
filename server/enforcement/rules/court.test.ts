import { expect } from 'chai';
import fc from 'fast-check';
import { workCalendar } from '../../calendar/index.ts';
import { dayAfter } from '../../calendar/rules/calendar.ts';
import { courtWindow, type Remedy, remediesEnd } from './court.ts';
import { termOf } from './terms.ts';

const terms = {
  litigation: termOf('litigation'),
  litigationAfterReview: termOf('litigation-after-review'),
  courtApplication: termOf('court-application'),
};
const servedOn = '2026-03-02';
const end = (...remedies: Remedy[]) => remediesEnd(servedOn, remedies, terms, workCalendar);
const time = (remedies: Remedy[], allowedUntil?: string) =>
  courtWindow({ servedOn, remedies, ...(allowedUntil !== undefined && { allowedUntil }) }, terms, workCalendar);

describe('the time in which the court may be asked', () => {
  it('begins with the day after nothing is open to the party any more', () => {
    expect(end()).to.equal('2026-09-02');
    expect(end({ kind: 'reconsideration' })).to.equal(null);
    expect(end({ kind: 'reconsideration', to: '2026-05-08', outcome: 'upheld' }), 'a Monday').to.equal('2026-05-25');
    expect(end({ kind: 'reconsideration', to: '2026-05-08', outcome: 'withdrawn-by-party' })).to.equal('2026-09-02');
    const lost: Remedy = { kind: 'litigation', to: '2026-12-01', outcome: 'upheld' };
    expect(end({ kind: 'reconsideration', to: '2026-05-08', outcome: 'upheld' }, lost)).to.equal('2026-12-01');
  });

  it('is three months, from the last instalment where that is later', () => {
    expect(time([])).to.deep.equal({ after: '2026-09-02', first: '2026-09-03', last: '2026-12-02' });
    expect(time([], '2026-12-31')?.first).to.equal('2027-01-01');
    expect(time([], '2026-06-30')?.first).to.equal('2026-09-03');
    expect(time([{ kind: 'litigation' }])).to.equal(null);
  });

  it('begins no earlier the later a review ended, and never before the review', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => dayAfter(servedOn, days));
    const first = (to: string) => time([{ kind: 'reconsideration', to, outcome: 'upheld' }])?.first ?? '';
    fc.assert(
      fc.property(day, day, (one, other) => {
        expect(first(one) > one).to.equal(true);
        expect(first(one) <= first(other)).to.equal(one <= other || first(one) === first(other));
      }),
    );
  });
});
