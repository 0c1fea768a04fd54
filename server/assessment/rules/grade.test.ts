import { expect } from 'chai';
import fc from 'fast-check';
import type { Fact } from '../../facts/index.ts';
import { schemes } from '../grades/schemes.ts';
import { gradeOf, grades, schemeOn } from './grade.ts';

const until = new Date('2026-06-30T08:00:00Z');
const horizon = { until, knownAt: until };
const scheme = schemeOn(schemes, until);
const nobody = new Set<string>();

const words: [Fact['kind'], string][] = scheme.indicators.flatMap(({ kind, points }) =>
  Object.keys(points).map((word): [Fact['kind'], string] => [kind, word]),
);

const fact = fc.record({
  of: fc.constantFrom(...words),
  id: fc.integer({ min: 0, max: 1_000_000 }).map(String),
  daysAgo: fc.integer({ min: 0, max: 1_000 }),
});

const factOf = ({
  of: [kind, word],
  id,
  daysAgo,
}: {
  of: [Fact['kind'], string];
  id: string;
  daysAgo: number;
}): Fact => {
  const happenedAt = new Date(until.getTime() - daysAgo * 86_400_000);
  const record = { resource: kind, id, label: id };
  return { kind, word, record, divisionCode: '611002104', happenedAt, knownFrom: happenedAt };
};
const some = (kind: Fact['kind'], word: string, daysAgo = 10, id = '1') => factOf({ of: [kind, word], id, daysAgo });

describe('the grade of a producer', () => {
  it('is explained to the last point: the start and every point make the score', () => {
    fc.assert(
      fc.property(fc.array(fact.map(factOf), { maxLength: 30 }), (facts) => {
        const graded = gradeOf(facts, scheme, horizon, nobody);
        const sum = graded.points.reduce((total, { points }) => total + points, scheme.start);
        expect(graded.score).to.equal(Math.min(100, Math.max(0, sum)));
        for (const { points, capped, records } of graded.points)
          if (!capped) expect(records.reduce((total, record) => total + record.points, 0)).to.equal(points);
      }),
    );
  });

  it('never gets better by a failed test, a finding or a penalty, nor worse when one is found not to count', () => {
    fc.assert(
      fc.property(fc.array(fact.map(factOf), { minLength: 1, maxLength: 20 }), (facts) => {
        const bad = [
          some('verdict', 'fail', 5, 'x'),
          some('penalty', 'grave', 5, 'y'),
          some('inspection', 'severe', 5, 'z'),
        ];
        const before = gradeOf(facts, scheme, horizon, nobody);
        const after = gradeOf([...facts, ...bad], scheme, horizon, nobody);
        expect(after.score).to.be.at.most(before.score);
        const forgiven = gradeOf(
          [...facts, ...bad],
          scheme,
          horizon,
          new Set(['verdict|x', 'penalty|y', 'inspection|z']),
        );
        expect(forgiven.score).to.equal(before.score);
      }),
    );
  });

  it('is B at most for who was neither tested nor inspected', () => {
    const unproven = gradeOf([], scheme, horizon, nobody);
    expect(unproven).to.include({ score: 100, grade: 'B' });
    expect(unproven.limited).to.deep.equal(scheme.evidence.title);
    expect(gradeOf([some('verdict', 'pass')], scheme, horizon, nobody).grade).to.equal('A');
  });

  it('forgets what lies before its window, but not what still stands', () => {
    const old = gradeOf([some('verdict', 'fail', 800), some('certificate', 'valid', 800)], scheme, horizon, nobody);
    expect(old.points.map(({ indicator }) => indicator)).to.deep.equal(['certificates']);
  });

  it('is of the version that held on that day, and its bands go down to nothing', () => {
    expect(schemeOn(schemes, new Date('2020-01-01T00:00:00Z')).version).to.equal(1);
    expect(scheme.grades.map(({ grade }) => grade)).to.deep.equal([...grades]);
    expect(scheme.grades.at(-1)?.atLeast).to.equal(0);
  });
});
