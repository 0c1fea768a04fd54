import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('warning-quality', {
  zh: {
    title: '预警质量',
    hint: '预警太多，值班人员就看不过来。这里看每人每十分钟的预警数、哪些规则最吵、哪些多是误报。',
    from: '开始日期',
    to: '结束日期',
    officers: '同时值班人数',
    csv: '导出 CSV',
    alarms: '预警条数',
    rate: '每人每十分钟',
    busiest: '最忙的十分钟（每人）',
    burden: '负荷',
    flood: '预警泛滥时间占比',
    chattering: '一分钟内响三次的条件',
    stale: '持续一天以上未办结',
    levels: '各级占比',
    worst: '最吵的规则',
    none: '这段时间没有预警。',
    what: '规则或种类',
    count: '条数',
    share: '占比',
    falseAlarms: '误报',
    days: '不足 30 天，只作参考。',
    truncated: '预警超过统计上限，只统计了一部分。',
    source: '依据',
  },
  en: {
    title: 'Quality of warnings',
    hint: 'With too many warnings nobody looks any more. Here: how many come to an officer in ten minutes, which rules ring most, and which ring in vain.',
    from: 'From',
    to: 'To',
    officers: 'Officers on duty',
    csv: 'Export CSV',
    alarms: 'Warnings',
    rate: 'Per officer and ten minutes',
    busiest: 'Busiest ten minutes (per officer)',
    burden: 'Burden',
    flood: 'Share of time in floods',
    chattering: 'Conditions that rang three times a minute',
    stale: 'Unresolved and holding for more than a day',
    levels: 'Share of each level',
    worst: 'Rules that ring most',
    none: 'There were no warnings in this time.',
    what: 'Rule or kind',
    count: 'Warnings',
    share: 'Share',
    falseAlarms: 'False alarms',
    days: 'Fewer than 30 days: no more than a hint.',
    truncated: 'There were more warnings than are counted; these are some of them.',
    source: 'By',
  },
});

export const useQualityTexts = () => useTexts(texts);

const burdens = {
  acceptable: { zh: '可接受', en: 'Acceptable' },
  manageable: { zh: '尚可应付', en: 'Manageable' },
  'too-many': { zh: '过多', en: 'Too many' },
};
export const useBurden = () => useWords(burdens);
