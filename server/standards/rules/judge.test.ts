import { expect } from 'chai';
import fc from 'fast-check';
import { animalFoods, bans, foodNodes, limits, residues } from '../library.ts';
import { foodPlace } from './food.ts';
import { judge } from './judge.ts';
import { lawOf } from './law.ts';
import type { Measurement } from './measurement.ts';

const law = lawOf({ limits, bans, exemptions: [], residues, animalFoods });
const inForce = new Date('2026-11-24T08:00:00+08:00');
type Asked = Partial<Omit<Measurement, 'food'>> & { food: string };

const measurement = ({ food, ...rest }: Asked): Measurement => ({
  analyte: '吡虫啉',
  value: '0.1',
  unit: 'mg/kg',
  sampledAt: inForce,
  food: foodPlace(foodNodes, food) ?? { path: [], below: new Set() },
  ...rest,
});
const verdict = (asked: Asked) => judge(measurement(asked), law);
const word = (asked: Asked) => verdict(asked).verdict;

describe('the verdict against a limit', () => {
  it('names the limit, its clause, its food and its rule', () => {
    const found = verdict({ food: 'walnut', value: '0.011' });
    expect(found).to.include({
      verdict: 'fail',
      limit: '0.01',
      unit: 'mg/kg',
      standard: 'GB 2763-2026',
      clause: '4.48',
      food: '坚果',
      decisionRule: 'simple-acceptance',
    });
    expect(found).not.to.have.property('banned');
    expect(found.explanation.en).to.contain('clause 4.48').and.to.contain('a category above the food');
    expect(found.explanation.zh).to.contain('所属类别').and.to.contain('不合格');
  });

  it('passes a value equal to the limit, whatever its zeros', () => {
    expect(word({ food: 'tea', value: '0.50' })).to.equal('pass');
    expect(word({ food: 'tea', value: '0.5000000000000001' })).to.equal('fail');
  });

  it('converts units and says so', () => {
    expect(word({ food: 'tea', value: '500', unit: 'µg/kg' })).to.equal('pass');
    const found = verdict({ food: 'tea', value: '501', unit: 'µg/kg' });
    expect(found.verdict).to.equal('fail');
    expect(found.explanation.zh).to.contain('0.501 mg/kg');
  });

  it('converts every unit of mass per mass, exactly at the limit', () => {
    for (const [unit, at, above] of [
      ['mg/100g', '0.05', '0.050001'],
      ['μg/100g', '50', '50.001'],
      ['ng/kg', '500000', '500001'],
      ['%', '0.00005', '0.0000500001'],
      ['g/kg', '0.0005', '0.000500001'],
    ] as const) {
      expect(word({ food: 'tea', value: at, unit }), unit).to.equal('pass');
      expect(word({ food: 'tea', value: above, unit }), unit).to.equal('fail');
    }
  });

  it('takes a stated LOD for the bound of <LOD', () => {
    expect(word({ food: 'walnut', value: '<LOD', lod: '0.003' })).to.equal('pass');
    expect(word({ food: 'walnut', value: '<LOD', lod: '0.02' })).to.equal('not-comparable');
    expect(verdict({ food: 'walnut', value: '<LOQ', lod: '0.003' })).to.include({ reason: 'bound-unknown' });
    expect(word({ food: 'celery', analyte: '毒死蜱', value: '<LOD', lod: '0.003' })).to.equal('pass');
  });

  it('shows by no coarser bound than the LOQ that a banned substance was not found, though the bound keeps a limit', () => {
    const banned = { food: 'celery', analyte: '毒死蜱', loq: '0.01' };
    expect(verdict({ ...banned, value: '<0.05' })).to.include({
      verdict: 'not-comparable',
      reason: 'bound-above-limit',
      banned: true,
    });
    expect(verdict({ ...banned, value: '<0.01' })).to.include({ verdict: 'pass', limit: '0.05', banned: true });
  });

  it('compares nothing in a unit that it does not know', () => {
    expect(word({ food: 'tea', value: '0.0001', unit: 'mg/L' })).to.equal('not-comparable');
  });

  it('passes "less than" only with a known bound within the limit', () => {
    expect(word({ food: 'walnut', value: '<0.01' })).to.equal('pass');
    expect(word({ food: 'walnut', value: '<0.02' })).to.equal('not-comparable');
    expect(word({ food: 'walnut', value: '<LOQ', loq: '0.01' })).to.equal('pass');
    expect(word({ food: 'walnut', value: '<LOD', loq: '0.02' })).to.equal('not-comparable');
    expect(word({ food: 'walnut', value: '<LOQ', loq: '10', unit: 'ug/kg' })).to.equal('pass');
  });

  it('does not pass <LOQ when nobody says what the LOQ is', () => {
    const found = verdict({ food: 'walnut', value: '<LOQ' });
    expect(found.verdict).to.equal('not-comparable');
    expect(found.explanation.en).to.contain('without the LOQ');
  });

  it('takes a number below the LOQ for what it is', () => {
    expect(word({ food: 'walnut', value: '0.005', loq: '0.02' })).to.equal('not-comparable');
    expect(word({ food: 'walnut', value: '0.005', loq: '0.01' })).to.equal('pass');
  });

  it('takes 0 for not found, which needs a LOQ to say how little', () => {
    for (const value of ['0', '0.00'])
      expect(verdict({ food: 'tea', value }), value).to.include({ verdict: 'not-comparable', reason: 'bound-unknown' });
    expect(word({ food: 'tea', value: '0', loq: '0.01' })).to.equal('pass');
    expect(word({ food: 'tea', value: '0', loq: '0.6' })).to.equal('not-comparable');
  });

  it('is never a pass without a limit', () => {
    for (const value of ['0', '0.001', '<LOQ', '<0.001'])
      expect(word({ food: 'shiitake', value, loq: '0.001' })).to.equal('no-limit');
    expect(word({ food: 'no-such-food' })).to.equal('no-limit');
    expect(word({ food: 'tea', analyte: '敌百虫' })).to.equal('no-limit');
  });

  it('looks at the day of sampling in China', () => {
    expect(word({ food: 'tea', value: '0.6', sampledAt: new Date('2026-02-28T23:59:59+08:00') })).to.equal('no-limit');
    expect(word({ food: 'tea', value: '0.6', sampledAt: new Date('2026-03-01T00:00:00+08:00') })).to.equal('fail');
  });
});

