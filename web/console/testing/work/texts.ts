import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('work-list', {
  zh: {
    title: '检测任务',
    grid: '批量录入结果',
    whose: '任务',
    sample: '样品',
    analyte: '项目',
    method: '方法',
    state: '样品环节',
    cause: '由来',
    askedAt: '安排时间',
    nothingMine: '没有安排给您的检测任务。',
    nothingFree: '没有您获授权可领取的检测任务。',
    take: '领取',
    taken: '已领取 {{analyte}}',
    freeCount: '待领取（{{count}}）',
  },
  en: {
    title: 'Work list',
    grid: 'Enter results in a grid',
    whose: 'Tests',
    sample: 'Sample',
    analyte: 'Analyte',
    method: 'Method',
    state: 'Sample',
    cause: 'Because',
    askedAt: 'Asked for',
    nothingMine: 'No test waits for you.',
    nothingFree: 'No test waits that you are authorized to take.',
    take: 'Take',
    taken: '{{analyte}} is yours',
    freeCount: 'waiting for an analyst ({{count}})',
  },
});

export const useWorkTexts = () => useTexts(texts);

const whose = { mine: { zh: '我的任务', en: 'mine' }, free: { zh: '待领取', en: 'waiting for an analyst' } };
export const whoseNames = Object.keys(whose) as (keyof typeof whose)[];
export const useWhose = () => useWords(whose);

const causes = {
  asked: { zh: '安排检测', en: 'asked for' },
  retest: { zh: '复测', en: 'second determination' },
  retracted: { zh: '结果撤回', en: 'result retracted' },
};
export const useTestCause = () => useWords(causes);
