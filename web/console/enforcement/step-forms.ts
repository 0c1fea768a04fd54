import { field, type Options, optional, type StepField } from './form-field.ts';
import { legalFormWords, partyKindWords } from './party-words.ts';

const penalties: Options = {
  warning: { zh: '警告', en: 'warning' },
  criticism: { zh: '通报批评', en: 'public criticism' },
  fine: { zh: '罚款', en: 'fine' },
  'confiscate-gains': { zh: '没收违法所得', en: 'confiscation of gains' },
  'confiscate-goods': { zh: '没收非法财物', en: 'confiscation of goods' },
  'suspend-licence': { zh: '暂扣许可证件', en: 'suspension of the licence' },
  'downgrade-qualification': { zh: '降低资质等级', en: 'lower qualification' },
  'revoke-licence': { zh: '吊销许可证件', en: 'revocation of the licence' },
  'limit-business': { zh: '限制开展生产经营活动', en: 'limits on the business' },
  'suspend-business': { zh: '责令停产停业', en: 'suspension of the business' },
  'close-down': { zh: '责令关闭', en: 'closing down' },
  'ban-from-trade': { zh: '限制从业', en: 'ban from the trade' },
};
const methods: Options = {
  'in-person': { zh: '直接送达', en: 'in person' },
  left: { zh: '留置送达', en: 'left behind' },
  electronic: { zh: '电子送达（经书面确认）', en: 'electronic, with written consent' },
  post: { zh: '邮寄送达', en: 'post' },
  entrusted: { zh: '委托送达', en: 'entrusted' },
  'public-notice': { zh: '公告送达', en: 'public notice' },
};
const noPenaltyGrounds: Options = {
  'minor-and-corrected': { zh: '轻微并及时改正，没有危害后果', en: 'minor, corrected, no harm' },
  'first-and-slight': { zh: '初次违法，后果轻微并及时改正', en: 'first, slight and corrected' },
  'no-fault': { zh: '没有主观过错', en: 'no fault' },
  'time-barred': { zh: '超过追诉时效', en: 'barred by time' },
  'no-breach': { zh: '违法事实不成立', en: 'no breach' },
};
const targets: Options = {
  police: { zh: '公安机关', en: 'police' },
  'market-supervision': { zh: '市场监管部门', en: 'market supervision' },
  'other-authority': { zh: '其他机关', en: 'other authority' },
};
const remedies: Options = {
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  litigation: { zh: '行政诉讼', en: 'lawsuit' },
};
const outcomes: Options = {
  upheld: { zh: '维持', en: 'upheld' },
  changed: { zh: '变更', en: 'changed' },
  annulled: { zh: '撤销', en: 'annulled' },
  'withdrawn-by-party': { zh: '当事人撤回', en: 'withdrawn by the party' },
};
const removals: Options = {
  'term-over': { zh: '公示期届满', en: 'its term is over' },
  repaired: { zh: '信用修复', en: 'credit repaired' },
  annulled: { zh: '决定被撤销', en: 'decision annulled' },
};

const hearingEndings: Options = {
  absent: { zh: '无正当理由拒不出席', en: 'stayed away without good reason' },
  left: { zh: '未经许可中途退出', en: 'left without leave' },
  withdrawn: { zh: '撤回听证要求', en: 'withdrew its request' },
};

const reason = field('reason', 'long', '理由（记入审计日志）', 'Reason (goes into the audit log)');
const opinion = field('opinion', 'long', '意见', 'Opinion');
const on = field('on', 'day', '日期（不填为今天）', 'Day (empty: today)', optional);
const served = [
  on,
  field('method', 'choice', '送达方式', 'How it was served', { options: methods }),
  field('proof', 'long', '送达证明', 'Proof'),
];
const finding = [
  field('acts', 'acts', '违法行为', 'Breaches'),
  field('actOn', 'day', '行为发生或者终了之日', 'Day of the breach, or of its end'),
  field('facts', 'long', '查明的事实', 'What was found'),
  field('valueOfGoods', 'text', '货值（元）', 'Value of the goods (yuan)', optional),
  field('illegalGains', 'text', '违法所得（元）', 'Illegal gains (yuan)', optional),
  field('fee', 'text', '收取的费用（元）', 'Fee taken (yuan)', optional),
  field('orderUnheeded', 'flag', '责令改正后拒不改正', 'An order to correct was not heeded', optional),
  field('orderNote', 'text', '哪一份责令改正', 'Which order', optional),
  field('grave', 'flag', '情节严重', 'Grave', optional),
  field('repeated', 'flag', '屡次违法', 'Repeated', optional),
  field('complex', 'flag', '案情复杂', 'Complex', optional),
  field('majorPublicInterest', 'flag', '涉及重大公共利益', 'Major public interest', optional),
  field('manyLegalRelations', 'flag', '涉及多个法律关系', 'Many legal relations', optional),
];
const penalty = [
  field('kinds', 'many', '处罚种类', 'Kinds of penalty', { options: penalties }),
  field('fine', 'text', '罚款（元）', 'Fine (yuan)', optional),
  field('confiscatedGains', 'text', '没收违法所得（元）', 'Gains confiscated (yuan)', optional),
  field('confiscatedGoods', 'text', '没收财物价值（元）', 'Value of goods confiscated (yuan)', optional),
  field('measures', 'lines', '其他措施', 'Other measures', optional),
];

