import type { Bilingual } from '../../http/fields.ts';
import type { NewWarning } from '../../warnings/index.ts';
import type { SampleRecord } from '../model.ts';
import type { NonconformityRecord } from './model.ts';

export const warningKey = (id: string): string => `nonconforming-work|${id}`;

export function causeText({
  cause,
  causeId,
  analyte = '',
  method = '',
  instrument = '',
}: Pick<NonconformityRecord, 'cause' | 'causeId' | 'analyte' | 'method' | 'instrument'>): Bilingual {
  const certificate = causeId.split('|')[1] ?? '';
  const of = instrument ? { zh: `（仪器 ${instrument}）`, en: ` (instrument ${instrument})` } : { zh: '', en: '' };
  switch (cause) {
    case 'control':
      return {
        zh: `质控样失控：${analyte}，${method}${of.zh}`,
        en: `A control failed: ${analyte}, ${method}${of.en}`,
      };
    case 'calibration-failed':
      return {
        zh: `仪器 ${instrument} 校准时发现不符合要求（证书 ${certificate}）`,
        en: `Instrument ${instrument} was found not to conform (certificate ${certificate})`,
      };
    case 'calibration-overdue':
      return {
        zh: `仪器 ${instrument} 校准逾期后仍在检测（证书 ${certificate}）`,
        en: `Instrument ${instrument} measured after its calibration was over (certificate ${certificate})`,
      };
  }
}

/** Orange where a report that says pass is out, or a negative rapid test let a batch go; else an affair of those who tested. */
export function warningOf(
  { _id, divisionCode, text, doubted }: NonconformityRecord,
  published: readonly Pick<SampleRecord, 'batchCode' | 'verdict'>[],
): Omit<NewWarning, 'at'> {
  const rapid = doubted.filter((each) => each.rapid);
  const batches = new Set([...published, ...rapid].map(({ batchCode }) => batchCode)).size;
  const passed = published.some(({ verdict }) => verdict === 'pass') || rapid.some((each) => !each.rapid?.positive);
  return {
    kind: 'nonconforming-work',
    level: passed ? 'orange' : 'yellow',
    divisionCode,
    conditionKey: warningKey(_id.toHexString()),
    title: { zh: `检测结果存疑：${text.zh}`, en: `Results in doubt: ${text.en}` },
    detail: {
      zh: `追溯到 ${doubted.length} 项结果（其中快检 ${rapid.length} 项）、${published.length} 份已发布报告、${batches} 个批次：请评估，并决定是否暂停销售`,
      en: `Reached: results ${doubted.length} (rapid tests ${rapid.length}), published reports ${published.length}, batches ${batches}. Assess them, and decide whether to hold batches`,
    },
  };
}
