import { expect } from 'chai';
import fc from 'fast-check';
import { animalFoods, bans, foodNodes, limits, residues } from '../library.ts';
import { analyteKey } from './analyte-key.ts';
import { decimal } from './decimal.ts';
import { englishName } from './english-name.ts';
import { foodPlace } from './food.ts';
import type { Verdict } from './judge.ts';
import { judgeSample } from './judge-sample.ts';
import { lawOf } from './law.ts';
import type { Limit } from './match-limit.ts';
import { isWhole, type ResidueDefinition, wholeNames } from './residue.ts';
import { sumOfParts } from './residue-sum.ts';

const law = lawOf({ limits, bans, exemptions: [], residues, animalFoods });
const before = new Date('2026-05-20T08:00:00+08:00');

interface Result {
  analyte: string;
  value: string;
  loq?: string;
  unit?: string;
}

function verdicts(food: string, results: Result[], by = law, sampledAt = before): Verdict[] {
  const place = foodPlace(foodNodes, food) ?? { path: [], below: new Set<string>() };
  return judgeSample(
    results.map((result) => ({ unit: 'mg/kg', ...result, food: place, sampledAt })),
    by,
  );
}
const words = (...asked: Parameters<typeof verdicts>) => verdicts(...asked).map(({ verdict }) => verdict);

