import { BSON } from 'bson';
import { type ExpressionCase, expectValues } from '../testing-support/expressions.ts';

const { Long, Timestamp } = BSON;
const long = (number: number): unknown => Long.fromNumber(number);
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const winter = new Date('2026-01-31T20:30:15.123Z');

const cases: ExpressionCase[] = [
  [{ $year: '$d' }, { d: winter }, 2026],
  [{ $dayOfMonth: { date: '$d', timezone: 'Asia/Shanghai' } }, { d: winter }, 1],
  [{ $hour: { date: '$d', timezone: '+08:00' } }, { d: winter }, 4],
  [{ $week: day('2026-01-03') }, {}, 0],
  [{ $week: day('2026-01-04') }, {}, 1],
  [{ $isoWeek: day('2027-01-01') }, {}, 53],
  [{ $isoWeekYear: day('2027-01-01') }, {}, long(2026)],
  [{ $dayOfWeek: day('2026-01-04') }, {}, 1],
  [{ $isoDayOfWeek: day('2026-01-04') }, {}, 7],
  [{ $dayOfYear: day('2026-03-01') }, {}, 60],
  [{ $year: new Timestamp({ t: 0x65a00000, i: 1 }) }, {}, 2024],
  [{ $dateToString: { date: '$d' } }, { d: winter }, '2026-01-31T20:30:15.123Z'],
  [
    {
      $dateToString: {
        date: '$d',
        format: '%Y/%m/%d %H:%M:%S.%L %z %j %G-W%V-%u %w %U %% %b %B',
        timezone: 'Asia/Shanghai',
      },
    },
    { d: winter },
    '2026/02/01 04:30:15.123 +0800 032 2026-W05-7 1 05 % Feb February',
  ],
  [{ $dateToString: { date: '$none', onNull: '-' } }, {}, '-'],
  [{ $dateFromString: { dateString: '2026-01-31', timezone: 'Asia/Shanghai' } }, {}, new Date('2026-01-30T16:00:00Z')],
  [{ $dateFromString: { dateString: 'never', onError: 0 } }, {}, 0],
  [
    { $dateToParts: { date: '$d', iso8601: true } },
    { d: winter },
    { isoWeekYear: 2026, isoWeek: 5, isoDayOfWeek: 6, hour: 20, minute: 30, second: 15, millisecond: 123 },
  ],
  [{ $dateFromParts: { year: 2026, month: 14, day: 0 } }, {}, day('2027-01-31')],
  [{ $dateFromParts: { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 4 } }, {}, day('2026-01-01')],
  [{ $dateAdd: { startDate: day('2024-01-31'), unit: 'month', amount: 1 } }, {}, day('2024-02-29')],
  [
    {
      $dateAdd: { startDate: new Date('2026-03-07T17:00:00Z'), unit: 'day', amount: 1, timezone: 'America/New_York' },
    },
    {},
    new Date('2026-03-08T16:00:00Z'),
  ],
  [{ $dateSubtract: { startDate: day('2026-03-31'), unit: 'quarter', amount: 1 } }, {}, day('2025-12-31')],
  [{ $dateDiff: { startDate: day('2025-12-31'), endDate: day('2026-01-01'), unit: 'year' } }, {}, long(1)],
  [
    { $dateDiff: { startDate: day('2026-01-04'), endDate: day('2026-01-05'), unit: 'week', startOfWeek: 'mon' } },
    {},
    long(1),
  ],
  [{ $dateDiff: { startDate: day('2026-01-04'), endDate: day('2026-01-05'), unit: 'week' } }, {}, long(0)],
  [{ $dateDiff: { startDate: day('2026-01-02'), endDate: day('2026-01-01'), unit: 'hour' } }, {}, long(-24)],
  [
    { $dateTrunc: { date: '$d', unit: 'day', timezone: 'Asia/Shanghai' } },
    { d: winter },
    new Date('2026-01-31T16:00:00Z'),
  ],
  [{ $dateTrunc: { date: '$d', unit: 'hour', binSize: 6 } }, { d: winter }, new Date('2026-01-31T18:00:00Z')],
  [{ $dateTrunc: { date: '$d', unit: 'week', startOfWeek: 'monday' } }, { d: winter }, day('2026-01-26')],
  [{ $dateTrunc: { date: '$d', unit: 'month', binSize: 3 } }, { d: winter }, day('2026-01-01')],
  [{ $dateTrunc: { date: '$none', unit: 'day' } }, {}, null],
];

describe('expressions of dates', () => {
  it('follow calendars, time zones and daylight saving time', () => expectValues(cases));
});
