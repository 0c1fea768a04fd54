import { expect } from 'chai';
import fc from 'fast-check';
import { dayOf, isWorkingDay, workCalendar } from '../../calendar/index.ts';
import { levelOf } from '../../divisions/rules.ts';
import { type Escalatable, escalationCause, escalationDue, nextDivision } from './escalation.ts';

const at = (text: string) => new Date(text);
const town = '611002001';
const due = (warning: Partial<Escalatable>, since: string) =>
  escalationDue(
    { state: 'open', level: 'red', divisionCode: town, ...warning },
    at(since),
    workCalendar,
  )?.toISOString();

describe('the escalation of warnings', () => {
  it('runs by the clock for red, also at night and on holidays', () => {
    expect(due({}, '2026-10-01T18:50:00Z')).to.equal('2026-10-01T19:05:00.000Z');
    expect(due({ escalatedTo: '611002', escalations: 1 }, '2026-10-01T19:05:00Z')).to.equal('2026-10-01T19:35:00.000Z');
  });

  it('runs in working days for blue: over the Spring Festival, and not on the day itself', () => {
    expect(due({ level: 'blue' }, '2026-05-06T02:00:00Z')).to.equal('2026-05-07T16:00:00.000Z');
    // 14 February is a Saturday on which work is made up; 15 to 23 are free.
    expect(due({ level: 'blue' }, '2026-02-14T02:00:00Z')).to.equal('2026-02-24T16:00:00.000Z');
  });

  it('goes from town to county to city, and no further', () => {
    expect(nextDivision({ divisionCode: town })).to.equal('611002');
    expect(nextDivision({ divisionCode: town, escalatedTo: '611002' })).to.equal('611000');
    expect(nextDivision({ divisionCode: town, escalatedTo: '611000' })).to.equal(null);
    expect(due({ escalatedTo: '611000', escalations: 2 }, '2026-05-06T02:00:00Z')).to.equal(undefined);
    expect(due({ divisionCode: '611000' }, '2026-05-06T02:00:00Z')).to.equal(undefined);
  });

  it('tells in both languages who did not acknowledge it, and how long they had', () => {
    expect(escalationCause({ state: 'open', level: 'orange', divisionCode: town })).to.deep.equal({
      zh: '60 分钟内乡镇无人确认',
      en: 'Nobody in the town acknowledged it within 60 min',
    });
    expect(
      escalationCause({ state: 'open', level: 'blue', divisionCode: town, escalatedTo: '611002', escalations: 1 }).zh,
    ).to.equal('2 个工作日内县区无人确认');
  });

  it('waits for handling once it is acknowledged, and for nothing once it is handled', () => {
    expect(due({ state: 'acknowledged' }, '2026-10-01T18:50:00Z')).to.equal('2026-10-01T19:50:00.000Z');
    expect(due({ state: 'acknowledged', level: 'blue' }, '2026-05-06T02:00:00Z')).to.equal('2026-05-12T16:00:00.000Z');
    for (const state of ['handling', 'resolved', 'false-alarm', 'closed'])
      expect(due({ state }, '2026-05-06T02:00:00Z'), state).to.equal(undefined);
    expect(escalationCause({ state: 'acknowledged', level: 'red', divisionCode: town })).to.deep.equal({
      zh: '乡镇已确认，但60 分钟内未开始处理',
      en: 'The town acknowledged it but did not begin to handle it within 60 min',
    });
  });

  it('never gives a graver warning more time, ends after the time began, and blue on the end of a working day', () => {
    const since = fc
      .integer({ min: 0, max: 1_000_000 })
      .map((minute) => new Date(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000));
    const place = fc.constantFrom<Partial<Escalatable>>({}, { escalatedTo: '611002', escalations: 1 });
    fc.assert(
      fc.property(since, place, fc.constantFrom('open', 'acknowledged'), (from, where, state) => {
        const ends = (['red', 'orange', 'yellow', 'blue'] as const).map((level) =>
          escalationDue({ state, level, divisionCode: town, ...where }, from, workCalendar)?.getTime(),
        );
        const [red = 0, orange = 0, yellow = 0, blue = 0] = ends;
        expect(red).to.be.above(from.getTime());
        expect([red, orange, yellow]).to.deep.equal([red, orange, yellow].toSorted((a, b) => a - b));
        expect(isWorkingDay(dayOf(new Date(blue - 1)), workCalendar)).to.equal(true);
      }),
    );
  });

  it('ends after two steps at most', () => {
    fc.assert(
      fc.property(fc.constantFrom('611002001', '611002', '611000'), (divisionCode) => {
        let warning: Escalatable = { state: 'open', level: 'red', divisionCode };
        let steps = 0;
        for (let to = nextDivision(warning); to !== null; to = nextDivision(warning)) {
          warning = { ...warning, escalatedTo: to, escalations: ++steps };
        }
        expect(levelOf(warning.escalatedTo ?? divisionCode)).to.equal('city');
        expect(steps).to.be.at.most(2);
      }),
    );
  });
});
