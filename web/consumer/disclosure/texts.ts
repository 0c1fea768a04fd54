import type { Bilingual } from '../trace-view.ts';

export const disclosureTexts = {
  openData: { zh: '开放数据', en: 'Open data' },
  changed: { zh: '最近更新', en: 'Last change' },
  noRecords: { zh: '尚无记录', en: 'No records yet' },
  license: { zh: '许可', en: 'License' },
  publisher: { zh: '发布单位', en: 'Publisher' },
  columns: { zh: '字段', en: 'Columns' },
  catalogue: { zh: '供程序读取的目录（DCAT，JSON-LD）', en: 'The catalogue for programs (DCAT, JSON-LD)' },
  whole: { zh: '下载全部：', en: 'Download all:' },
  next: { zh: '下一页', en: 'Next page' },
  feed: { zh: '证书动态（Atom）', en: 'News of certificates (Atom)' },
  search: { zh: '查询生产经营主体和证书', en: 'Look up producers and certificates' },
  label: { zh: '名称、产品或证书编号', en: 'Name, product or number of a certificate' },
  hint: {
    zh: '至少两个字。农户为个人，不在其中。',
    en: 'At least two characters. Smallholders are persons and not among them.',
  },
  submit: { zh: '查询', en: 'Look up' },
  producers: { zh: '生产经营主体', en: 'Producers' },
  certificates: { zh: '认证证书', en: 'Certificates' },
  nothing: { zh: '没有找到。', en: 'Nothing was found.' },
  more: { zh: '结果较多，只显示最新的，请补充关键字。', en: 'There are more: only the newest are shown; add words.' },
} satisfies Record<string, Bilingual>;

export const standings: Record<string, Bilingual> = {
  valid: { zh: '有效', en: 'holds' },
  'not-yet': { zh: '尚未生效', en: 'does not hold yet' },
  suspended: { zh: '已暂停', en: 'suspended' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  expired: { zh: '已过期', en: 'expired' },
};