describe('a residue that is a sum', () => {
  it('passes by its upper bound, one verdict for all its parts', () => {
    const found = verdicts('wheat', [
      { analyte: '克百威', value: '0.02' },
      { analyte: '3-羟基克百威', value: '<0.01' },
    ]);
    expect(found[0]).to.equal(found[1]);
    expect(found[0]).to.deep.include({ verdict: 'pass', limit: '0.05', clause: '4.263' });
    expect(found[0]?.residue).to.deep.include({ substance: '克百威', lower: '0.02', upper: '0.029326' });
    expect(found[0]?.residue?.parts.map(({ analyte }) => analyte)).to.deep.equal(['克百威', '3-羟基克百威']);
  });

  it('fails by its lower bound, though no part exceeds the limit', () => {
    const [found] = verdicts('wheat', [
      { analyte: 'carbofuran', value: '0.03' },
      { analyte: '3-hydroxycarbofuran', value: '0.022' },
    ]);
    expect(found).to.include({ verdict: 'fail', decisionRule: 'simple-acceptance' });
    expect(found?.explanation.zh).to.contain('0.0505172 mg/kg').and.to.contain('不合格');
  });

  it('is open when the limit lies between its bounds, and says so', () => {
    const [found] = verdicts('wheat', [
      { analyte: '克百威', value: '0.045' },
      { analyte: '3-羟基克百威', value: '<LOQ', loq: '0.01' },
    ]);
    expect(found?.verdict).to.equal('not-comparable');
    expect(found?.explanation.zh).to.contain('限量处于上下限之间');
    expect(found?.explanation.en).to.contain('lies between the bounds');
  });

  it('is open while a part is missing, whatever its place, and fails when a part alone exceeds', () => {
    for (const analyte of ['克百威', '3-羟基克百威']) {
      const [found] = verdicts('wheat', [{ analyte, value: '0.001' }]);
      expect(found?.verdict, analyte).to.equal('not-comparable');
      expect(words('wheat', [{ analyte, value: '0.06' }])).to.deep.equal(['fail']);
    }
    const [found] = verdicts('wheat', [{ analyte: '克百威', value: '<0.001' }]);
    expect(found?.explanation.zh).to.contain('缺少3-羟基克百威的结果');
    expect(found?.residue).to.include({ lower: '0', upper: null });
  });

  it('is taken from the laboratory when it reports the sum itself', () => {
    for (const analyte of ['克百威之和', '克百威（克百威、3-羟基克百威之和，以克百威表示）', 'carbofuran (sum)']) {
      expect(words('wheat', [{ analyte, value: '0.05' }]), analyte).to.deep.equal(['pass']);
      expect(words('wheat', [{ analyte, value: '0.051' }]), analyte).to.deep.equal(['fail']);
    }
    const beside = { analyte: '3-羟基克百威', value: '0.06' };
    expect(words('wheat', [{ analyte: '克百威之和', value: '0.05' }, beside])).to.deep.equal(['fail', 'fail']);
    expect(
      words('wheat', [
        { analyte: '克百威之和', value: '0.05' },
        { ...beside, value: '0.01' },
      ]),
    ).to.deep.equal(['pass', 'pass']);
  });

  it('takes the worse of two determinations, of a part and of the whole', () => {
    const other = { analyte: '3-羟基克百威', value: '<0.001' };
    const twice = (first: string, second: string) =>
      words('wheat', [{ analyte: '克百威', value: first }, other, { analyte: '克百威', value: second }])[0];
    expect([twice('0.02', '0.03'), twice('0.06', '0.02'), twice('0.02', '0.06')]).to.deep.equal([
      'pass',
      'fail',
      'fail',
    ]);
    expect([twice('0.02', '<0.06'), twice('<LOQ', '0.02')]).to.deep.equal(['not-comparable', 'not-comparable']);
    const sums = ['0.02', '0.06'].map((value) => ({ analyte: '克百威之和', value }));
    expect(words('wheat', sums)).to.deep.equal(['fail', 'fail']);
  });

  it('converts units and factors, and leaves what it cannot convert without a bound', () => {
    const parts = (unit: string) => [
      { analyte: '克百威', value: '20', unit: 'μg/kg' },
      { analyte: '3-羟基克百威', value: '0.01', unit },
    ];
    expect(verdicts('wheat', parts('mg/kg'))[0]?.residue).to.include({ lower: '0.029326', upper: '0.029326' });
    expect(words('wheat', parts('mg/L'))).to.deep.equal(['not-comparable', 'not-comparable']);
  });

  it('of a banned substance fails by any part found, and is open until each was looked for', () => {
    const inForce = new Date('2026-11-24T08:00:00+08:00');
    const asked = (...results: Result[]) => words('walnut', results, law, inForce);
    const absent = { value: '<0.005', loq: '0.005' };
    expect(asked({ analyte: '甲拌磷砜', value: '0.001' })).to.deep.equal(['fail']);
    expect(asked({ analyte: '甲拌磷', ...absent }, { analyte: '甲拌磷砜', ...absent })).to.deep.equal([
      'not-comparable',
      'not-comparable',
    ]);
    const all = ['甲拌磷', '甲拌磷砜', '甲拌磷亚砜'].map((analyte) => ({ analyte, ...absent }));
    expect(asked(...all)).to.deep.equal(['pass', 'pass', 'pass']);
  });

  it('is another thing in animals: what the standard does not list by name must be in the sum reported', () => {
    expect(words('eggs', [{ analyte: '吡虫啉', value: '0.001' }])).to.deep.equal(['not-comparable']);
    expect(words('tea', [{ analyte: '吡虫啉', value: '0.001' }])).to.deep.equal(['pass']);
    expect(words('eggs', [{ analyte: '吡虫啉之和', value: '0.001' }])).to.deep.equal(['pass']);
  });

  it('of isomers alone is the whole under its bare name', () => {
    expect(words('wheat', [{ analyte: '氯菊酯', value: '2' }])).to.deep.equal(['pass']);
    const isomers = ['cis-permethrin', 'trans-permethrin'].map((analyte) => ({ analyte, value: '1.001' }));
    expect(words('wheat', isomers)).to.deep.equal(['fail', 'fail']);
    expect(words('wheat', isomers.slice(0, 1))).to.deep.equal(['not-comparable']);
  });

  it('leaves a part that is a substance of its own its own verdict', () => {
    const definition: ResidueDefinition = {
      ...(residues[0] as ResidueDefinition),
      substance: '噻虫嗪',
      substanceEn: 'thiamethoxam',
      foods: 'all',
      expressedAs: '噻虫嗪',
      parts: [
        { substance: '噻虫嗪', factor: '1' },
        { substance: '噻虫胺', factor: '1.1681' },
      ],
    };
    const both = lawOf({ limits, bans, exemptions: [], residues: [definition], animalFoods });
    const results = [
      { analyte: '噻虫嗪', value: '0.9' },
      { analyte: '噻虫胺', value: '0.03' },
    ];
    const [whole, own] = verdicts('celery', results, both);
    expect(whole).to.include({ verdict: 'pass', limit: '1' });
    expect(own).to.include({ verdict: 'pass', limit: '0.04' }).and.not.to.have.property('residue');
  });

  it('is rounded before it is compared only where its standard says so', () => {
    const rows = limits.map((limit) => ({ ...limit, comparison: 'rounded-value' as const }));
    const rounding = lawOf({ limits: rows, bans, exemptions: [], residues, animalFoods });
    const parts = [
      { analyte: '克百威', value: '0.045' },
      { analyte: '3-羟基克百威', value: '0.01' },
    ];
    expect(words('wheat', parts)).to.deep.equal(['fail', 'fail']);
    const [found] = verdicts('wheat', parts, rounding);
    expect(found?.verdict).to.equal('pass');
    expect(found?.explanation.zh).to.contain('修约值比较');
    expect(words('tea', [{ analyte: '吡虫啉', value: '0.54' }], rounding)).to.deep.equal(['pass']);
    expect(words('tea', [{ analyte: '吡虫啉', value: '0.56' }], rounding)).to.deep.equal(['fail']);
  });

  it('has a key of its own beside the part that bears its name', () => {
    const keys = ['克百威', 'carbofuran', '1563-66-2', '克百威之和', 'sum of carbofuran', '3-hydroxycarbofuran'];
    expect(keys.map((name) => analyteKey(law, name))).to.deep.equal([
      '克百威',
      '克百威',
      '克百威',
      '克百威之和',
      '克百威之和',
      '3-羟基克百威',
    ]);
  });

  it('has an English name, as its parts have, where the laboratory wrote another', () => {
    const english = (analyte: string) => englishName(law, analyte);
    expect(english('克百威')).to.equal('carbofuran');
    expect(english('1563-66-2')).to.equal('carbofuran');
    expect(english('3-羟基克百威')).to.equal('3-hydroxycarbofuran');
    expect(english('Carbofuran')).to.equal(undefined);
    expect(english('无人知晓')).to.equal(undefined);
  });
});