/** What each step asks for; a step that is not named here asks for nothing. */
export const stepForms: Readonly<Record<string, StepField[]>> = {
  'name-party': [
    field('kind', 'choice', '主体类型', 'Kind of party', { options: partyKindWords }),
    field('legalForm', 'choice', '法律形式', 'Legal form', { options: legalFormWords }),
    field('name', 'text', '名称或者姓名', 'Name'),
    field('creditCode', 'text', '统一社会信用代码', 'Unified social credit code', optional),
    field('representative', 'text', '法定代表人或者负责人', 'Representative', optional),
    field('idNumber', 'text', '身份证号码', 'Identity number', optional),
    field('phone', 'text', '电话', 'Telephone', optional),
    field('address', 'text', '地址', 'Address', optional),
  ],
  verify: [field('officers', 'officers', '执法人员', 'Officers'), ...finding],
  file: [{ ...reason }],
  drop: [reason],
  recuse: [
    field('username', 'officer', '回避的执法人员', 'Officer who steps back'),
    field('replacement', 'officer', '接替人员', 'Replacement'),
    reason,
  ],
  'record-finding': finding,
  'clear-of-crime': [reason],
  return: [opinion],
  review: [opinion],
  notify: penalty,
  'serve-notice': served,
  'state-defence': [
    field('accepted', 'flag', '予以采纳', 'Accepted', optional),
    field('answer', 'long', '答复及理由', 'Answer, with the reason'),
  ],
  'request-hearing': [on],
  'hold-hearing': [
    field('noticeServedOn', 'day', '听证通知送达日期', 'Day on which the notice of the hearing was served'),
    on,
    field('result', 'long', '听证笔录要点', 'What the record says'),
  ],
  'end-hearing': [
    field('ground', 'choice', '终止原因', 'Why it ends', { options: hearingEndings }),
    field('noticeServedOn', 'day', '听证通知送达日期（撤回的可不填）', 'Day on which the notice was served', optional),
    on,
    field('result', 'long', '听证笔录要点', 'What the record says'),
  ],
  conclude: [
    field('waiver', 'text', '书面放弃的文件（期限已过则不填）', 'Written waiver (empty: the time is over)', optional),
  ],
  'legal-review': [field('agrees', 'flag', '同意', 'Agrees', optional), opinion],
  discuss: [
    field('heads', 'lines', '参加的负责人', 'Heads who took part'),
    field('conclusion', 'long', '讨论结论', 'Conclusion'),
  ],
  decide: [...penalty, reason],
  'decide-on-the-spot': [...penalty, reason],
  'not-punish': [field('ground', 'choice', '依据', 'Ground', { options: noPenaltyGrounds }), reason],
  serve: served,
  'allow-instalments': [field('parts', 'parts', '分期', 'Parts'), reason],
  pay: [
    field('part', 'number', '第几期', 'Which part', optional),
    field('surcharge', 'text', '加处罚款（元）', 'Surcharge (yuan)', optional),
    on,
    field('receipt', 'text', '票据号', 'Receipt'),
  ],
  fulfil: [field('text', 'long', '履行情况', 'What was carried out'), on],
  remind: served,
  'apply-for-enforcement': [field('name', 'text', '人民法院', 'Court'), on],
  close: [field('report', 'long', '结案报告', 'Closing report')],
  'open-remedy': [
    field('kind', 'choice', '救济途径', 'Remedy', { options: remedies }),
    field('body', 'text', '受理机关', 'Body'),
    field('from', 'day', '受理日期', 'From'),
  ],
  'end-remedy': [
    field('to', 'day', '结束日期', 'Ended on'),
    field('outcome', 'choice', '结果', 'Outcome', { options: outcomes }),
    field('fine', 'text', '变更后的罚款（元）', 'Fine as changed (yuan)', optional),
  ],
  correct: [field('text', 'long', '补正内容', 'What is corrected')],
  withdraw: [reason],
  transfer: [
    field('to', 'choice', '移送至', 'To', { options: targets }),
    field('authority', 'text', '机关名称', 'Authority'),
    reason,
  ],
  'take-back': [reason],
  'remove-publication': [field('ground', 'choice', '依据', 'Ground', { options: removals }), reason],
};
