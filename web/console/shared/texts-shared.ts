import { defineTexts, useTexts } from './texts.ts';

const texts = defineTexts('shared', {
  zh: {
    unreachable: '无法连接服务器',
    unreachableHint: '请检查网络，然后重试。',
    failed: '服务器未能完成请求（{{status}}）',
    retry: '重试',
    loading: '正在加载…',
    more: '加载更多',
    filteredEmpty: '没有符合筛选条件的记录',
    clearFilters: '清除筛选',
    allOf: '全部',
    cancel: '取消',
    save: '保存',
    copied: '已复制',
    copy: '复制',
    copyFailed: '浏览器不允许复制，请手动选取',
    required: '必填',
    back: '返回列表',
    none: '—',
    filters: '筛选',
    reason: '理由',
    reasonHint: '记入审计日志',
  },
  en: {
    unreachable: 'The server cannot be reached',
    unreachableHint: 'Check the network, then try again.',
    failed: 'The server could not finish this ({{status}})',
    retry: 'Try again',
    loading: 'Loading…',
    more: 'Load more',
    filteredEmpty: 'No records match these filters',
    clearFilters: 'Clear filters',
    allOf: 'All',
    cancel: 'Cancel',
    save: 'Save',
    copied: 'Copied',
    copy: 'Copy',
    copyFailed: 'The browser does not allow copying; select the text instead',
    required: 'Required',
    back: 'Back to the list',
    none: '—',
    filters: 'Filters',
    reason: 'Reason',
    reasonHint: 'Goes into the audit log',
  },
});

export function useSharedTexts() {
  return useTexts(texts);
}
