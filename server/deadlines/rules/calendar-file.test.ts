import { expect } from 'chai';
import fc from 'fast-check';
import { type CalendarEvent, calendarFile, escapeText, fold } from './calendar-file.ts';

const event: CalendarEvent = {
  uid: '65f0@deadlines.agritrace',
  changedAt: new Date('2026-05-03T08:09:10.123Z'),
  sequence: 2,
  summary: '复检报告 · SL-1; 第一批, 茶叶',
  description: '农产品质量安全法 51 ¶3\n逾期',
  url: 'https://agritrace.example/console/deadlines?show=65f0',
  on: { day: '2026-12-03' },
  tentative: false,
};

describe('an iCalendar file', () => {
  it('has a component also without an event', () => {
    const lines = calendarFile('期限', []).split('\r\n');
    expect(lines.filter((line) => /^(BEGIN|END|TZ)/.test(line))).to.deep.equal([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Shanghai',
      'BEGIN:STANDARD',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'TZNAME:CST',
      'END:STANDARD',
      'END:VTIMEZONE',
      'END:VCALENDAR',
    ]);
  });

  it('is written as RFC 5545 has it', () => {
    expect(calendarFile('期限', [event, { ...event, on: { at: event.changedAt }, tentative: true }])).to.equal(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//AgriTrace//Deadlines//ZH',
        'CALSCALE:GREGORIAN',
        'NAME:期限',
        'X-WR-CALNAME:期限',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
        ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
        ...['DTSTART;VALUE=DATE:20261203', 'DTSTART:20260503T080910Z'].flatMap((start, index) => [
          'BEGIN:VEVENT',
          'UID:65f0@deadlines.agritrace',
          'DTSTAMP:20260503T080910Z',
          'LAST-MODIFIED:20260503T080910Z',
          'SEQUENCE:2',
          start,
          'SUMMARY:复检报告 · SL-1\\; 第一批\\, 茶叶',
          'DESCRIPTION:农产品质量安全法 51 ¶3\\n逾期',
          'URL:https://agritrace.example/console/deadlines?show=65f0',
          `STATUS:${['CONFIRMED', 'TENTATIVE'][index]}`,
          'TRANSP:TRANSPARENT',
          'END:VEVENT',
        ]),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('folds each line at 75 octets without cutting a character, and unfolds to what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = fold(line);
        for (const part of folded.split('\r\n')) {
          expect(Buffer.byteLength(part)).to.be.at.most(75);
          expect(Buffer.from(part).toString()).to.equal(part);
        }
        expect(folded.replaceAll('\r\n ', '')).to.equal(line);
      }),
    );
  });

  it('lets no text end its line or begin another property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const lines = calendarFile('x', [{ ...event, summary: `${text}\r\nATTACH:x\rX:y`, description: text }])
          .replaceAll('\r\n ', '')
          .split('\r\n');
        expect(lines).to.have.length(calendarFile('x', [event]).replaceAll('\r\n ', '').split('\r\n').length);
        expect(lines.filter((line) => /^(ATTACH|X):/.test(line))).to.deep.equal([]);
      }),
    );
  });
});