describe('every sum of parts', () => {
  const definition: ResidueDefinition = {
    substance: '甲',
    substanceEn: 'first',
    foods: 'all',
    standard: 'a standard',
    clause: '1',
    expressedAs: '甲',
    source: 'made for this test',
    parts: [
      { substance: '甲', factor: '1' },
      { substance: '乙', factor: '0.5' },
      { substance: '丙', factor: '1.25' },
    ],
  };
  const limit = { ...(limits[0] as Limit), substance: '甲', substanceEn: 'first', casNumber: undefined };
  const own = lawOf({
    limits: [{ ...limit, foodCode: 'tea', maximum: '1' }],
    bans: [],
    exemptions: [],
    residues: [definition],
    animalFoods: new Set(),
  });
  // 0 without a LOQ is no amount.
  const amount = fc
    .integer({ min: 1, max: 1500 })
    .map((thousandths) => decimal((thousandths / 1000).toFixed(3))?.toFixed() ?? '0');
  const reported = fc.oneof(
    amount,
    amount.map((bound) => `<${bound}`),
    fc.constant('<LOQ'),
  );
  const results = (values: readonly string[]) =>
    values.map((value, index) => ({ analyte: definition.parts[index]?.substance ?? '', value }));
  const wordOf = (values: readonly string[]) => words('tea', results(values), own)[0];

  it('is the plain sum when nothing is censored', () => {
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), (values) => {
        const sum = sumOfParts(
          definition,
          results(values).map((each) => ({ ...each, unit: 'mg/kg' })),
          'mg/kg',
        );
        const [a = 0, b = 0, c = 0] = values.map((value) => Math.round(Number(value) * 1000));
        const plain = (a * 4 + b * 2 + c * 5) / 4000;
        expect([sum.lower.toNumber(), sum.upper?.toNumber()]).to.deep.equal([plain, plain]);
        expect(wordOf(values)).to.equal(plain <= 1 ? 'pass' : 'fail');
      }),
    );
  });

  it('never passes when a part is missing or has no bound', () => {
    expect(wordOf(['0.1', '0', '0.1'])).to.equal('not-comparable');
    fc.assert(
      fc.property(fc.array(reported, { minLength: 1, maxLength: 2 }), (values) => {
        expect(wordOf(values)).to.be.oneOf(['not-comparable', 'fail']);
        expect(wordOf([...values, '<LOQ', '<LOQ'].slice(0, 3))).to.be.oneOf(['not-comparable', 'fail']);
      }),
    );
  });

  it('never gets better by more of one part', () => {
    const gravity = ['pass', 'not-comparable', 'fail'];
    fc.assert(
      fc.property(fc.tuple(reported, reported, reported), fc.nat(2), amount, (values, index, more) => {
        const value = values[index] ?? '0';
        if (value === '<LOQ') return;
        const larger = decimal(value.replace('<', ''))?.plus(more).toFixed() ?? '0';
        const worse = values.with(index, value.startsWith('<') ? `<${larger}` : larger);
        expect(gravity.indexOf(wordOf(worse) ?? '')).to.be.at.least(gravity.indexOf(wordOf(values) ?? ''));
      }),
      { numRuns: 500 },
    );
  });

  it('explains itself in both languages', () => {
    fc.assert(
      fc.property(fc.array(reported, { minLength: 1, maxLength: 3 }), (values) => {
        const [found] = verdicts('tea', results(values), own);
        expect(found?.explanation.zh).to.match(/。$/);
        expect(found?.explanation.en).to.match(/\.$/);
        expect(JSON.stringify(found)).not.to.contain('undefined');
      }),
    );
  });
});

