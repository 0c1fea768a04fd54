import { expect } from 'chai';
import fc from 'fast-check';
import { horizonOf, isKnown, type Known } from './knowledge.ts';
import { dimensions, passRateTallies, rollUp } from './pass-rates.ts';
import { boundsOf, periodOf, periods } from './period.ts';
import { riskCounts } from './risk.ts';
import { wilson } from './wilson.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const instant = fc.integer({ min: 0, max: 500 }).map((day) => new Date(start + day * 86_400_000));

const verdict = fc.record({
  divisionCode: fc.constantFrom('611000', '611002', '611002104', '611021102'),
  productName: fc.constantFrom('茶叶', '香菇'),
  planKind: fc.constantFrom('routine-monitoring' as const, 'supervised-check' as const),
  verdict: fc.constantFrom(
    'pass' as const,
    'fail' as const,
    'no-limit' as const,
    'not-comparable' as const,
    'pending' as const,
  ),
  happenedAt: instant,
  knownFrom: instant,
  knownTo: fc.option(instant, { nil: undefined }),
});

const grouping = fc.record({
  by: fc.subarray([...dimensions], { minLength: 1 }),
  level: fc.constantFrom('city' as const, 'county' as const, 'town' as const),
  period: fc.constantFrom(...periods),
});

describe('the interval of a proportion', () => {
  it('has the published values of Newcombe 1998, method 3', () => {
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [successes, n, lower, upper] of published) {
      const interval = wilson(successes, n);
      expect(interval?.lower, `${successes}/${n}`).to.be.closeTo(lower, 0.00005);
      expect(interval?.upper, `${successes}/${n}`).to.be.closeTo(upper, 0.00005);
    }
  });

  it('holds the share, stays within 0 and 1, mirrors with failures and is nobody’s guess without data', () => {
    expect(wilson(0, 0)).to.equal(null);
    const counts = fc
      .integer({ min: 1, max: 10_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const [one, other] = [wilson(successes, n), wilson(n - successes, n)];
        if (!one || !other) throw new Error('no interval');
        expect(one.lower).to.be.within(0, successes / n);
        expect(one.upper).to.be.within(successes / n, 1);
        expect(one.lower).to.be.closeTo(1 - other.upper, 1e-12);
      }),
    );
  });
});

describe('what is known of a past day', () => {
  const published: Known = {
    happenedAt: new Date('2026-03-01T00:00:00Z'),
    knownFrom: new Date('2026-03-10T00:00:00Z'),
    knownTo: new Date('2026-04-01T00:00:00Z'),
  };
  const now = new Date('2026-05-01T00:00:00Z');
  const asked = (day: string, knowledge: 'then' | 'now') =>
    isKnown(published, horizonOf(new Date(`${day}T00:00:00Z`), knowledge, now));

  it('is a report from its issue until it is invalidated, and never what came later', () => {
    expect(asked('2026-03-05', 'then'), 'not issued yet').to.equal(false);
    expect(asked('2026-03-10', 'then'), 'issued at this instant').to.equal(true);
    expect(asked('2026-03-31', 'then')).to.equal(true);
    expect(asked('2026-04-01', 'then'), 'invalidated at this instant').to.equal(false);
    expect(asked('2026-03-20', 'now'), 'invalidated since').to.equal(false);
  });

  it('is the same then and now, once nothing more comes to be known', () => {
    fc.assert(
      fc.property(verdict, instant, (fact, at) => {
        const known = { ...fact, ...(fact.knownTo && { knownTo: fact.knownTo }) } as Known;
        expect(isKnown(known, horizonOf(at, 'then', at))).to.equal(isKnown(known, horizonOf(at, 'now', at)));
      }),
    );
  });
});

