import { field, type Options, optional, type StepField } from './form-field.ts';

const kinds: Options = {
  documentary: { zh: '书证', en: 'documentary' },
  physical: { zh: '物证', en: 'physical' },
  'audio-visual': { zh: '视听资料', en: 'audio-visual' },
  electronic: { zh: '电子数据', en: 'electronic' },
  witness: { zh: '证人证言', en: 'witness' },
  'party-statement': { zh: '当事人的陈述', en: 'statement of the party' },
  'expert-opinion': { zh: '鉴定意见', en: 'expert opinion' },
  'site-record': { zh: '勘验笔录、现场笔录', en: 'record on site' },
};
const holds: Options = {
  preservation: { zh: '先行登记保存（7 个工作日）', en: 'registered and preserved (7 working days)' },
  sealing: { zh: '查封（30 日）', en: 'sealed (30 days)' },
  seizure: { zh: '扣押（30 日）', en: 'seized (30 days)' },
};
const disposals: Options = {
  returned: { zh: '退还', en: 'returned' },
  confiscated: { zh: '没收', en: 'confiscated' },
  destroyed: { zh: '销毁', en: 'destroyed' },
  seized: { zh: '转为查封、扣押', en: 'sealed or seized' },
  transferred: { zh: '移送', en: 'transferred' },
};

const reason = field('reason', 'long', '理由（记入审计日志）', 'Reason (goes into the audit log)');

/** 登记证据; a file of the case is chosen beside these. */
export const newEvidence: readonly StepField[] = [
  field('kind', 'choice', '证据种类', 'Kind of evidence', { options: kinds }),
  field('name', 'text', '名称', 'Name'),
  field('description', 'long', '说明', 'Description'),
  field('obtainedOn', 'day', '取得日期（不填为今天）', 'Obtained on (empty: today)', optional),
  field('place', 'text', '取得地点', 'Where', optional),
  field('keeper', 'text', '保管人', 'Keeper'),
];

/** What each step of a piece of evidence asks for. */
export const evidenceSteps = {
  'hand-over': [field('to', 'text', '接收人', 'To'), field('condition', 'text', '交接时的状况', 'Condition', optional)],
  hold: [
    field('kind', 'choice', '措施', 'Measure', { options: holds }),
    field('keeper', 'text', '保管人', 'Keeper'),
    field('place', 'text', '保管地点', 'Kept at'),
  ],
  pause: [reason],
  resume: [],
  extend: [reason],
  release: [field('disposal', 'choice', '处理结果', 'What becomes of it', { options: disposals }), reason],
} as const satisfies Record<string, readonly StepField[]>;

export type EvidenceStep = keyof typeof evidenceSteps;
export const evidenceVerbs = Object.keys(evidenceSteps) as EvidenceStep[];
