import { expect } from 'chai';
import fc from 'fast-check';
import { nextMoment, numbersOf, type Schedule } from './schedule.ts';

const next = (schedule: Schedule, after: string) => nextMoment(schedule, new Date(after))?.toISOString();

describe('the schedule of a subscription', () => {
  it('E17 takes numbers, lists and ranges, and nothing else', () => {
    expect([...(numbersOf('hour', '[9-11],1') ?? [])]).to.deep.equal([9, 10, 11, 1]);
    for (const text of ['', '24', '[5-3]', '1-3', '*', '1,,2', '[1-2', 'x'])
      expect(numbersOf('hour', text), text).to.equal(undefined);
    expect(numbersOf('dayOfWeek', '0')).to.equal(undefined);
  });

  it('finds the next moment, by China’s clock', () => {
    expect(next({ hour: '1', minute: '5' }, '2026-05-01T00:00:00Z')).to.equal('2026-05-01T17:05:00.000Z');
    expect(next({ minute: '30' }, '2026-05-01T00:30:00Z')).to.equal('2026-05-01T01:30:00.000Z');
    expect(next({ second: '[0-59]' }, '2026-05-01T00:00:00Z')).to.equal('2026-05-01T00:00:01.000Z');
    expect(next({ dayOfWeek: '1', hour: '8' }, '2026-05-01T00:00:00Z'), 'the next Monday').to.equal(
      '2026-05-04T00:00:00.000Z',
    );
    expect(next({ dayOfMonth: '29', month: '2' }, '2026-05-01T00:00:00Z')).to.equal('2028-02-28T16:00:00.000Z');
    expect(next({ dayOfMonth: '31', month: '2' }, '2026-05-01T00:00:00Z')).to.equal(undefined);
  });

  it('is always later, and nothing fits in between', () => {
    const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
    const schedule = fc.record({ hour: number(0, 23), minute: number(0, 59) });
    fc.assert(
      fc.property(
        schedule,
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        (given, after) => {
          const found = nextMoment(given, after);
          expect(found?.getTime()).to.be.greaterThan(after.getTime());
          expect((found?.getTime() ?? 0) - after.getTime()).to.be.at.most(86_400_000);
          const local = new Date((found?.getTime() ?? 0) + 8 * 3_600_000);
          expect([local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]).to.deep.equal([
            Number(given.hour),
            Number(given.minute),
            0,
          ]);
        },
      ),
    );
  });
});
