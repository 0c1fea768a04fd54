import type { TestReport } from '../../api/types.ts';
import { defineTexts, useTexts, useWords, type Words } from '../../shared/texts.ts';

const texts = defineTexts('test-reports', {
  zh: {
    title: '检验检测报告',
    number: '报告编号',
    sample: '样品',
    batch: '批次',
    laboratory: '检测机构',
    verdict: '结论',
    state: '状态',
    issuedAt: '签发时间',
    nothing: '还没有报告。样品审核发布后自动签发，编号连续。',
    pdf: '打开 PDF',
    check: '公开查验页',
    replacedBy: '由 {{number}} 取代',
    replaces: '取代 {{number}}',
  },
  en: {
    title: 'Test reports',
    number: 'Number',
    sample: 'Sample',
    batch: 'Batch',
    laboratory: 'Laboratory',
    verdict: 'Verdict',
    state: 'State',
    issuedAt: 'Issued',
    nothing: 'No reports yet. One is issued by itself when a sample is verified; numbers leave none out.',
    pdf: 'Open the PDF',
    check: 'Public page',
    replacedBy: 'replaced by {{number}}',
    replaces: 'replaces {{number}}',
  },
});

export const useReportTexts = () => useTexts(texts);

const states: Words<TestReport['state']> = {
  valid: { zh: '有效', en: 'valid' },
  invalid: { zh: '已作废', en: 'invalid' },
  superseded: { zh: '已被取代', en: 'superseded' },
};
export const reportStates = Object.keys(states) as TestReport['state'][];
export const useReportState = () => useWords(states);