describe('the verdict on a banned substance', () => {
  const parathion = (asked: Partial<Asked>) => verdict({ food: 'tea', analyte: '对硫磷', value: '0.001', ...asked });

  it('fails whatever the limit when it was found', () => {
    expect(parathion({})).to.include({ verdict: 'fail', banned: true, standard: '禁限用农药名录' });
    expect(parathion({ food: 'celery', value: '0.005', loq: '0.002' })).to.include({ verdict: 'fail', banned: true });
    expect(parathion({ unit: 'furlongs' }).verdict).to.equal('fail');
  });

  it('is found at the LOQ, and not below it', () => {
    expect(parathion({ value: '0.01', loq: '0.010' }).verdict).to.equal('fail');
    expect(parathion({ value: '0.0099', loq: '0.01' }).verdict).to.equal('pass');
  });

  it('passes when not found and no limit stands; a limit is still asked where there is one', () => {
    expect(parathion({ value: '<LOQ', loq: '0.01' }).verdict).to.equal('pass');
    for (const value of ['<LOQ', '<LOD', '0'])
      expect(parathion({ value }), value).to.include({ verdict: 'not-comparable', reason: 'bound-unknown' });
    expect(parathion({ value: '<0.01', loq: '0.01' })).to.include({ verdict: 'pass', banned: true });
    expect(parathion({ value: '<0.5', loq: '0.01' }).verdict).to.equal('not-comparable');
    expect(parathion({ food: 'celery', value: '<0.01' }).verdict).to.equal('pass');
    expect(parathion({ food: 'celery', value: '<0.02' }).verdict).to.equal('not-comparable');
  });

  it('counts metabolites as the substance', () => {
    expect(verdict({ food: 'radish', analyte: '甲拌磷亚砜', value: '0.02' })).to.include({
      verdict: 'fail',
      banned: true,
    });
  });

  it('begins on the day from which the use is banned', () => {
    const omethoate = (day: string) =>
      word({ food: 'wheat', analyte: 'omethoate', sampledAt: new Date(`${day}T12:00:00+08:00`) });
    expect([omethoate('2026-05-31'), omethoate('2026-06-01')]).to.deep.equal(['no-limit', 'fail']);
  });

  it('reaches only the crops named', () => {
    expect(word({ food: 'celery', analyte: '毒死蜱' })).to.equal('fail');
    expect(word({ food: 'apple', analyte: '毒死蜱' })).to.equal('pass');
    expect(word({ food: 'tea', analyte: '氰戊菊酯' })).to.equal('fail');
  });

  it('does not take lead in food for the banned pesticide', () => {
    expect(word({ food: 'tea', analyte: '铅', value: '1' })).to.equal('no-limit');
  });
});

describe('every verdict', () => {
  const amount = fc.nat(2_000_000).map((n) => `${Math.floor(n / 10 ** 6)}.${String(n % 10 ** 6).padStart(6, '0')}`);
  const asked = fc.record({
    food: fc.constantFrom('tea', 'walnut', 'celery', 'spinach', 'tomato', 'shiitake', 'wheat', 'leafy-vegetables'),
    analyte: fc.constantFrom('吡虫啉', '噻虫嗪', '噻虫胺', '对硫磷', '氧乐果', '敌百虫'),
    loq: fc.option(amount, { nil: undefined }),
    sampledAt: fc.constantFrom(inForce, new Date('2026-01-15T00:00:00Z')),
  });

  it('never turns from fail to pass for a larger value', () => {
    fc.assert(
      fc.property(asked, amount, amount, (question, one, other) => {
        const [smaller, larger] = one < other ? [one, other] : [other, one];
        if (word({ ...question, value: smaller }) === 'fail')
          expect(word({ ...question, value: larger })).to.equal('fail');
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in every unit', () => {
    const shifted = (text: string, places: number) => {
      const [whole = '', fraction = ''] = text.split('.');
      const digits = whole + fraction.padEnd(6, '0');
      return `${digits.slice(0, whole.length + places)}.${digits.slice(whole.length + places)}`.replace(/\.$/, '');
    };
    fc.assert(
      fc.property(asked, amount, (question, value) => {
        const loq = question.loq === undefined ? {} : { loq: shifted(question.loq, 3) };
        expect(word({ ...question, value: shifted(value, 3), unit: 'ug/kg', ...loq })).to.equal(
          word({ ...question, value }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('passes only under a limit or a ban, and explains itself in both languages', () => {
    const value = fc.oneof(
      amount,
      amount.map((n) => `<${n}`),
      fc.constantFrom('<LOQ', '<LOD'),
    );
    fc.assert(
      fc.property(asked, value, (question, text) => {
        const found = verdict({ ...question, value: text });
        if (found.verdict === 'pass') expect(Boolean(found.limit) || found.banned).to.equal(true);
        if (found.verdict === 'no-limit') expect(found).not.to.have.property('limit');
        expect(found.explanation.zh).to.match(/[。]$/);
        expect(found.explanation.en).to.match(/[.]$/);
        expect(JSON.stringify(found)).not.to.contain('undefined');
      }),
      { numRuns: 500 },
    );
  });
});
