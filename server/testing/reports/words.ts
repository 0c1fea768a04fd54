import type { VerdictWord } from '../rules/sample-verdict.ts';

/** As a paper names them, both languages at once. */
export const verdictWords: Record<VerdictWord, string> = {
  pass: '合格 pass',
  fail: '不合格 fail',
  'no-limit': '无限量，不作合格判定 no limit, no pass',
  'not-comparable': '无法判定 nobody can tell',
  pending: '未作结论 no verdict',
};

export const planWords: Record<string, string> = {
  'routine-monitoring': '例行监测 routine monitoring',
  'supervised-check': '监督抽查 supervised check',
  'risk-monitoring': '风险监测 risk monitoring',
  'self-check': '自检 self-check',
  commissioned: '委托检测 commissioned',
};