describe('the definitions of residues', () => {
  /** Abridged standard atomic weights, IUPAC 2021. */
  const weights: Record<string, number> = {
    H: 1.008,
    C: 12.011,
    N: 14.007,
    O: 15.999,
    F: 18.998,
    P: 30.974,
    S: 32.06,
    Cl: 35.45,
  };
  const molarMass = (formula: string) =>
    [...formula.matchAll(/([A-Z][a-z]?)(\d*)/g)].reduce(
      (sum, [, element = '', count]) => sum + (weights[element] ?? Number.NaN) * Number(count || 1),
      0,
    );

  for (const definition of residues)
    it(`convert ${definition.substanceEn} (${definition.foods}) by the ratio of molar masses`, () => {
      const parts = definition.parts as (ResidueDefinition['parts'][number] & { formula: string })[];
      const reference = parts.find(({ substance }) => substance === definition.expressedAs) ?? parts[0];
      expect(reference?.factor).to.equal('1');
      for (const { formula, factor, substance } of parts)
        expect(Number(factor), substance).to.be.closeTo(
          molarMass(reference?.formula ?? '') / molarMass(formula),
          0.00006,
        );
    });

  it('name each part once, and no whole like a part', () => {
    for (const definition of residues) {
      const names = definition.parts.map(({ substance }) => substance);
      expect(new Set(names).size).to.equal(names.length);
      for (const name of wholeNames(definition)) {
        expect(isWhole(definition, name), name).to.equal(true);
        expect(
          definition.parts.some(({ substance, substanceEn }) => name === substance || name === substanceEn),
        ).to.equal(false);
      }
    }
  });
});
