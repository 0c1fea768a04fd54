import type { WaitingSample } from '../../api/types.ts';
import { defineTexts, useTexts, useWords, type Words } from '../../shared/texts.ts';

const texts = defineTexts('turnaround', {
  zh: {
    title: '检测周期',
    about: '从收样到签发报告的时间，按报告签发的月份统计；被替代的报告不计。一份报告用了几种方法，每种各计一次。',
    since: '起始月份',
    laboratory: '检测机构',
    method: '方法',
    withinHours: '时限（小时）',
    month: '月份',
    reports: '报告数',
    share: '{{hours}} 小时内',
    whole: '全程',
    waiting: '等待检测',
    testing: '检测',
    verification: '审核签发',
    spread: '中位 {{median}} / 九成 {{p90}} / 最长 {{longest}} 小时',
    nothing: '该时段没有签发的报告。',
    stillWaiting: '尚未出具报告的样品',
    state: '样品环节',
    waitsFor: '等待',
    by: '在谁手中',
    nobody: '尚无人领取',
    waitingSince: '等待自',
    number: '样品编号',
    product: '产品',
    drawnAt: '抽样时间',
    noWaiting: '没有等待中的样品。',
    noLaboratory: '未指定',
    noMethod: '未注明',
  },
  en: {
    title: 'Turnaround',
    about:
      'From the receipt of a sample to the issue of its report, by the month of the issue; superseded reports do not count. A report with several methods counts for each.',
    since: 'From month',
    laboratory: 'Laboratory',
    method: 'Method',
    withinHours: 'Term (hours)',
    month: 'Month',
    reports: 'Reports',
    share: 'Within {{hours}} h',
    whole: 'Whole',
    waiting: 'Waiting',
    testing: 'Testing',
    verification: 'Verification',
    spread: 'median {{median}} / p90 {{p90}} / longest {{longest}} h',
    nothing: 'No reports were issued in this time.',
    stillWaiting: 'Not reported on yet',
    state: 'Sample',
    waitsFor: 'Waits for',
    by: 'With',
    nobody: 'nobody yet',
    waitingSince: 'Since',
    number: 'Sample',
    product: 'Product',
    drawnAt: 'Drawn',
    noWaiting: 'No samples wait.',
    noLaboratory: 'none named',
    noMethod: 'none named',
  },
});

export function useTurnaroundTexts() {
  return useTexts(texts);
}

const waitsFor: Words<WaitingSample['waitsFor']> = {
  receipt: { zh: '接样', en: 'receipt' },
  test: { zh: '检测', en: 'test' },
  report: { zh: '提交报告', en: 'report' },
  release: { zh: '检测批放行', en: 'release of its run' },
  verification: { zh: '他人审核', en: 'verification by another' },
};
export const useWaitsFor = () => useWords(waitsFor);

export const waitingStates = ['drawn', 'received', 'in-test', 'reported'] as const;
