import { expect } from 'chai';
import type { Language } from '../language.ts';
import { failed, notDetected, passed, testOf, withoutLimit } from '../testing-support/examples.ts';
import type { Test } from '../trace-view.ts';
import { testsSection } from './tests.ts';
import { comparison, shareText, valueText } from './value.ts';

const shown = (tests: Test[], language: Language = 'zh'): string => String(testsSection(tests, language));

describe('test results', () => {
  it('shows a failed result first, with value, limit and reason', () => {
    const page = shown([testOf(), testOf({ verdict: 'fail', results: [passed, failed] })]);
    expect(page.indexOf('敌敌畏')).to.be.below(page.indexOf('毒死蜱'));
    expect(page).to.include('不合格').and.include('0.48 mg/kg 高于限量 0.2 mg/kg').and.include('为限量的 2.4 倍');
    expect(page).to.include('class="over"');
  });

  it('says where the instrument was out of calibration', () => {
    const page = shown([testOf({ results: [{ ...passed, calibration: 'overdue' }] })]);
    expect(page).to.include('测定当日仪器校准已逾期');
    expect(shown([testOf()])).to.not.include('校准');
  });

  it('writes what was not detected as such, never as 0', () => {
    expect(valueText(notDetected, 'zh')).to.equal('未检出（低于 0.01 mg/kg）');
    expect(valueText({ ...notDetected, value: '<LOQ' }, 'zh')).to.equal('未检出（低于定量限）');
    expect(valueText({ ...notDetected, value: '< lod' }, 'en')).to.equal('not detected (below the limit of detection)');
  });

  it('says no limit where there is none, without a bar and without a pass', () => {
    const page = shown([testOf({ verdict: 'no-limit', results: [withoutLimit] })]);
    expect(page)
      .to.include('没有限量')
      .and.not.include('<svg')
      .and.not.match(/合格|在限量内|✓/);
  });

  it('marks results that nobody has verified, and gives them no colour of a pass', () => {
    const page = shown([testOf({ verified: false })]);
    expect(page).to.include('初检合格').and.include('初检，待复核').and.not.include('r-pass');
    expect(shown([testOf({ verified: false })], 'en')).to.include('First result, not yet verified');
  });

  it('draws no bar where value and limit cannot be set side by side', () => {
    expect(comparison(passed)).to.deep.equal({ limit: 0.5, value: 0.02 });
    expect(comparison({ ...passed, limit: '0.5 mg/kg' })).to.deep.equal({ limit: 0.5, value: 0.02 });
    expect(comparison({ ...passed, limit: '500 µg/kg' })).to.equal(undefined);
    expect(comparison({ ...passed, verdict: 'fail' })).to.equal(undefined);
    expect(comparison({ ...passed, verdict: 'not-comparable' })).to.equal(undefined);
    expect(comparison({ ...passed, limit: '不得检出' })).to.equal(undefined);
    expect(comparison({ ...passed, limit: '0' })).to.equal(undefined);
    expect(comparison(notDetected)).to.deep.equal({ limit: 0.02 });
  });

  it('rounds the share so that it never contradicts the verdict', () => {
    expect(shareText({ limit: 0.5, value: 0.02 }, 'en')).to.equal('4 % of the limit');
    expect(shareText({ limit: 1, value: 0.999 }, 'en')).to.equal('99 % of the limit');
    expect(shareText({ limit: 1, value: 1.001 }, 'en')).to.equal('101 % of the limit');
    expect(shareText({ limit: 0.2, value: 0.48 }, 'zh')).to.equal('为限量的 2.4 倍');
    expect(shareText({ limit: 1, value: 0.001 }, 'en')).to.equal('under 1 % of the limit');
  });
});
