import type { Bilingual } from '../trace-view.ts';
import type { ReportView } from './page.ts';

export const stateSentences: Record<ReportView['state'], Bilingual> = {
  valid: { zh: '此报告有效。', en: 'This report holds.' },
  invalid: { zh: '此报告已作废，不能再使用。', en: 'This report is invalid and must not be used.' },
  superseded: { zh: '此报告已被另一份报告替代。', en: 'Another report has taken the place of this one.' },
};

export const reportTexts = {
  title: { zh: '检测报告 {number}', en: 'Test report {number}' },
  issued: { zh: '签发', en: 'Issued' },
  ended: { zh: '失效', en: 'Ended' },
  needsCode: {
    zh: '扫描纸质报告上的二维码，可查看报告内容并与纸质报告核对。',
    en: 'Scan the QR code on the paper to see what the report says and hold the paper against it.',
  },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  address: { zh: '检测地点', en: 'Place of work' },
  accreditation: { zh: '资质', en: 'Accreditation' },
  received: { zh: '收样时间', en: 'Received' },
  testedFrom: { zh: '检测开始', en: 'Tested from' },
  testedTo: { zh: '检测结束', en: 'Tested to' },
  testedByEntry: { zh: '含按录入时间计的结果', en: 'of some results the time of entry' },
  method: { zh: '方法', en: 'Method' },
  methodUnknown: { zh: '未注明', en: 'not stated' },
  notTested: { zh: '未检测的项目', en: 'Not tested' },
  itemsOnly: { zh: '结果仅对所检样品负责。', en: 'The results relate only to the items tested.' },
  uncertainty: {
    zh: '± 为扩展不确定度，k = 2，约 95 %。',
    en: '± is the expanded uncertainty, k = 2, about 95 %.',
  },
  product: { zh: '样品', en: 'Item' },
  batch: { zh: '批次', en: 'Batch' },
  sample: { zh: '样品编号', en: 'Sample' },
  plan: { zh: '抽样类别', en: 'Kind of sampling' },
  drawn: { zh: '抽样时间', en: 'Sampled' },
  verdict: { zh: '结论', en: 'Verdict' },
  replaces: { zh: '替代的报告', en: 'Takes the place of' },
  replacedBy: { zh: '被替代为', en: 'Replaced by' },
  reason: { zh: '原因', en: 'Reason' },
  results: { zh: '检测结果', en: 'Results' },
  limit: { zh: '限量', en: 'limit' },
  deviations: { zh: '偏离', en: 'Deviations' },
  paper: { zh: '查看完整报告（PDF）', en: 'The whole report (PDF)' },
  compare: {
    zh: '纸质报告如与此页不一致，以此页为准，请向 12316 反映。',
    en: 'Where the paper says anything else, this page is right: please tell 12316.',
  },
  unknownTitle: { zh: '查无此报告', en: 'No such report' },
  unknown: {
    zh: '没有编号为此的检测报告。请核对编号；如纸质报告上印有此编号，它可能是伪造的，请向 12316 反映。',
    en: 'There is no test report with this number. Check the number; if a paper bears it, the paper may be forged: please tell 12316.',
  },
} satisfies Record<string, Bilingual>;
