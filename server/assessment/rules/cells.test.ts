import { expect } from 'chai';
import fc from 'fast-check';
import { byADay, type Fact, inTurn } from '../../facts/index.ts';
import { type Cell, cellsOf, factCells } from './cells.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const day = fc.integer({ min: 0, max: 300 });
const dateOf = (number: number) => new Date(start + number * 86_400_000);

const fact = fc
  .record({
    kind: fc.constantFrom('inspection' as const, 'warning' as const),
    word: fc.constantFrom('clean', 'severe'),
    divisionCode: fc.constantFrom('611002104', '611021102'),
    happened: day,
    known: day,
    lasts: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
  })
  .map(
    ({ happened, known, lasts, ...rest }): Fact => ({
      ...rest,
      record: { resource: 'inspections', id: 'a', label: '' },
      happenedAt: dateOf(happened),
      knownFrom: dateOf(known),
      ...(lasts !== undefined && { knownTo: dateOf(known + lasts) }),
    }),
  );

const sorted = (cells: Iterable<Cell>) => [...cells].map((cell) => JSON.stringify(cell)).toSorted();

describe('the cells that figures are added up from', () => {
  it('equal those counted anew, whatever is added, taken away, begins or ends by the clock', () => {
    const steps = fc.array(fc.tuple(fact, fc.boolean(), fc.integer({ min: 0, max: 40 })), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (all) => {
        let now = 0;
        const kept = factCells(dateOf(now));
        const standing = new Set<Fact>();
        for (const [added, takenAway, later] of all) {
          kept.add(added);
          standing.add(added);
          now += later;
          kept.advance(dateOf(now));
          if (takenAway) {
            kept.remove(added);
            standing.delete(added);
          }
          const horizon = { until: dateOf(now), knownAt: dateOf(now) };
          expect(sorted(kept.all())).to.deep.equal(sorted(cellsOf(standing, horizon)));
        }
      }),
    );
  });
});

describe('what a record is told by', () => {
  it('is one word at any time: each ends where the next begins', () => {
    const turn = fc.record({ at: day.map(dateOf), word: fc.constantFrom('a', 'b', null) });
    fc.assert(
      fc.property(fc.array(turn), day, (turns, asked) => {
        const at = dateOf(asked);
        const words = inTurn(turns).filter(({ knownFrom, knownTo }) => knownFrom <= at && (!knownTo || knownTo > at));
        const before = turns.filter((each) => each.at <= at).toSorted((a, b) => a.at.getTime() - b.at.getTime());
        expect(words.map(({ word }) => word)).to.deep.equal([before.at(-1)?.word ?? []].flat());
      }),
    );
  });

  it('is overdue from the first moment that is too late, and late when it is done then', () => {
    const words = (done?: number) =>
      byADay(dateOf(0), dateOf(10), done === undefined ? undefined : dateOf(done)).map(({ word }) => word);
    expect(words(9)).to.deep.equal(['running', 'in-time']);
    expect(words(10)).to.deep.equal(['running', 'overdue', 'late']);
    expect(words()).to.deep.equal(['running', 'overdue']);
  });
});
