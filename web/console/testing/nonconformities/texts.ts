import type { Nonconformity } from '../../api/types.ts';
import { defineTexts, useTexts, useWords, type Words } from '../../shared/texts.ts';

const texts = defineTexts('nonconformities', {
  zh: {
    title: '不符合工作',
    about: '质控失控、仪器校准不合格或逾期，会自动追溯到上一次合格以来的全部结果、快检、报告和批次。',
    cause: '原因',
    state: '状态',
    laboratory: '检测机构',
    since: '上次合格',
    sinceUnknown: '没有已知的合格记录',
    until: '追溯至',
    doubtedCount: '存疑结果',
    openedAt: '发现时间',
    nothing: '没有不符合工作。质控样失控或校准不合格时会自动出现在这里。',
    doubted: '存疑的结果',
    select: '选择 {{sample}} 的 {{analyte}}',
    sample: '样品',
    analyte: '项目',
    value: '结果',
    enteredAt: '录入时间',
    standing: '处理情况',
    confirm: '确认所选结果有效',
    confirmHint: '同时段另一质控样合格、复测一致等',
    noneChosen: '请先在表中选择结果',
    settle: '无效的结果请到样品页撤回，已发布的请作废其报告，快检在此作废；处理完后再由另一人关闭。',
    'set-aside': '所选快检作废',
    rapidPositive: '快检 {{device}}：阳性，已暂停其批次',
    rapidNegative: '快检 {{device}}：阴性，其批次已放行',
    rapidOpen: '快检 {{device}}：无判定规则',
    assess: '评估',
    significance: '对结果（包括以前的结果）有什么影响',
    action: '采取了什么措施',
    customers: '通知了哪些客户、召回了什么（可不填）',
    close: '关闭，恢复工作',
    assessment: '评估',
    reports: '涉及的有效报告',
    batches: '涉及的批次',
    holdHint: '是否暂停销售由监管人员决定，可在批次页操作。',
    method: '方法',
    instrument: '仪器',
    done: '已办理',
  },
  en: {
    title: 'Nonconforming work',
    about:
      'A failed control, and an instrument’s calibration that failed or is over, reach back by themselves to every result, rapid test, report and batch since the last good one.',
    cause: 'Cause',
    state: 'State',
    laboratory: 'Laboratory',
    since: 'Last good',
    sinceUnknown: 'none is known',
    until: 'Reaches to',
    doubtedCount: 'Results in doubt',
    openedAt: 'Found',
    nothing: 'There is none. It shows here by itself when a control or a calibration fails.',
    doubted: 'Results in doubt',
    select: 'Choose {{analyte}} of {{sample}}',
    sample: 'Sample',
    analyte: 'Analyte',
    value: 'Result',
    enteredAt: 'Entered',
    standing: 'What became of it',
    confirm: 'Confirm the chosen results',
    confirmHint: 'Another control of the same time was good, repeated and found again …',
    noneChosen: 'Choose results in the table first',
    settle:
      'What is wrong is retracted on the sample’s page, or its report invalidated if it is out; rapid tests are set aside here. Then another person closes this.',
    'set-aside': 'Set the chosen rapid tests aside',
    rapidPositive: 'rapid test, {{device}}: positive, its batch was held',
    rapidNegative: 'rapid test, {{device}}: negative, its batch was let go',
    rapidOpen: 'rapid test, {{device}}: no rule for it',
    assess: 'Assess',
    significance: 'What it means for the results, earlier ones included',
    action: 'What was done about it',
    customers: 'Which customers were told, what was called back (may be empty)',
    close: 'Close, work goes on',
    assessment: 'Assessment',
    reports: 'Valid reports it concerns',
    batches: 'Batches it concerns',
    holdHint: 'Whether a batch is held is decided by a supervisor, on the batch’s page.',
    method: 'Method',
    instrument: 'Instrument',
    done: 'Done',
  },
});

export const useNonconformityTexts = () => useTexts(texts);

const states: Words<Nonconformity['state']> = {
  open: { zh: '待评估', en: 'to be assessed' },
  assessed: { zh: '已评估', en: 'assessed' },
  closed: { zh: '已关闭', en: 'closed' },
};
export const nonconformityStates = Object.keys(states) as Nonconformity['state'][];
export const useNonconformityState = () => useWords(states);

const causes: Words<Nonconformity['cause']> = {
  control: { zh: '质控失控', en: 'control failed' },
  'calibration-failed': { zh: '校准不合格', en: 'calibration failed' },
  'calibration-overdue': { zh: '校准逾期', en: 'calibration over' },
};
export const nonconformityCauses = Object.keys(causes) as Nonconformity['cause'][];
export const useNonconformityCause = () => useWords(causes);

const standings: Words<Nonconformity['doubted'][number]['standing']> = {
  counts: { zh: '待处理', en: 'to be settled' },
  confirmed: { zh: '已确认有效', en: 'confirmed' },
  'set-aside': { zh: '已撤回或作废', en: 'set aside' },
  invalidated: { zh: '报告已作废', en: 'report invalidated' },
};
export const useDoubtStanding = () => useWords(standings);
