import { dayOf, minuteOf } from '../../../calendar/index.ts';
import type { Fact, PrintedDocument } from '../../../documents/index.ts';
import type { Bilingual } from '../../../http/fields.ts';
import type { ConformityState } from '../lifecycle.ts';
import type { ConformityRecord } from '../model.ts';
import { formById, keptUntil } from '../rules/forms.ts';
import type { Contact } from './contact.ts';

const marks: Record<ConformityState, Bilingual | null> = {
  valid: null,
  void: { zh: '已作废', en: 'VOID' },
  withdrawn: { zh: '已撤销', en: 'WITHDRAWN' },
};

/** A whole page in both languages, for files and for buyers who want paper. */
export function conformityPaper(
  record: ConformityRecord,
  { name, contact }: Contact,
  checkAt: string,
): PrintedDocument {
  const text = formById(record.formId);
  const mark = marks[record.state];
  return {
    title: { zh: '承诺达标合格证', en: 'Conformity certificate' },
    number: record.number,
    issuer: name,
    issuedAt: record.issuedAt,
    ...(mark && { mark }),
    checkAt,
    blocks: [
      {
        kind: 'paragraphs',
        title: { zh: '承诺事项', en: 'Promises' },
        paragraphs: text.promises.map(({ zh, en }) => `${zh} · ${en}`),
      },
      {
        kind: 'paragraphs',
        title: { zh: '承诺依据', en: 'What they rest on' },
        paragraphs: text.bases.map(({ code, zh, en }) => `${record.bases.includes(code) ? '√' : '□'} ${zh} · ${en}`),
      },
      {
        kind: 'facts',
        title: { zh: '产品', en: 'Product' },
        facts: product(record, { name, ...(contact !== undefined && { contact }) }),
      },
      ...(record.received.length > 0
        ? [
            {
              kind: 'paragraphs' as const,
              title: { zh: '收取的合格证', en: 'Certificates received' },
              paragraphs: record.received,
            },
          ]
        : []),
      { kind: 'paragraphs', paragraphs: [`文本依据 · Text set by: ${text.clause}`] },
    ],
  };
}

function product(record: ConformityRecord, { name, contact }: Contact): Fact[] {
  const { quantity, tests } = record;
  return [
    [{ zh: '产品名称', en: 'Product' }, [record.productName, record.productNameEn].filter(Boolean).join(' ')],
    [{ zh: '批次', en: 'Batch' }, record.batchCode],
    [{ zh: '数量（重量）', en: 'Quantity' }, `${quantity.value} ${quantity.unit}`],
    [{ zh: '产地', en: 'Origin' }, record.origin],
    [{ zh: '开具时间', en: 'Issued' }, minuteOf(record.issuedAt)],
    [{ zh: '承诺主体', en: 'Promised by' }, name],
    ...(contact === undefined ? [] : [[{ zh: '联系方式', en: 'Contact' }, contact] as const]),
    ...(tests.length > 0 ? [[{ zh: '检测记录', en: 'Tests' }, tests.join('、')] as const] : []),
    [{ zh: '记录保存至', en: 'Record kept until' }, dayOf(keptUntil(record.issuedAt))],
  ];
}
