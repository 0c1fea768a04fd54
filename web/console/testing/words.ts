import { useWords } from '../shared/texts.ts';

const verdicts = {
  pass: { zh: '合格', en: 'Pass' },
  fail: { zh: '不合格', en: 'Fail' },
  'no-limit': { zh: '无限量标准', en: 'No limit' },
  'not-comparable': { zh: '无法比较', en: 'Not comparable' },
  pending: { zh: '未出结论', en: 'Pending' },
};

export const verdictNames = Object.keys(verdicts);

export function useVerdictWord(): (verdict: string) => string {
  return useWords(verdicts);
}

const states = {
  drawn: { zh: '已抽样', en: 'Drawn' },
  received: { zh: '已接收', en: 'Received' },
  'in-test': { zh: '检测中', en: 'In test' },
  reported: { zh: '已报告', en: 'Reported' },
  published: { zh: '已发布', en: 'Published' },
  rejected: { zh: '已拒收', en: 'Rejected' },
  invalidated: { zh: '已作废', en: 'Invalidated' },
};

export const stateNames = Object.keys(states);

/** What a sample comes to when nothing goes wrong, in order. */
export const usualStates = ['drawn', 'received', 'in-test', 'reported', 'published'];

export function useSampleState(): (state: string) => string {
  return useWords(states);
}

const plans = {
  'routine-monitoring': { zh: '例行监测', en: 'Routine monitoring' },
  'supervised-check': { zh: '监督抽查', en: 'Supervised check' },
  'risk-monitoring': { zh: '风险监测', en: 'Risk monitoring' },
  'self-check': { zh: '自检', en: 'Self-check' },
  commissioned: { zh: '委托检测', en: 'Commissioned' },
};

export const planNames = Object.keys(plans);

export function usePlanWord(): (plan: string) => string {
  return useWords(plans);
}

const confirmations = {
  wanted: { zh: '待确证', en: 'Wanted' },
  'sample-drawn': { zh: '已抽样', en: 'Sample drawn' },
  confirmed: { zh: '已确证', en: 'Confirmed' },
  'not-confirmed': { zh: '未能确证', en: 'Not confirmed' },
};

export const confirmationNames = Object.keys(confirmations) as (keyof typeof confirmations)[];

export function useConfirmationWord(): (confirmation: string) => string {
  return useWords(confirmations);
}

const verbs = {
  draw: { zh: '抽样', en: 'Drawn' },
  receive: { zh: '接收', en: 'Received' },
  'enter-result': { zh: '录入结果', en: 'Result entered' },
  report: { zh: '提交报告', en: 'Reported' },
  verify: { zh: '审核发布', en: 'Verified and published' },
  'hand-over': { zh: '交接', en: 'Handed on' },
  split: { zh: '留存备样', en: 'Portion retained' },
  reject: { zh: '拒收', en: 'Rejected' },
  assign: { zh: '安排检测', en: 'Tests assigned' },
  take: { zh: '领取检测项目', en: 'Test taken' },
  retract: { zh: '撤回结果', en: 'Result retracted' },
  retest: { zh: '要求复测', en: 'Second determination asked for' },
  'reject-test': { zh: '取消检测', en: 'Test given up' },
  return: { zh: '退回', en: 'Returned' },
  invalidate: { zh: '作废', en: 'Invalidated' },
  amend: { zh: '更正', en: 'Amended' },
};

export function useSampleVerb(): (verb: string) => string {
  return useWords(verbs);
}
