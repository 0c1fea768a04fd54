import { expect } from 'chai';
import fc from 'fast-check';
import {
  addWorkingDays,
  dayOf,
  deadlineOf,
  isWorkingDay,
  type Term,
  termUnits,
  workCalendar,
  workingDaysBetween,
  workingDaysUntil,
} from './index.ts';
import { dayAfter } from './rules/calendar.ts';

const daysOf = (year: number) => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = dayAfter(day)) days.push(day);
  return days;
};
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const due = (event: string, term: Term) => deadlineOf(new Date(event), term, workCalendar);

describe('the calendar of working days', () => {
  it('holds 2026 as the State Council published it', () => {
    const moved = daysOf(2026).filter((day) => [0, 6].includes(weekday(day)) && isWorkingDay(day, workCalendar));
    expect(moved).to.deep.equal(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    const free = daysOf(2026).filter((day) => ![0, 6].includes(weekday(day)) && !isWorkingDay(day, workCalendar));
    expect(free).to.have.length(19);
    expect(daysOf(2026).filter((day) => isWorkingDay(day, workCalendar))).to.have.length(261 - 19 + 6);
  });

  it('moves no day of a year that is not published', () => {
    const working = daysOf(2027).filter((day) => isWorkingDay(day, workCalendar));
    expect(working.filter((day) => [0, 6].includes(weekday(day)))).to.deep.equal([]);
    for (const day of [
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-04-05',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
    ])
      expect(isWorkingDay(day, workCalendar), day).to.equal(false);
    expect(isWorkingDay('2027-02-09', workCalendar)).to.equal(true);
  });

  it('counts each working day once, forward and back', () => {
    const day = fc.constantFrom(...daysOf(2026), ...daysOf(2027));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const reached = addWorkingDays(from, count, workCalendar);
        expect(isWorkingDay(reached, workCalendar)).to.equal(true);
        expect(workingDaysBetween(from, reached, workCalendar)).to.equal(count);
        expect(addWorkingDays(addWorkingDays(from, 1, workCalendar), count - 1, workCalendar)).to.equal(reached);
      }),
    );
  });

  it('counts what is left after today: nothing on the last day, less than nothing once it is over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...daysOf(2026)), fc.integer({ min: 1, max: 200 }), (from, count) => {
        const lastDay = addWorkingDays(from, count, workCalendar);
        expect(workingDaysUntil(lastDay, from, workCalendar)).to.equal(count);
        expect(workingDaysUntil(lastDay, lastDay, workCalendar)).to.equal(0);
        expect(workingDaysUntil(lastDay, addWorkingDays(lastDay, count, workCalendar), workCalendar)).to.equal(-count);
      }),
    );
  });

  it('knows the day in China', () => {
    expect(dayOf(new Date('2026-02-28T16:00:00Z'))).to.equal('2026-03-01');
  });
});

describe('a deadline', () => {
  const fiveWorkingDays: Term = { unit: 'working-day', count: 5 };

  it('of working days leaves out the day of the event, weekends and the Spring Festival', () => {
    const deadline = due('2026-02-13T02:00:00Z', fiveWorkingDays);
    // 14 February is made up for; 15 to 23 are free; 24, 25, 26 and 27 follow.
    expect(deadline).to.deep.equal({
      due: new Date('2026-02-27T16:00:00Z'),
      lastDay: '2026-02-27',
      provisional: false,
    });
  });

  it('of calendar days that ends on a rest day ends with the next working day', () => {
    expect(due('2026-09-16T02:00:00Z', { unit: 'day', count: 15 })?.lastDay).to.equal('2026-10-08');
    expect(due('2026-09-13T02:00:00Z', { unit: 'day', count: 7 })?.lastDay).to.equal('2026-09-20');
  });

  it('of months ends on the same day of the month, or on its last', () => {
    expect(due('2026-01-31T02:00:00Z', { unit: 'month', count: 1 })?.lastDay).to.equal('2026-02-28');
    expect(due('2026-03-10T02:00:00Z', { unit: 'month', count: 6 })?.lastDay).to.equal('2026-09-10');
    const paused = { from: new Date('2026-04-01T02:00:00Z'), to: new Date('2026-04-08T02:00:00Z') };
    expect(
      deadlineOf(new Date('2026-03-10T02:00:00Z'), { unit: 'month', count: 6 }, workCalendar, [paused])?.lastDay,
    ).to.equal('2026-09-17');
  });

  it('of hours runs by the clock, over nights and holidays', () => {
    expect(due('2026-10-01T15:30:00Z', { unit: 'hour', count: 4 })?.due.toISOString()).to.equal(
      '2026-10-01T19:30:00.000Z',
    );
  });

  it('is provisional when it reaches into a year that is not published', () => {
    expect(due('2026-12-30T02:00:00Z', fiveWorkingDays)?.provisional).to.equal(true);
    expect(due('2026-12-21T02:00:00Z', fiveWorkingDays)?.provisional).to.equal(false);
    expect(due('2031-06-02T02:00:00Z', fiveWorkingDays)?.provisional).to.equal(true);
  });

  it('is not known during a pause, and later by as much as the pause took', () => {
    const event = new Date('2026-11-02T02:00:00Z');
    const from = new Date('2026-11-03T02:00:00Z');
    expect(deadlineOf(event, fiveWorkingDays, workCalendar, [{ from }])).to.equal(null);
    const paused = deadlineOf(event, fiveWorkingDays, workCalendar, [{ from, to: new Date('2026-11-10T02:00:00Z') }]);
    expect(paused?.lastDay).to.equal('2026-11-16');
    const hours = deadlineOf(event, { unit: 'hour', count: 4 }, workCalendar, [
      { from: new Date('2026-11-02T03:00:00Z'), to: new Date('2026-11-02T08:00:00Z') },
    ]);
    expect(hours?.due.toISOString()).to.equal('2026-11-02T11:00:00.000Z');
  });

  it('never comes earlier by waiting, by a longer term or by a pause', () => {
    const minute = fc.integer({ min: 0, max: 500_000 });
    const term = fc.record({
      unit: fc.constantFrom(...termUnits),
      count: fc.integer({ min: 1, max: 30 }),
    });
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(minute, minute, term, minute, (one, wait, asked, length) => {
        const event = new Date(start + one * 60_000);
        const at = (deadline: ReturnType<typeof deadlineOf>) => deadline?.due.getTime() ?? Number.NaN;
        const plain = at(deadlineOf(event, asked, workCalendar));
        expect(plain).to.be.above(event.getTime());
        const later = new Date(event.getTime() + wait * 60_000);
        expect(at(deadlineOf(later, asked, workCalendar))).to.be.at.least(plain);
        expect(at(deadlineOf(event, { ...asked, count: asked.count + 1 }, workCalendar))).to.be.at.least(plain);
        const pause = { from: event, to: new Date(event.getTime() + length * 60_000) };
        expect(at(deadlineOf(event, asked, workCalendar, [pause]))).to.be.at.least(plain);
      }),
    );
  });
});
