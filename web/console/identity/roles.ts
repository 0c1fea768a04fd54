import { useWords } from '../shared/texts.ts';

const roles = {
  administrator: { zh: '系统管理员', en: 'administrator' },
  supervisor: { zh: '监管员', en: 'supervisor' },
  sampler: { zh: '抽样员', en: 'sampler' },
  analyst: { zh: '检测员', en: 'analyst' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  certifier: { zh: '认证审查员', en: 'certifier' },
  officer: { zh: '执法人员', en: 'enforcement officer' },
  producer: { zh: '生产经营主体', en: 'producer' },
  auditor: { zh: '审计员', en: 'auditor' },
};

export const roleNames = Object.keys(roles) as (keyof typeof roles)[];

export function useRoleName(): (role: string) => string {
  return useWords(roles);
}
