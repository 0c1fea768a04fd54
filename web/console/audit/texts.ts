import type { AuditEntry } from '../api/types.ts';
import { defineTexts, useTexts, type Words } from '../shared/texts.ts';

const texts = defineTexts('audit', {
  zh: {
    history: '变更记录',
    show: '查看变更记录',
    hide: '收起变更记录',
    export: '导出全部：',
    at: '时间',
    actor: '操作者',
    action: '操作',
    changes: '变更',
    reason: '理由',
    removed: '（已清除）',
    secret: '（已变更，不留内容）',
    nothing: '没有您可查看的变更记录。',
  },
  en: {
    history: 'History',
    show: 'Show the history',
    hide: 'Hide the history',
    export: 'Export all of it:',
    at: 'Time',
    actor: 'By',
    action: 'What',
    changes: 'Changes',
    reason: 'Reason',
    removed: '(taken away)',
    secret: '(changed; no value is kept)',
    nothing: 'There is no history that you may read.',
  },
});

export const actions: Words<AuditEntry['action']> = {
  create: { zh: '新建', en: 'created' },
  update: { zh: '修改', en: 'changed' },
  begin: { zh: '启用新日志', en: 'began a new log' },
  reveal: { zh: '查看明文个人信息', en: 'saw personal data' },
};

export function useAuditTexts() {
  return useTexts(texts);
}
