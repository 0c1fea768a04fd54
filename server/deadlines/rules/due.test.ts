import { expect } from 'chai';
import fc from 'fast-check';
import { termUnits, workCalendar } from '../../calendar/index.ts';
import { workingDaysBetween } from '../../calendar/rules/calendar.ts';
import type { Deadline } from '../../calendar/rules/deadline.ts';
import { computeDue, type DueFacts, reminders } from './due.ts';

const minute = 60_000;
const begin = Date.parse('2026-01-01T00:00:00Z');
const starts = fc.integer({ min: 0, max: 500_000 }).map((after) => new Date(begin + after * minute));
const terms = fc.record({ unit: fc.constantFrom(...termUnits), count: fc.integer({ min: 1, max: 24 }) });
const lengths = fc.integer({ min: 1, max: 20 });

const dueOf = (facts: Partial<DueFacts> & { startedAt: Date }): Deadline => {
  const due = computeDue({ extensions: [], pauses: [], ...facts }, workCalendar);
  if (!due) throw new Error('it is suspended');
  return due;
};

describe('when a deadline is due', () => {
  it('is later by an extension, and two extensions are as long as one of both', () => {
    fc.assert(
      fc.property(starts, terms, lengths, lengths, (startedAt, term, one, two) => {
        const plain = dueOf({ startedAt, term });
        const longer = dueOf({ startedAt, term, extensions: [one] });
        expect(longer.due.getTime()).to.be.at.least(plain.due.getTime());
        expect(dueOf({ startedAt, term, extensions: [one, two] })).to.deep.equal(
          dueOf({ startedAt, term: { ...term, count: term.count + one + two } }),
        );
        if (term.unit === 'working-day')
          expect(workingDaysBetween(plain.lastDay, longer.lastDay, workCalendar)).to.equal(one);
      }),
    );
  });

  it('leaves out the time of a suspension, and is unknown while it lasts', () => {
    fc.assert(
      fc.property(starts, terms, lengths, lengths, (startedAt, term, afterHours, hours) => {
        const from = new Date(startedAt.getTime() + afterHours * 3_600_000);
        const plain = dueOf({ startedAt, term });
        fc.pre(from < plain.due);
        expect(computeDue({ startedAt, term, extensions: [], pauses: [{ from }] }, workCalendar)).to.equal(null);
        const to = new Date(from.getTime() + hours * 3_600_000);
        const paused = dueOf({ startedAt, term, pauses: [{ from, to }] });
        expect(paused.due.getTime()).to.be.above(to.getTime() - 1);
        expect(paused.due.getTime()).to.be.at.least(plain.due.getTime());
        if (term.unit === 'hour') expect(paused.due.getTime() - plain.due.getTime()).to.equal(hours * 3_600_000);
      }),
    );
  });

  it('is what it was set to, where no period decides', () => {
    const setTo = new Date('2026-12-31T16:00:00Z');
    expect(dueOf({ startedAt: new Date(begin), setTo })).to.deep.equal({
      due: setTo,
      lastDay: '2026-12-31',
      provisional: false,
    });
  });

  it('is reminded of in time, the earliest first, never before its start nor after its end', () => {
    fc.assert(
      fc.property(starts, terms, fc.array(terms, { maxLength: 4 }), (startedAt, term, before) => {
        const due = dueOf({ startedAt, term });
        const moments = reminders(due, startedAt, before, workCalendar).map((moment) => moment.getTime());
        expect(moments).to.deep.equal([...new Set(moments)].sort((a, b) => a - b));
        for (const moment of moments) {
          expect(moment).to.be.above(startedAt.getTime());
          expect(moment).to.be.below(due.due.getTime());
        }
      }),
    );
  });

  it('is reminded of with so many working days left, over a long holiday too', () => {
    const startedAt = new Date('2026-09-01T02:00:00Z');
    const due = dueOf({ startedAt, setTo: new Date('2026-10-09T16:00:00Z') });
    const [moment] = reminders(due, startedAt, [{ unit: 'working-day', count: 3 }], workCalendar);
    // 9 and 8 October and 30 September are left when 29 September is over.
    expect(moment?.toISOString()).to.equal('2026-09-29T16:00:00.000Z');
  });
});
