import { expect } from 'chai';
import fc from 'fast-check';
import { inTurn } from '../../facts/index.ts';
import { courseOf } from './course.ts';

const day = 86_400_000;
const at = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * day);
const wordAt = (course: ReturnType<typeof courseOf>, moment: Date) =>
  inTurn(course).find(({ knownFrom, knownTo }) => knownFrom <= moment && (!knownTo || moment < knownTo))?.word;

describe('the course of a deadline', () => {
  it('is overdue from its day on until it is done, and then late', () => {
    const course = courseOf({ startedAt: at(0), dueAt: at(90), changes: [], endedAt: at(95) });
    expect([1, 89, 90, 94, 95, 200].map((days) => wordAt(course, at(days)))).to.deep.equal([
      'running',
      'running',
      'overdue',
      'overdue',
      'late',
      'late',
    ]);
  });

  it('does not count against whoever was given more time, nor while it rests', () => {
    const extended = { at: at(80), oldDue: at(90), newDue: at(120) };
    expect(
      wordAt(courseOf({ startedAt: at(0), dueAt: at(120), changes: [extended], endedAt: at(110) }), at(111)),
    ).to.equal('in-time');
    const rested = [
      { at: at(80), oldDue: at(90) },
      { at: at(130), oldDue: at(90), newDue: at(140) },
    ];
    const course = courseOf({ startedAt: at(0), dueAt: at(140), changes: rested, endedAt: at(145) });
    expect([79, 100, 131, 141, 146].map((days) => wordAt(course, at(days)))).to.deep.equal([
      'running',
      'running',
      'running',
      'overdue',
      'late',
    ]);
  });

  it('says at each moment what the due day that was known then says', () => {
    const step = fc.record({
      after: fc.integer({ min: 1, max: 40 }),
      due: fc.option(fc.integer({ min: 1, max: 200 })),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(step, { maxLength: 4 }),
        fc.option(fc.nat(250)),
        (first, steps, end) => {
          let moment = 0;
          let due: number | null = first;
          const known = [{ from: 0, due: first as number | null }];
          const changes = steps.map(({ after, due: next }) => {
            moment += after;
            const change = {
              at: at(moment),
              oldDue: at(due ?? first),
              ...(next !== null && { newDue: at(moment + next) }),
            };
            due = next === null ? null : moment + next;
            known.push({ from: moment, due });
            return change;
          });
          if (end !== null && end < moment) return;
          const course = courseOf({
            ...{ startedAt: at(0), dueAt: at(due ?? first), changes },
            ...(end !== null && { endedAt: at(end) }),
          });
          for (let days = 0; days < 260; days += 7) {
            const now = known.findLast(({ from }) => from <= Math.min(days, end ?? days));
            const isDue = (by: number) => now?.due !== null && now?.due !== undefined && now.due <= by;
            const ended = end !== null && days >= end;
            const expected = ended ? (isDue(end) ? 'late' : 'in-time') : isDue(days) ? 'overdue' : 'running';
            expect(wordAt(course, at(days)), `day ${days}`).to.equal(expected);
          }
        },
      ),
    );
  });
});
