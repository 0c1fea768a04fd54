import type { FindingWarning } from './finding.ts';

export interface RapidTestPositiveFacts {
  batchCode: string;
  analyte: string;
  value: string;
  unit: string;
  /** From here on a result is positive, e.g. 50 % inhibition (GB/T 5009.199). */
  positiveFrom?: string | undefined;
  method?: string | undefined;
  /** Id of the test device; absent when the result was entered by hand. */
  device?: string | undefined;
}

/** 快检阳性: a screening result asks for a laboratory confirmation, so it stands one level below a confirmed excess. */
export function rapidTestPositive(facts: RapidTestPositiveFacts): FindingWarning {
  const { batchCode, analyte, value, unit, positiveFrom, method, device } = facts;
  return {
    level: 'yellow',
    title: {
      zh: `批次 ${batchCode} 快检阳性：${analyte}`,
      en: `Batch ${batchCode}: rapid test positive for ${analyte}`,
    },
    detail: {
      zh: `${device ? `设备 ${device} ` : ''}快检${analyte} ${value} ${unit}${positiveFrom ? `，判定阳性界限 ${positiveFrom} ${unit}` : ''}${method ? `（${method}）` : ''}；须送实验室确证`,
      en: `${device ? `Device ${device}: ` : ''}${analyte} ${value} ${unit}${positiveFrom ? `, positive from ${positiveFrom} ${unit}` : ''}${method ? ` (${method})` : ''}; to be confirmed by a laboratory`,
    },
    conditionKey: `rapid-test-positive|${batchCode}|${analyte}`,
  };
}
