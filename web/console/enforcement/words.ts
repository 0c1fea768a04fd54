import type { EnforcementCase } from '../api/types.ts';
import { useWords, type Words } from '../shared/texts.ts';
import type { EvidenceStep } from './evidence-forms.ts';

const states: Words<EnforcementCase['state']> = {
  clue: { zh: '线索', en: 'clue' },
  verified: { zh: '已核查', en: 'verified' },
  filed: { zh: '调查中', en: 'under investigation' },
  'in-review': { zh: '审核中', en: 'in review' },
  reviewed: { zh: '已审核', en: 'reviewed' },
  notified: { zh: '已告知', en: 'party notified' },
  heard: { zh: '已听取意见', en: 'party heard' },
  decided: { zh: '已决定', en: 'decided' },
  served: { zh: '已送达', en: 'served' },
  executed: { zh: '已执行', en: 'carried out' },
  closed: { zh: '已结案', en: 'closed' },
  dropped: { zh: '不予立案或销案', en: 'dropped' },
  'not-punished': { zh: '不予处罚', en: 'not punished' },
  transferred: { zh: '已移送', en: 'transferred' },
  withdrawn: { zh: '决定已撤销', en: 'decision withdrawn' },
};
export const caseStates = Object.keys(states) as EnforcementCase['state'][];

const clueKinds: Words<EnforcementCase['clue']['kind']> = {
  'failed-sample': { zh: '抽检不合格', en: 'failed sample' },
  inspection: { zh: '监督检查', en: 'inspection' },
  complaint: { zh: '投诉举报', en: 'complaint' },
  warning: { zh: '红色预警', en: 'red warning' },
  transfer: { zh: '其他机关移送', en: 'transfer' },
  'own-finding': { zh: '自行发现', en: 'own finding' },
};
export const clueKindsShown = Object.keys(clueKinds) as EnforcementCase['clue']['kind'][];

const procedures: Words<EnforcementCase['procedure']> = {
  ordinary: { zh: '普通程序', en: 'ordinary' },
  summary: { zh: '简易程序', en: 'summary' },
};

const sources: Words<EnforcementCase['clue']['sources'][number]['resource']> = {
  samples: { zh: '样品', en: 'sample' },
  objections: { zh: '复检', en: 're-test' },
  inspections: { zh: '监督检查', en: 'inspection' },
  complaints: { zh: '投诉举报', en: 'complaint' },
  warnings: { zh: '预警', en: 'warning' },
};

const verbs: Words<string> = {
  create: { zh: '登记线索', en: 'clue recorded' },
  'name-party': { zh: '登记当事人', en: 'name the party' },
  verify: { zh: '核查线索', en: 'verify the clue' },
  file: { zh: '立案', en: 'file the case' },
  drop: { zh: '不予立案或销案', en: 'drop the case' },
  recuse: { zh: '更换办案人员（回避）', en: 'replace an officer' },
  'record-finding': { zh: '登记查明的事实', en: 'record the findings' },
  'clear-of-crime': { zh: '不移送公安的理由', en: 'why not to the police' },
  submit: { zh: '调查终结，提交审核', en: 'hand in for review' },
  return: { zh: '退回补充调查', en: 'send back' },
  review: { zh: '案件审核', en: 'review' },
  notify: { zh: '处罚事先告知', en: 'prior notice' },
  'serve-notice': { zh: '送达告知书', en: 'serve the notice' },
  'state-defence': { zh: '记录陈述申辩', en: 'record the defence' },
  'request-hearing': { zh: '记录听证要求', en: 'record the request for a hearing' },
  'hold-hearing': { zh: '举行听证', en: 'hold the hearing' },
  'end-hearing': { zh: '终止听证', en: 'end the hearing' },
  conclude: { zh: '听取意见完毕', en: 'the party was heard' },
  'legal-review': { zh: '法制审核', en: 'legal review' },
  discuss: { zh: '集体讨论', en: 'discussion by the heads' },
  decide: { zh: '作出处罚决定', en: 'decide' },
  'not-punish': { zh: '不予处罚', en: 'do not punish' },
  'decide-on-the-spot': { zh: '当场处罚', en: 'decide on the spot' },
  serve: { zh: '送达决定书', en: 'serve the decision' },
  'allow-instalments': { zh: '批准分期、延期', en: 'allow instalments' },
  pay: { zh: '记录缴款', en: 'record a payment' },
  fulfil: { zh: '记录其他履行', en: 'record what was carried out' },
  remind: { zh: '催告', en: 'remind' },
  'apply-for-enforcement': { zh: '申请强制执行', en: 'ask the court' },
  complete: { zh: '执行完毕', en: 'carried out' },
  close: { zh: '结案', en: 'close the case' },
  'open-remedy': { zh: '登记复议、诉讼', en: 'record a review or lawsuit' },
  'end-remedy': { zh: '复议、诉讼结果', en: 'end of review or lawsuit' },
  correct: { zh: '补正', en: 'correct the decision' },
  withdraw: { zh: '撤销决定', en: 'withdraw the decision' },
  transfer: { zh: '移送', en: 'transfer' },
  'take-back': { zh: '移送退回', en: 'take back' },
  publish: { zh: '公示', en: 'publish' },
  'remove-publication': { zh: '撤下公示', en: 'take the publication back' },
};

const hearings: Words<string> = {
  asked: { zh: '已要求', en: 'asked for' },
  held: { zh: '已举行', en: 'held' },
  absent: { zh: '终止：无正当理由拒不出席', en: 'ended: the party stayed away without good reason' },
  left: { zh: '终止：未经许可中途退出', en: 'ended: the party left without leave' },
  withdrawn: { zh: '终止：撤回听证要求', en: 'ended: the party withdrew its request' },
};

const evidenceVerbs: Words<EvidenceStep> = {
  'hand-over': { zh: '移交保管', en: 'hand over' },
  hold: { zh: '保存、查封或扣押', en: 'preserve, seal or seize' },
  pause: { zh: '中止计时（检测）', en: 'pause for a test' },
  resume: { zh: '恢复计时', en: 'resume' },
  extend: { zh: '延长期限', en: 'extend' },
  release: { zh: '作出处理', en: 'release' },
};

const roles: Words<string> = {
  administrator: { zh: '系统管理员', en: 'administrator' },
  supervisor: { zh: '监管负责人', en: 'supervisor' },
  officer: { zh: '执法人员', en: 'officer' },
};

export const useCaseState = () => useWords(states);
export const useClueKind = () => useWords(clueKinds);
export const useProcedure = () => useWords(procedures);
export const useSourceWord = () => useWords(sources);
export const useVerbWord = () => useWords(verbs);
export const useEvidenceVerb = () => useWords(evidenceVerbs);
export const useHearingWord = () => useWords(hearings);
export const useRoleWord = () => useWords(roles);
