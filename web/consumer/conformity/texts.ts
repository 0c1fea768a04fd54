import type { Bilingual } from '../trace-view.ts';
import type { ConformityPageView } from './page.ts';

export const stateSentences: Record<ConformityPageView['state'], Bilingual> = {
  valid: { zh: '此承诺达标合格证有效。', en: 'This conformity certificate holds.' },
  void: {
    zh: '此合格证已由承诺主体作废，不能再使用。',
    en: 'Whoever issued this certificate declared it void: it must not be used.',
  },
  withdrawn: {
    zh: '此合格证已被主管部门撤销，不能再使用。',
    en: 'The authority withdrew this certificate: it must not be used.',
  },
};

export const batchSentences: Record<'held' | 'recalled', Bilingual> = {
  held: { zh: '该批次已暂停销售，请勿购买、销售。', en: 'This batch is on hold: do not buy or sell it.' },
  recalled: { zh: '该批次正在召回，请勿购买、销售。', en: 'This batch is being recalled: do not buy or sell it.' },
};

export const formNames: Record<ConformityPageView['form'], Bilingual> = {
  producer: { zh: '生产者开具', en: 'issued by the producer' },
  purchaser: { zh: '收购者开具', en: 'issued by the purchaser' },
};

export const conformityTexts = {
  title: { zh: '承诺达标合格证 {number}', en: 'Conformity certificate {number}' },
  section: { zh: '承诺达标合格证', en: 'Conformity certificates' },
  legend: {
    zh: '合格证是生产经营者自己的承诺，不是检测结果。',
    en: 'A certificate is what the producer promises, not a test.',
  },
  promises: { zh: '承诺事项', en: 'Promises' },
  bases: { zh: '承诺依据', en: 'What they rest on' },
  product: { zh: '产品名称', en: 'Product' },
  quantity: { zh: '数量（重量）', en: 'Quantity' },
  origin: { zh: '产地', en: 'Origin' },
  issued: { zh: '开具时间', en: 'Issued' },
  party: { zh: '承诺主体', en: 'Promised by' },
  batch: { zh: '批次（追溯信息）', en: 'Batch (its trace)' },
  form: { zh: '样式', en: 'Form' },
  clause: { zh: '文本依据', en: 'Text set by' },
  received: { zh: '收取的合格证', en: 'Certificates received' },
  ended: { zh: '失效', en: 'Ended' },
  compare: {
    zh: '如与随附的合格证不一致，或产品与所述不符，请向 12316 反映。',
    en: 'If the certificate with the goods says anything else, or the goods are not what it says, please tell 12316.',
  },
  unknownTitle: { zh: '查无此合格证', en: 'No such certificate' },
  unknown: {
    zh: '没有编号为此的承诺达标合格证；如包装上印有此编号，它可能是伪造的，请向 12316 反映。',
    en: 'There is no conformity certificate with this number; if a package bears it, it may be forged: please tell 12316.',
  },
  mistyped: {
    zh: '编号的校验字符不符，请核对是否输错。',
    en: 'The check character of the number does not fit: please see whether it was mistyped.',
  },
} satisfies Record<string, Bilingual>;
