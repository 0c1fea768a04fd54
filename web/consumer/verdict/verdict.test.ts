import { expect } from 'chai';
import type { Language } from '../language.ts';
import { byVerdict, failed, passed, redAlert, testOf, viewOf, withoutLimit } from '../testing-support/examples.ts';
import { verdictTexts } from '../texts/verdicts.ts';
import type { Verdict } from '../trace-view.ts';
import { badge } from './badges.ts';
import { shownVerdict } from './evidence.ts';
import { verdictCard } from './verdict.ts';

const verdicts = Object.keys(verdictTexts) as Verdict[];
const card = (view: Parameters<typeof verdictCard>[0], language: Language = 'zh'): string =>
  String(verdictCard(view, language));
const words = (markup: string): string => markup.replace(/<[^>]*>/g, '');

describe('verdict', () => {
  it('has its own badge, wording and sentence for each verdict in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(verdicts.map((verdict) => verdictTexts[verdict].badge[language]))).to.have.length(verdicts.length);
      expect(new Set(verdicts.map((verdict) => words(card(byVerdict[verdict], language))))).to.have.length(
        verdicts.length,
      );
    }
    expect(new Set(verdicts.map((verdict) => String(badge(verdict))))).to.have.length(verdicts.length);
  });

  it('calls nothing passed that was not tested against a limit, and promises nothing absolute', () => {
    for (const verdict of ['tested-no-limit', 'test-pending', 'not-tested', 'failed', 'held', 'recalled'] as const) {
      expect(card(byVerdict[verdict]).replaceAll('不能据此判定合格', '').replaceAll('是否合格', '')).not.to.match(
        /(?<!不)合格/,
      );
      expect(card(byVerdict[verdict], 'en')).not.to.match(/passed/i);
    }
    for (const verdict of verdicts)
      expect(card(byVerdict[verdict]) + card(byVerdict[verdict], 'en')).not.to.match(
        /100 ?%|绝对安全|absolutely safe/i,
      );
  });

  it('gives reason, date and who says so', () => {
    const official = words(card(byVerdict['passed-official']));
    expect(official)
      .to.include('2026年5月3日监管部门抽样，检测 3 项，全部在国家标准限量内。')
      .and.include('监管部门（官方例行监测）');
    expect(words(card(byVerdict['passed-self'])))
      .to.include('生产者自己，没有监管部门或第三方检测')
      .and.include('3 级中第 1 级');
    expect(words(card(byVerdict['passed-official'], 'en'))).to.include(
      '3 items tested: all within the national limits.',
    );
  });

  it('counts what has no limit apart from what is within it', () => {
    const view = viewOf({ tests: [testOf({ results: [passed, withoutLimit] })] });
    expect(words(card(view))).to.include('1 项在国家标准限量内，1 项没有限量可比');
  });

  it('names what failed, its value and its limit, and what to do', () => {
    const text = words(card(byVerdict.failed));
    expect(text).to.include('敌敌畏 0.48 mg/kg，限量 0.2 mg/kg。').and.include('请不要食用');
  });

  it('does not say passed above a hold, a recall or a failed test', () => {
    expect(shownVerdict(viewOf({ status: 'recalled' }))).to.equal('recalled');
    expect(shownVerdict(viewOf({ status: 'held' }))).to.equal('held');
    expect(shownVerdict(viewOf({ tests: [testOf(), testOf({ verdict: 'fail', results: [failed] })] }))).to.equal(
      'failed',
    );
  });

  it('does not borrow the evidence of another kind of test', () => {
    const view = viewOf({ verdict: 'passed-official', tests: [testOf({ planKind: 'self-check' })] });
    expect(words(card(view)))
      .to.include('本页没有附检测明细')
      .and.not.include('监管部门抽样，检测');
  });

  it('loses its green while a warning is in force', () => {
    expect(card(viewOf({ alerts: [redAlert] }))).to.include('warned');
    expect(card(byVerdict['passed-official'])).not.to.include('warned');
  });
});
