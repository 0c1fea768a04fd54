import { expect } from 'chai';
import { verdictsOn } from './judging.ts';
import { openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';

const edition = {
  code: 'EDGES',
  name: '试验',
  nameEn: 'Trial',
  kind: 'pesticide' as const,
  effectiveFrom: '2026-03-01',
  source: 'made up for this test',
};
const table = Buffer.from(
  [
    '农药,食品类别/名称,最大残留限量,单位,比较方法,条款',
    '修约药,茶叶,0.1,mg/kg,修约值,1',
    '细修约药,茶叶,0.002,mg/kg,修约值,2',
    '全数药,茶叶,0.1,mg/kg,全数值,3',
  ].join('\n'),
);

describe('a verdict at the edge of its limit', () => {
  let platform: TestPlatform;
  let on: (changes: object) => ReturnType<typeof verdictsOn>[number];

  before(async () => {
    platform = await openTestPlatform();
    const { digest } = await platform.standards.importStandard(people.admin, edition, table);
    await platform.standards.importStandard(people.admin, { ...edition, digest }, table);
    const law = await platform.standards.lawInForce();
    const usual = { unit: 'mg/kg', decisionRule: 'simple-acceptance' as const, categoryCode: 'tea' };
    const sampledAt = '2026-11-24T08:00:00Z';
    on = (changes) => {
      const [verdict] = verdictsOn(law, [{ analyte: '修约药', value: '0.1', ...usual, sampledAt, ...changes }]);
      if (!verdict) throw new Error('no verdict');
      return verdict;
    };
  });
  after(() => platform.close());

  const cases: [string, string, 'pass' | 'fail'][] = [
    ['修约药', '0.1499', 'pass'],
    ['修约药', '0.05', 'pass'],
    ['修约药', '0.15', 'fail'],
    ['修约药', '0.1500001', 'fail'],
    ['细修约药', '0.0025', 'pass'],
    ['细修约药', '0.00250001', 'fail'],
    ['细修约药', '0.0015', 'pass'],
    ['全数药', '0.1', 'pass'],
    ['全数药', '0.1000000001', 'fail'],
  ];
  for (const [analyte, value, expected] of cases)
    it(`is ${expected} for ${analyte} at ${value}, and its explanation says the same`, () => {
      const { verdict, outcome, explanation } = on({ analyte, value });
      expect([verdict, outcome]).to.deep.equal([expected, expected]);
      expect(explanation.en.startsWith(expected === 'pass' ? 'Pass' : 'Fail'), explanation.en).to.equal(true);
    });

  it('names the rounded value', () => {
    expect(on({ value: '0.1499' }).explanation.zh).to.contain('修约为 0.1');
    expect(on({ value: '0.1' }).explanation.zh).to.not.contain('修约为');
  });

  it('counts the uncertainty in the unit of the value, whatever the unit of the limit', () => {
    const banded = { analyte: '全数药', decisionRule: 'guard-band', unit: 'μg/kg', uncertainty: '20' };
    expect(on({ ...banded, value: '80' })).to.include({ verdict: 'pass', outcome: 'pass' });
    expect(on({ ...banded, value: '80.001' })).to.include({ verdict: 'not-comparable', outcome: 'conditional-pass' });
    expect(on({ ...banded, value: '100' })).to.include({ outcome: 'conditional-pass', nearLimit: true });
    expect(on({ ...banded, value: '100.001' })).to.include({ verdict: 'fail', outcome: 'conditional-fail' });
    expect(on({ ...banded, value: '120' })).to.include({ outcome: 'conditional-fail', nearLimit: true });
    expect(on({ ...banded, value: '120.001' })).to.include({ verdict: 'fail', outcome: 'fail' });
    expect(on({ ...banded, value: '80' }).explanation.en).to.contain('U = 20');
  });
});
