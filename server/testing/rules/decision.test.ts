import { expect } from 'chai';
import fc from 'fast-check';
import decisionData from '../data/decision-rules.json' with { type: 'json' };
import { conformanceProbability, type DecisionRule, decide, explainDecision, isNearLimit } from './decision.ts';

const outcome = (rule: DecisionRule, value: string, uncertainty?: string, limit = '0.05') =>
  decide(rule, { value, limit, uncertainty })?.outcome;

describe('a decision rule', () => {
  it('of simple acceptance compares the value as it stands', () => {
    expect(outcome('simple-acceptance', '0.05', '0.02')).to.equal('pass');
    expect(outcome('simple-acceptance', '0.0500001')).to.equal('fail');
  });

  it('with a guard band passes, fails, or does either on condition (ILAC-G8)', () => {
    const words = ['0.03', '0.0301', '0.05', '0.0501', '0.07', '0.0701'].map((value) =>
      outcome('guard-band', value, '0.02'),
    );
    expect(words).to.deep.equal([
      'pass',
      'conditional-pass',
      'conditional-pass',
      'conditional-fail',
      'conditional-fail',
      'fail',
    ]);
  });

  it('beyond doubt takes half the value off, as SANTE does: 0.09 and 0.10 do not exceed 0.05, 0.11 does', () => {
    expect(outcome('beyond-doubt', '0.09', '0.045')).to.equal('inconclusive');
    expect(outcome('beyond-doubt', '0.10', '0.05')).to.equal('inconclusive');
    expect(outcome('beyond-doubt', '0.11', '0.055')).to.equal('fail');
  });

  it('that needs an uncertainty tells nothing without it', () => {
    expect(decide('guard-band', { value: '0.001', limit: '0.05' })).to.equal(null);
    expect(decide('beyond-doubt', { value: '9', limit: '0.05' })).to.equal(null);
  });

  it('never passes what simple acceptance fails, and with a guard band passes no more than without', () => {
    const decimal = fc.integer({ min: 0, max: 10_000 }).map((number) => (number / 10_000).toFixed(4));
    fc.assert(
      fc.property(decimal, decimal, decimal, (value, limit, uncertainty) => {
        const by = (rule: DecisionRule) => decide(rule, { value, limit, uncertainty })?.verdict;
        const [simple, guarded, lenient] = [by('simple-acceptance'), by('guard-band'), by('beyond-doubt')];
        if (simple === 'fail') expect([guarded, lenient]).not.to.include('pass');
        if (guarded === 'pass') expect(simple).to.equal('pass');
        if (lenient === 'fail') expect([simple, guarded]).to.deep.equal(['fail', 'fail']);
      }),
    );
  });

  it('stands beside the probability that the limit is kept', () => {
    const probability = (value: string, uncertainty: string) =>
      conformanceProbability({ value, limit: '0.05', uncertainty });
    expect([probability('0.04', '0.02'), probability('0.09', '0.045'), probability('0.11', '0.055')]).to.deep.equal([
      '0.8413',
      '0.0377',
      '0.0146',
    ]);
    // False acceptance of a value on the acceptance limit, for w = 0, U/2, 0.8225 U, U and 1.5 U.
    const risks = ['0', '0.01', '0.01645', '0.02', '0.03'].map((guard) =>
      (
        1 - Number(conformanceProbability({ value: String(1 - Number(guard)), limit: '1', uncertainty: '0.02' }))
      ).toFixed(4),
    );
    expect(risks).to.deep.equal(['0.5000', '0.1587', '0.0500', '0.0228', '0.0013']);
    expect(conformanceProbability({ value: '1', limit: '1' })).to.equal(undefined);
  });

  it('is explained by the verdict first, then by what it follows from', () => {
    const decimal = fc.integer({ min: 0, max: 10_000 }).map((number) => (number / 10_000).toFixed(4));
    const comparison = { zh: '0.4 mg/kg，不超过限量', en: '0.4 mg/kg keeps the limit' };
    const first = {
      pass: ['合格', 'Pass'],
      fail: ['不合格', 'Fail'],
      'not-comparable': ['不能判定', 'Nobody can tell'],
    };
    const rules = decisionData.rules.filter(({ rule }) => rule !== 'simple-acceptance');
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.record({ value: decimal, limit: decimal, uncertainty: fc.option(decimal, { nil: undefined }) }),
        (row, compared) => {
          const decision = decide(row.rule as DecisionRule, compared);
          const { zh, en } = explainDecision(row, compared, decision, comparison);
          const words = first[decision?.verdict ?? 'not-comparable'];
          expect([zh.split(/[：（]/)[0], en.split(/:| \(/)[0]]).to.deep.equal(words);
          expect(zh).to.contain(comparison.zh).and.to.contain(row.name.zh);
          expect(en).to.contain(comparison.en).and.to.contain(row.name.en);
        },
      ),
    );
  });

  it('notes what lies within U of the limit', () => {
    expect(isNearLimit({ value: '0.04', limit: '0.05', uncertainty: '0.01' })).to.equal(true);
    expect(isNearLimit({ value: '0.0399', limit: '0.05', uncertainty: '0.01' })).to.equal(false);
  });
});
