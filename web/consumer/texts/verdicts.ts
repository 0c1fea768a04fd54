import type { Bilingual, Verdict } from '../trace-view.ts';

/**
 * The reviewed wording of each verdict. No two share a badge, and none says more than its evidence:
 * what was not tested, or has no limit to be held against, is never called passed.
 */
export interface VerdictText {
  badge: Bilingual;
  /** With the test it rests on: {date}, {count}, {outcome}, {findings}. */
  sentence: Bilingual;
  /** Where the page has no such test to show. */
  bare: Bilingual;
  /** Who says so: {plan}. */
  source: Bilingual;
  advice?: Bilingual;
}

const bareTest: Bilingual = {
  zh: '平台记录的结论如此，但本页没有附检测明细。',
  en: 'The platform records this verdict, but no test details are attached to this page.',
};

export const verdictTexts: Record<Verdict, VerdictText> = {
  recalled: {
    badge: { zh: '已召回', en: 'Recalled' },
    sentence: {
      zh: '这批产品正在召回。{date}抽样检测：{findings}',
      en: 'This batch is being recalled. Sample of {date}: {findings}',
    },
    bare: { zh: '这批产品正在召回。', en: 'This batch is being recalled.' },
    source: { zh: '平台登记的召回', en: 'recall recorded on this platform' },
    advice: {
      zh: '请不要食用，退回购买处；保留包装和购物凭证。',
      en: 'Do not eat it. Return it to where you bought it; keep the packaging and the receipt.',
    },
  },
  held: {
    badge: { zh: '暂停销售', en: 'On hold' },
    sentence: {
      zh: '这批产品已暂停销售，等待查清。{date}抽样检测：{findings}',
      en: 'Sale of this batch is suspended until the matter is clear. Sample of {date}: {findings}',
    },
    bare: { zh: '这批产品已暂停销售，等待查清。', en: 'Sale of this batch is suspended until the matter is clear.' },
    source: { zh: '平台登记的暂停销售措施', en: 'hold recorded on this platform' },
    advice: {
      zh: '请先不要食用；保留包装和购物凭证，留意本页更新。',
      en: 'Do not eat it for now. Keep the packaging and the receipt, and look at this page again.',
    },
  },
  failed: {
    badge: { zh: '检测不合格', en: 'Test failed' },
    sentence: { zh: '{date}抽样检测不合格：{findings}', en: 'Sample of {date} failed: {findings}' },
    bare: bareTest,
    source: { zh: '{plan}', en: '{plan}' },
    advice: {
      zh: '请不要食用；保留包装和购物凭证，联系销售者。',
      en: 'Do not eat it. Keep the packaging and the receipt and contact the seller.',
    },
  },
  'passed-official': {
    badge: { zh: '官方抽检合格', en: 'Official test passed' },
    sentence: {
      zh: '{date}监管部门抽样，检测 {count} 项，{outcome}。',
      en: 'Authority’s sample of {date}, {count} tested: {outcome}.',
    },
    bare: bareTest,
    source: { zh: '监管部门（{plan}）', en: 'the authority ({plan})' },
  },
  'passed-commissioned': {
    badge: { zh: '委托检测合格', en: 'Commissioned test passed' },
    sentence: {
      zh: '{date}取样，生产者委托检测 {count} 项，{outcome}。',
      en: 'Sample of {date}, {count} tested on the producer’s order: {outcome}.',
    },
    bare: bareTest,
    source: {
      zh: '受委托的检测机构，不是监管部门抽检',
      en: 'a laboratory the producer commissioned, not the authority',
    },
  },
  'passed-self': {
    badge: { zh: '生产者自检合格', en: 'Self-check passed' },
    sentence: {
      zh: '{date}取样，生产者自己检测 {count} 项，{outcome}。',
      en: 'Sample of {date}, {count} checked by the producer: {outcome}.',
    },
    bare: bareTest,
    source: {
      zh: '生产者自己，没有监管部门或第三方检测',
      en: 'the producer alone; no authority or third party tested',
    },
  },
  'tested-no-limit': {
    badge: { zh: '已检测，没有限量可比', en: 'Tested, no limit to compare' },
    sentence: {
      zh: '{date}取样，检测 {count} 项，{outcome}；不能据此判定合格。',
      en: 'Sample of {date}, {count} tested: {outcome}. This is not a pass.',
    },
    bare: {
      zh: '做过检测，但现行标准没有可比的限量；不能据此判定合格。',
      en: 'It was tested, but the standards in force set no limit to compare with. This is not a pass.',
    },
    source: { zh: '{plan}', en: '{plan}' },
  },
  'test-pending': {
    badge: { zh: '检测结果未出', en: 'Test result pending' },
    sentence: {
      zh: '{date}已取样，结果还没有复核公布，现在不能判定。',
      en: 'Sampled on {date}; no verified result yet, so nothing can be said now.',
    },
    bare: {
      zh: '检测结果还没有复核公布，现在不能判定。',
      en: 'There is no verified result yet, so nothing can be said now.',
    },
    source: { zh: '{plan}，尚无结论', en: '{plan}, not concluded' },
  },
  'not-tested': {
    badge: { zh: '没有检测记录', en: 'No test on record' },
    sentence: {
      zh: '这批产品没有检测记录，本页不能说它是否合格。',
      en: 'No test of this batch is on record; this page cannot say whether it is within limits.',
    },
    bare: {
      zh: '这批产品没有检测记录，本页不能说它是否合格。',
      en: 'No test of this batch is on record; this page cannot say whether it is within limits.',
    },
    source: { zh: '没有检测依据', en: 'no test to rest on' },
  },
};

/** How the counts of one test are put into the sentence. */
export const outcomeTexts = {
  allWithin: { zh: '全部在国家标准限量内', en: 'all within the national limits' },
  someWithin: {
    zh: '{within} 项在国家标准限量内，{other} 项没有限量可比',
    en: '{within} within the national limits, {other} with no limit to compare',
  },
  noneComparable: { zh: '现行标准都没有可比的限量', en: 'the standards in force set no limit to compare with' },
  items: { zh: '{count}', en: '{count} items' },
  oneItem: { zh: '{count}', en: '{count} item' },
  above: { zh: '{analyte} {value}，限量 {limit}', en: '{analyte} {value}, limit {limit}' },
  found: { zh: '{analyte} {value}', en: '{analyte} {value}' },
  seeTests: { zh: '详见检测部分。', en: 'see the tests below.' },
  more: { zh: '等 {count} 项', en: 'and more, {count} in all' },
  fromAncestor: { zh: '样品取自上游批次 {code}。', en: 'The sample was taken from source batch {code}.' },
  preliminary: { zh: '此为初检结果，待复核。', en: 'This is a first result, not yet verified.' },
  butAlerts: { zh: '但有预警尚未解除，见上方。', en: 'But a warning is in force, see above.' },
} satisfies Record<string, Bilingual>;
