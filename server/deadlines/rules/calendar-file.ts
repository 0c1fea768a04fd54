/** iCalendar (RFC 5545) as a subscribed calendar reads it: one event a deadline. */

export interface CalendarEvent {
  /** Stays the same for the life of the deadline. */
  uid: string;
  /** When it was last changed. */
  changedAt: Date;
  /** How often it was changed. */
  sequence: number;
  summary: string;
  description: string;
  url: string;
  /** A whole day, `2026-05-03`; or a moment. */
  on: { day: string } | { at: Date };
  /** It may still move. */
  tentative: boolean;
}

/** RFC 5545, 3.6 wants a component also where there are no events; and it is the zone in which days are meant. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const lineEnd = '\r\n';
const octetsInLine = 75;

/** RFC 5545, 3.4: a calendar object with its lines ended by CR LF and folded at 75 octets. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//AgriTrace//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...timeZone,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => fold(line) + lineEnd).join('');
}

function eventLines({ uid, changedAt, sequence, summary, description, url, on, tentative }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    // Without a METHOD it says when the event was last revised: RFC 5545, 3.8.7.2.
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    'day' in on ? `DTSTART;VALUE=DATE:${on.day.replaceAll('-', '')}` : `DTSTART:${utc(on.at)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** RFC 5545, 3.3.11: what would end a value or a line is escaped; other control characters have no place in a text. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\p{Cc}]/gu, '');
}

/** RFC 5545, 3.1: no line longer than 75 octets without its end; a character is never cut in two. */
export function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > octetsInLine) {
      folded += `${lineEnd} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function utc(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
