import type { Bilingual } from '../../http/fields.ts';
import type { Lapsed } from '../rules/calibration.ts';

export const dueKey = (device: string, dueOn: string) => `calibration-due|${device}|${dueOn}`;
export const lapsedKey = (device: string) => `calibration-lapsed|${device}`;

export interface CalibrationWarning {
  kind: 'calibration';
  level: 'blue' | 'yellow';
  conditionKey: string;
  title: Bilingual;
  detail: Bilingual;
}

/** Some weeks before: a laboratory needs an appointment. */
export function calibrationDue(device: { id: string; name: string }, dueOn: string): CalibrationWarning {
  return {
    kind: 'calibration',
    level: 'blue',
    conditionKey: dueKey(device.id, dueOn),
    title: { zh: `设备 ${device.name} 即将到校准期`, en: `Device ${device.name}: calibration is due soon` },
    detail: {
      zh: `校准有效期至 ${dueOn}；逾期后的快检结果将被标记`,
      en: `The calibration is good until ${dueOn}; results after that day are marked`,
    },
  };
}

/** A device measured although its calibration did not cover the day. */
export function calibrationLapsed(device: { id: string; name: string }, standing: Lapsed): CalibrationWarning {
  const why = {
    overdue: { zh: '校准已逾期', en: 'its calibration is overdue' },
    failed: { zh: '最近一次校准不合格', en: 'its last calibration did not conform' },
  }[standing];
  return {
    kind: 'calibration',
    level: 'yellow',
    conditionKey: lapsedKey(device.id),
    title: {
      zh: `设备 ${device.name} ${why.zh}，仍在测量`,
      en: `Device ${device.name} goes on measuring, but ${why.en}`,
    },
    detail: {
      zh: '其结果和数据已标记，请停用该设备并送校准',
      en: 'Its results and readings are marked; disable the device and have it calibrated',
    },
  };
}