describe('pass rates kept by increments', () => {
  it('equal those computed anew, whatever the order, with late and invalidated verdicts', () => {
    const steps = fc.array(verdict, { maxLength: 60 }).chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(
          facts.map((_, index) => index),
          { minLength: facts.length },
        ),
        fc.subarray(facts.map((_, index) => index)),
      ),
    );
    fc.assert(
      fc.property(steps, grouping, ([facts, order, invalidated], how) => {
        const kept = passRateTallies(how);
        for (const index of order) kept.add(facts[index] as (typeof facts)[number]);
        for (const index of invalidated) kept.remove(facts[index] as (typeof facts)[number]);
        const anew = passRateTallies(how);
        for (const [index, fact] of facts.entries()) if (!invalidated.includes(index)) anew.add(fact);
        expect(kept.rates()).to.deep.equal(anew.rates());
      }),
    );
  });

  it('count every verdict once, and none that is neither pass nor fail in a share', () => {
    fc.assert(
      fc.property(fc.array(verdict), grouping, (facts, how) => {
        const tallies = passRateTallies(how);
        for (const fact of facts) tallies.add(fact);
        const rates = tallies.rates();
        const counted = rates.map(({ n, neither }) => n + neither.noLimit + neither.notComparable + neither.pending);
        expect(counted.reduce((sum, each) => sum + each, 0)).to.equal(facts.length);
        for (const { n, passes, fails, share } of rates) {
          expect(passes + fails).to.equal(n);
          expect(share).to.equal(n === 0 ? null : passes / n);
        }
      }),
    );
  });

  it('say when samples drawn for different plans are in one figure', () => {
    const tallies = passRateTallies({ by: ['division'], level: 'county', period: 'month' });
    const fact = {
      divisionCode: '611002104',
      productName: '茶叶',
      happenedAt: new Date(start),
      verdict: 'pass' as const,
    };
    tallies.add({ ...fact, planKind: 'routine-monitoring' });
    expect(tallies.rates()[0]).to.deep.include({ mixedPlanKinds: false, key: { division: '611002' } });
    tallies.add({ ...fact, planKind: 'supervised-check' });
    expect(tallies.rates()[0]).to.deep.include({ mixedPlanKinds: true, n: 2 });
    expect(rollUp('611000', 'town'), 'what lies above the level stays itself').to.equal('611000');
  });
});

describe('periods', () => {
  it('hold every instant that is named after them, by the calendar of the city', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 * 24 }), fc.constantFrom(...periods), (hour, period) => {
        const at = new Date(start + hour * 3_600_000);
        const { from, to } = boundsOf(periodOf(at, period));
        expect(at >= from && at <= to, `${at.toISOString()} in ${periodOf(at, period)}`).to.equal(true);
        expect(periodOf(new Date(from.getTime() - 1), period)).to.not.equal(periodOf(at, period));
        expect(periodOf(new Date(to.getTime() + 1), period)).to.not.equal(periodOf(at, period));
      }),
    );
    expect(periodOf(new Date('2026-03-31T16:00:00Z'), 'quarter')).to.equal('2026-Q2');
  });
});

describe('the ranking of risks', () => {
  const result = (value: string, verdict: 'pass' | 'fail' | 'no-limit', analyte = '吡虫啉') => ({
    analyte,
    value,
    unit: 'mg/kg',
    verdict,
  });

  it('puts what is surely above the limit before one bad result of one', () => {
    const counts = riskCounts();
    for (let index = 0; index < 50; index += 1)
      counts.add({ productName: '芹菜', results: [result('1', index < 25 ? 'fail' : 'pass')] });
    counts.add({ productName: '茶叶', results: [result('9', 'fail'), result('<0.01', 'no-limit', '对硫磷')] });
    const [first, second, third] = counts.ranking([]);
    expect(first).to.include({ product: '芹菜', judged: 50, aboveLimit: 25, shareAboveLimit: 0.5 });
    expect(second).to.include({ product: '茶叶', aboveLimit: 1, shareAboveLimit: 1 });
    expect(third).to.include({ substance: '对硫磷', judged: 0, shareAboveLimit: null, quantified: 0, results: 1 });
    expect(first).to.not.have.property('hazardQuotient');
  });

  it('has a hazard quotient only where intake has a source and every number one unit', () => {
    const intake = {
      product: '茶叶',
      substance: '吡虫啉',
      kgPerKgBodyWeight: '0.0002',
      acceptableDailyIntake: '0.06',
      source: 'invented for this test',
    };
    const ranked = (unit: string) => {
      const counts = riskCounts();
      counts.add({ productName: '茶叶', results: [result('0.5', 'pass'), { ...result('1.5', 'pass'), unit }] });
      return counts.ranking([intake])[0];
    };
    expect(ranked('mg/kg')).to.include({ hazardQuotient: '0.00333', intakeSource: intake.source });
    expect(ranked('ug/kg')).to.not.have.property('hazardQuotient');
  });
});
