import type { Certificate, CertificateProposal } from '../../api/types.ts';
import { defineTexts, useTexts, useWords, type Words } from '../../shared/texts.ts';

const texts = defineTexts('certificates', {
  zh: {
    title: '认证证书',
    nothing: '还没有认证证书。批准的认证申请和登记的外部证书会出现在这里。',
    number: '证书编号',
    externalNumber: '发证机构编号',
    issuer: '发证机构',
    scheme: '认证类别',
    level: '等级',
    producer: '持证主体',
    product: '产品',
    standing: '状态',
    validFrom: '有效期起',
    validTo: '有效期止',
    neverExpires: '长期有效',
    renewBy: '最迟续展申请日',
    nextVisitBy: '下次证后检查期限',
    publicPage: '公开页',
    paper: '证书（PDF）',
    'propose-suspension': '提议暂停',
    'propose-withdrawal': '提议撤销',
    restore: '恢复证书',
    'record-visit': '登记证后检查',
    done: '已办理',
    visits: '证后检查',
    noVisits: '还没有证后检查记录。',
    on: '检查日期',
    passed: '结论',
    visitPassed: '通过',
    visitFailed: '未通过',
    note: '说明',
    by: '登记人',
    proposals: '暂停与撤销提议',
    proposalsHint: '检测不合格、处罚决定或工作人员提出；由另一人决定，证书不会自动暂停。',
    noProposals: '没有提议。',
    kind: '提议',
    cause: '原因',
    state: '处理',
    raised: '提出',
    accept: '接受提议',
    dismiss: '驳回提议',
    decided: '决定',
    history: '办理经过',
    steps: '操作',
  },
  en: {
    title: 'Certificates',
    nothing: 'No certificates yet. Those of granted applications, and those recorded from elsewhere, appear here.',
    number: 'Number',
    externalNumber: 'Number of the certifying body',
    issuer: 'Certifying body',
    scheme: 'Scheme',
    level: 'Level',
    producer: 'Holder',
    product: 'Product',
    standing: 'Standing',
    validFrom: 'Valid from',
    validTo: 'Valid to',
    neverExpires: 'Never expires',
    renewBy: 'Last day to apply for renewal',
    nextVisitBy: 'Next surveillance visit by',
    publicPage: 'Public page',
    paper: 'Certificate (PDF)',
    'propose-suspension': 'Propose suspension',
    'propose-withdrawal': 'Propose withdrawal',
    restore: 'Restore',
    'record-visit': 'Record a visit',
    done: 'Done',
    visits: 'Surveillance visits',
    noVisits: 'No visits yet.',
    on: 'Day',
    passed: 'Outcome',
    visitPassed: 'passed',
    visitFailed: 'failed',
    note: 'Note',
    by: 'Recorded by',
    proposals: 'Proposals to suspend or withdraw',
    proposalsHint:
      'Raised by a failed test, a penalty or an officer; another person decides. No certificate is suspended by itself.',
    noProposals: 'No proposals.',
    kind: 'Proposal',
    cause: 'Cause',
    state: 'State',
    raised: 'Raised',
    accept: 'Accept',
    dismiss: 'Dismiss',
    decided: 'Decided',
    history: 'What was done',
    steps: 'Steps',
  },
});

export function useCertificateTexts() {
  return useTexts(texts);
}

const standings: Words<Certificate['standing']> = {
  valid: { zh: '有效', en: 'Valid' },
  'not-yet': { zh: '尚未生效', en: 'Not yet valid' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  expired: { zh: '已过期', en: 'Expired' },
};

export const standingNames = Object.keys(standings) as Certificate['standing'][];

export function useStanding() {
  return useWords(standings);
}

const kinds: Words<CertificateProposal['kind']> = {
  suspend: { zh: '暂停', en: 'Suspend' },
  withdraw: { zh: '撤销', en: 'Withdraw' },
};

export function useProposalKind() {
  return useWords(kinds);
}

const proposalStates: Words<CertificateProposal['state']> = {
  open: { zh: '待决定', en: 'Waits for a decision' },
  accepted: { zh: '已接受', en: 'Accepted' },
  dismissed: { zh: '已驳回', en: 'Dismissed' },
};

export const proposalStateNames = Object.keys(proposalStates) as CertificateProposal['state'][];

export function useProposalState() {
  return useWords(proposalStates);
}
