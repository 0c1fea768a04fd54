import type { TraceView } from '../../../web/consumer/trace-view.ts';
import { dayOf } from '../../calendar/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { Label } from '../../labels/index.ts';

export type LabelLanguage = 'zh' | 'en';

const words = {
  origin: { zh: '产地', en: 'Origin' },
  producer: { zh: '生产者', en: 'Producer' },
  harvested: { zh: '采收', en: 'Harvested' },
  code: { zh: '批次', en: 'Batch' },
  hint: { zh: '扫码查看产地、检测和去向', en: 'Scan for origin, tests and journey' },
} satisfies Record<string, Bilingual>;

/** What the package of a batch says: nothing that its public page does not say, and no verdict, which may change. */
export function batchLabel(view: TraceView, address: string, language: LabelLanguage): Label {
  const { product, origin, journey, code } = view;
  const divisions = language === 'en' ? origin.divisionNamesEn : origin.divisionNames;
  const place = [...divisions, ...(origin.siteName ? [origin.siteName] : [])].join(language === 'zh' ? '' : ' ');
  const harvest = journey.findLast(({ step, ownBatch }) => step === 'harvest' && ownBatch);
  const english = language === 'en' && product.nameEn !== undefined;
  const fact = (word: Bilingual, value: string | undefined) => (value ? [{ name: word[language], value }] : []);
  return {
    title: english ? (product.nameEn ?? product.name) : product.name,
    ...(product.nameEn && { subtitle: english ? product.name : product.nameEn }),
    facts: [
      ...fact(words.origin, place),
      ...fact(words.producer, origin.producerName),
      ...fact(words.harvested, harvest && dayOf(new Date(harvest.at))),
    ],
    code: `${words.code[language]} ${code}`,
    hint: words.hint[language],
    address,
  };
}
