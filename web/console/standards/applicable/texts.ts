import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('applicable-limits', {
  zh: {
    title: '适用限量',
    about:
      '某产品在抽样日适用的限量或禁用规定，以及为什么：条款、级别（该食品本身或所属类别）、数据版本、未采用的规定。',
    product: '产品',
    choose: '请选择产品，或填写食品',
    food: '或食品（名称或代码）',
    substance: '物质（名称或 CAS 号）',
    on: '抽样日（空白为今日）',
    nothing: '已载入的标准未提到该食品中的任何物质。标准不完整时，没有查到不等于没有限量。',
    noProduct: '请先选择产品，或填写食品的名称或代码。',
    substanceShort: '物质',
    answer: '适用规定',
    limit: '{{maximum}} {{unit}}',
    temporary: '{{maximum}} {{unit}}（临时）',
    banned: '禁用',
    noLimit: '无限量',
    where: '条款',
    clause: '{{standard}} · {{clause}} · 第 {{version}} 版',
    level: '级别',
    own: '{{food}}（该食品本身）',
    category: '{{food}}（所属类别）',
    why: '说明',
    passedOver: '未采用',
    passed: '{{food}} {{maximum}} {{unit}}（{{standard}} {{clause}}）：{{reason}}',
    residueOf: '按 {{residue}} 的残留物（总和）判定',
  },
  en: {
    title: 'Limits that apply',
    about:
      "The limit or ban for a product on the day of sampling, and why: clause, level (the food's own row or a category's), version of the data, and rows that were passed over.",
    product: 'Product',
    choose: 'Choose a product, or name a food',
    food: 'Or food (name or code)',
    substance: 'Substance (name or CAS number)',
    on: 'Day of sampling (blank: today)',
    nothing:
      'The standards loaded speak of no substance in this food. While a standard is incomplete, that does not mean that there is no limit.',
    noProduct: 'Choose a product first, or enter the name or code of a food.',
    substanceShort: 'Substance',
    answer: 'Applies',
    limit: '{{maximum}} {{unit}}',
    temporary: '{{maximum}} {{unit}} (temporary)',
    banned: 'banned',
    noLimit: 'no limit',
    where: 'Clause',
    clause: '{{standard}} · {{clause}} · version {{version}}',
    level: 'Level',
    own: "{{food}} (the food's own)",
    category: '{{food}} (a category above it)',
    why: 'Why',
    passedOver: 'Passed over',
    passed: '{{food}} {{maximum}} {{unit}} ({{standard}} {{clause}}): {{reason}}',
    residueOf: 'judged as the residue of {{residue}}, a sum',
  },
});

export function useApplicableTexts() {
  return useTexts(texts);
}

const reasons = {
  'not-in-force': { zh: '该日不施行', en: 'not in force on that day' },
  'less-specific': { zh: '有更具体的规定', en: 'another row is more specific' },
  'excludes-the-food': { zh: '不包括该食品', en: 'leaves this food out' },
};

export function usePassedOverReason() {
  return useWords(reasons);
}
