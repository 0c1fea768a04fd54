import { dayOf } from '../../../calendar/index.ts';
import type { Label } from '../../../documents/index.ts';
import type { ConformityRecord } from '../model.ts';
import { formById } from '../rules/forms.ts';
import type { Contact } from './contact.ts';

/** What article 14 of the rule asks for, in the words of the form: promises, basis, product, quantity, origin, time, party, contact. */
export function conformityLabel(record: ConformityRecord, { name, contact }: Contact, checkAt: string): Label {
  const text = formById(record.formId);
  return {
    title: '承诺达标合格证',
    facts: [
      ['产品名称', record.productName],
      ['数量（重量）', `${record.quantity.value} ${record.quantity.unit}`],
      ['产地', record.origin],
      ['开具时间', dayOf(record.issuedAt)],
      ['承诺主体', name],
      ...(contact === undefined ? [] : [['联系方式', contact] as const]),
    ],
    lines: [
      `承诺：${text.promises.map(({ zh }) => zh).join('；')}`,
      `依据：${text.bases.map(({ code, zh }) => `${record.bases.includes(code) ? '√' : '□'}${zh}`).join(' ')}`,
      `编号：${record.number}`,
    ],
    checkAt,
  };
}
