import { expect } from 'chai';
import { dayOf } from '../../calendar/rules/calendar.ts';
import { foodNodes, limits } from '../library.ts';
import { foodPlace } from './food.ts';
import { type Limit, matchLimit } from './match-limit.ts';

const place = (code: string) => {
  const found = foodPlace(foodNodes, code);
  if (!found) throw new Error(`no food ${code}`);
  return found;
};
const match = (analyte: string, food: string, day = '2026-06-01', rows: readonly Limit[] = limits) =>
  matchLimit({ analyte, food: place(food), day, limits: rows, exemptions: [] });
const maximum = (analyte: string, food: string) => {
  const found = match(analyte, food);
  return found.kind === 'limit' ? `${found.limit.maximum} for ${found.food.name}` : found.reason;
};

describe('the limit that applies', () => {
  for (const [analyte, food, expected] of [
    ['吡虫啉', 'tea', '0.5 for 茶叶'],
    ['吡虫啉', 'walnut', '0.01 for 坚果'],
    ['吡虫啉', 'chinese-chives', '1 for 韭菜'],
    ['吡虫啉', 'chinese-cabbage', '0.2 for 大白菜'],
    ['吡虫啉', 'chili', '1 for 辣椒'],
    ['吡虫啉', 'sweet-pepper', '0.2 for 甜椒'],
    ['吡虫啉', 'kiwifruit', '2 for 猕猴桃'],
    ['吡虫啉', 'shiitake', 'none-set'],
    ['噻虫嗪', 'tea', '10 for 茶叶'],
    ['噻虫嗪', 'hickory-nut', '0.01 for 山核桃'],
    ['噻虫嗪', 'walnut', 'none-set'],
    ['噻虫嗪', 'celery', '1 for 芹菜'],
    ['噻虫嗪', 'spinach', '5 for 菠菜'],
    ['噻虫嗪', 'chinese-cabbage', '3 for 叶菜类蔬菜'],
    ['噻虫胺', 'celery', '0.04 for 芹菜'],
    ['噻虫胺', 'tomato', '1 for 番茄'],
    ['噻虫胺', 'dried-chili', '0.5 for 干辣椒'],
    ['对硫磷', 'celery', '0.01 for 叶菜类蔬菜'],
    ['对硫磷', 'wheat', '0.1 for 麦类'],
    ['对硫磷', 'tea', 'none-set'],
    ['吡虫啉', 'fresh-tea-leaves', 'none-set'],
    ['毒死蜱', 'walnut', '0.05 for 核桃'],
    ['毒死蜱', 'celery', '0.05 for 芹菜'],
    ['二嗪磷', 'walnut', '0.01 for 核桃'],
    ['啶虫脒', 'walnut', '0.06 for 坚果'],
    ['啶虫脒', 'broccoli', '0.1 for 青花菜'],
    ['啶虫脒', 'kiwifruit', '2 for 浆果和其他小型类水果'],
    ['呋虫胺', 'cauliflower', '1 for 花椰菜'],
    ['呋虫胺', 'broccoli', '2 for 芸薹属类蔬菜'],
    ['高效氯氟氰菊酯', 'tea', '15 for 茶叶'],
    ['氯菊酯', 'persimmon', '1 for 柿子'],
    ['甲拌磷', 'danshen', '0.01 for 药用植物'],
    ['克百威', 'shiitake-dried', '0.02 for 食用菌'],
    ['敌百虫', 'tea', 'substance-unknown'],
  ] as const)
    it(`of ${analyte} in ${food}: ${expected}`, () => {
      expect(maximum(analyte, food)).to.equal(expected);
    });

  it('is found by the English name, the CAS number and full-width writing', () => {
    for (const name of [
      'Imidacloprid',
      '138261-41-3',
      '１３８２６１－４１－３',
      'ＩＭＩＤＡＣＬＯＰＲＩＤ',
      ' 吡虫啉 ',
    ])
      expect(maximum(name, 'tea'), name).to.equal('0.5 for 茶叶');
  });

  it('does not fall back to the category for an excluded food', () => {
    const withoutCelery = limits.filter(({ foodCode }) => foodCode !== 'celery');
    const found = match('噻虫胺', 'celery', '2026-06-01', withoutCelery);
    expect(found).to.include({ kind: 'none', reason: 'excluded' });
  });

  it('does not reach past an exclusion to a wider category', () => {
    const own = limits.find(({ id }) => id === 'gb-2763-2026-4.370-leafy-vegetables');
    const wider = { ...own, id: 'wider', foodCode: 'vegetables', excluding: [], maximum: '9' } as Limit;
    const rows = [wider, ...limits.filter(({ foodCode }) => foodCode !== 'celery')];
    expect(match('噻虫胺', 'celery', '2026-06-01', rows)).to.include({ kind: 'none', reason: 'excluded' });
    expect(match('噻虫胺', 'potato', '2026-06-01', [wider])).to.include({ kind: 'limit', isOwn: false });
  });

  it('is unknown for a product filed only under a category whose foods differ', () => {
    expect(maximum('噻虫胺', 'leafy-vegetables')).to.equal('food-not-specific');
    expect(maximum('吡虫啉', 'edible-pod-legumes')).to.equal('food-not-specific');
    expect(maximum('对硫磷', 'leafy-vegetables')).to.equal('0.01 for 叶菜类蔬菜');
    expect(maximum('吡虫啉', 'nuts')).to.equal('0.01 for 坚果');
  });

  it('begins on 2026-03-01 in China', () => {
    expect(match('吡虫啉', 'tea', '2026-02-28')).to.include({ kind: 'none', reason: 'not-in-force' });
    expect(match('吡虫啉', 'tea', '2026-03-01')).to.include({ kind: 'limit' });
    expect(dayOf(new Date('2026-02-28T15:59:59.999Z'))).to.equal('2026-02-28');
    expect(dayOf(new Date('2026-02-28T16:00:00.000Z'))).to.equal('2026-03-01');
  });

  it('yields to no exemption, and an exemption to the day', () => {
    const exempt = (substance: string, more: object = {}) => ({
      id: 'e',
      substance,
      substanceEn: substance,
      clause: '附录B',
      standard: 'GB 2763-2026',
      version: 1,
      effectiveFrom: '2026-03-01',
      ...more,
    });
    const asked = (analyte: string, food: string, exemptions: ReturnType<typeof exempt>[], day = '2026-06-01') => {
      const found = matchLimit({ analyte, food: place(food), day, limits, exemptions });
      return found.kind === 'limit' ? found.limit.maximum : found.reason;
    };
    expect(asked('苏云金杆菌', 'tea', [exempt('苏云金杆菌')])).to.equal('exempt');
    expect(asked('苏云金杆菌', 'tea', [exempt('苏云金杆菌')], '2026-02-28')).to.equal('substance-unknown');
    expect(asked('吡虫啉', 'tea', [exempt('吡虫啉')])).to.equal('0.5');
    expect(asked('吡虫啉', 'shiitake', [exempt('吡虫啉')])).to.equal('exempt');
    expect(asked('噻虫胺', 'leafy-vegetables', [exempt('噻虫胺')])).to.equal('food-not-specific');
    expect(asked('吡虫啉', 'shiitake', [exempt('吡虫啉', { effectiveTo: '2026-05-31' })])).to.equal('none-set');
  });

  it('follows a superseding edition from its first day', () => {
    const old = limits.filter(({ foodCode }) => foodCode === 'tea');
    const rows = [
      ...old.map((limit): Limit => ({ ...limit, effectiveTo: '2027-12-31' })),
      ...old.map((limit): Limit => ({ ...limit, maximum: '0.05', effectiveFrom: '2028-01-01' })),
    ];
    const on = (day: string) => {
      const found = match('吡虫啉', 'tea', day, rows);
      return found.kind === 'limit' && found.limit.maximum;
    };
    expect([on('2027-12-31'), on('2028-01-01')]).to.deep.equal(['0.5', '0.05']);
  });
});
