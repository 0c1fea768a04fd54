import { defineTexts, useTexts, useWords } from '../shared/texts.ts';

const texts = defineTexts('divisions', {
  zh: {
    title: '行政区划',
    hint: '区划依法调整，随平台版本更新，不在此处修改；账号、主体、场所和案件都归属其中一级。',
    nothing: '没有行政区划。',
    county: '区县',
    level: '层级',
    name: '名称',
    code: '代码',
    above: '上级',
  },
  en: {
    title: 'Divisions',
    hint: 'Divisions change by statute: they come with a release of the platform and are not edited here. Accounts, producers, sites and cases each belong to one.',
    nothing: 'There are no divisions.',
    county: 'County',
    level: 'Level',
    name: 'Name',
    code: 'Code',
    above: 'Above it',
  },
});

export const useDivisionsTexts = () => useTexts(texts);

export const levels = ['city', 'county', 'town'] as const;

export const useLevelWord = () =>
  useWords<(typeof levels)[number]>({
    city: { zh: '市', en: 'city' },
    county: { zh: '区县', en: 'county or district' },
    town: { zh: '乡镇街道', en: 'town or subdistrict' },
  });
