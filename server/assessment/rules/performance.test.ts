import { expect } from 'chai';
import fc from 'fast-check';
import type { Fact } from '../../facts/index.ts';
import { performanceSchemeOn } from '../performance/schemes.ts';
import { cellsOf, factCells } from './cells.ts';
import { horizonOf } from './knowledge.ts';
import { leagueTable, partIn, periodsUntil } from './performance.ts';

const start = Date.parse('2026-01-01T00:00:00+08:00');
const dateOf = (day: number) => new Date(start + day * 86_400_000);
const scheme = performanceSchemeOn(dateOf(180));
const divisions = ['611002', '611021', '611022'];

const words: [Fact['kind'], string][] = scheme.indicators.flatMap(({ denominator, numerator }) =>
  [denominator, numerator].flatMap(({ kind, words: each }) => each.map((word): [Fact['kind'], string] => [kind, word])),
);

const fact = fc
  .record({
    of: fc.constantFrom(...words),
    divisionCode: fc.constantFrom('611002104', '611002', '611021102', '611022101'),
    happened: fc.integer({ min: 0, max: 364 }),
    told: fc.integer({ min: 0, max: 60 }),
    lasts: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  })
  .map(
    ({ of: [kind, word], divisionCode, happened, told, lasts }): Fact => ({
      kind,
      word,
      divisionCode,
      record: { resource: 'batches', id: 'x', label: 'x' },
      happenedAt: dateOf(happened),
      knownFrom: dateOf(happened + told),
      ...(lasts !== undefined && { knownTo: dateOf(happened + told + lasts) }),
    }),
  );

describe('the league table of divisions', () => {
  it('is the same kept by increments as counted anew, for every period', () => {
    const period = fc.constantFrom('2026-05', '2026-Q2', '2026');
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), fc.integer({ min: 0, max: 500 }), period, (facts, day, asked) => {
        const kept = factCells(dateOf(0));
        for (const each of facts) kept.add(each);
        kept.advance(dateOf(day));
        const horizon = horizonOf(dateOf(day), 'now', dateOf(day));
        const how = { divisions, period: asked };
        expect(leagueTable(kept.all(), scheme, how)).to.deep.equal(leagueTable(cellsOf(facts, horizon), scheme, how));
      }),
    );
  });

  it('counts in each figure exactly the records that its drill-down lists', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
        const horizon = { until: dateOf(600), knownAt: dateOf(600) };
        const known = facts.filter(({ knownTo }) => knownTo === undefined || knownTo > horizon.knownAt);
        for (const { division, figures } of leagueTable(cellsOf(facts, horizon), scheme, { divisions, period: '2026' }))
          for (const { indicator, numerator, denominator } of figures) {
            const row = scheme.indicators.find(({ code }) => code === indicator);
            if (!row) throw new Error('no indicator');
            const own = known.filter(({ divisionCode }) => divisionCode.startsWith(division));
            expect(own.filter((each) => partIn(row, each).numerator)).to.have.length(numerator);
            expect(own.filter((each) => partIn(row, each).denominator)).to.have.length(denominator);
          }
      }),
    );
  });

  it('scores what there is something to say of, ranks equals together, and nobody without figures', () => {
    const one = (divisionCode: string, word: string): Fact => ({
      ...{ kind: 'planned-inspection', word, divisionCode, record: { resource: 'inspections', id: word, label: '' } },
      ...{ happenedAt: dateOf(10), knownFrom: dateOf(10) },
    });
    const facts = [one('611002', 'done'), one('611002', 'due'), one('611021104', 'done'), one('611021104', 'due')];
    const cells = cellsOf(facts, { until: dateOf(20), knownAt: dateOf(20) });
    const table = leagueTable(cells, scheme, { divisions, period: '2026-01' });
    expect(table.map(({ division, rank, score }) => [division, rank, score])).to.deep.equal([
      ['611002', 1, 50],
      ['611021', 1, 50],
      ['611022', null, null],
    ]);
    expect(table[0]?.weighed).to.equal(0.2);
    expect(scheme.indicators.reduce((total, { weight }) => total + weight, 0)).to.equal(100);
  });

  it('goes back over the turn of the year', () => {
    expect(periodsUntil('2026-02', 3)).to.deep.equal(['2025-12', '2026-01', '2026-02']);
    expect(periodsUntil('2026-Q1', 2)).to.deep.equal(['2025-Q4', '2026-Q1']);
    expect(periodsUntil('2026', 2)).to.deep.equal(['2025', '2026']);
  });
});
