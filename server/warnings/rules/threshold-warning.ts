import type { Bilingual } from '../../http/fields.ts';
import names from '../data/metric-names.json' with { type: 'json' };
import type { ThresholdRule } from './threshold.ts';

/** What a threshold warning says. */
export interface ThresholdFacts {
  rule: ThresholdRule & { name: string; metric: string };
  device: { deviceName: string; siteName?: string | undefined };
  value: number;
}

/** One rule at one device is one condition. */
export function thresholdConditionKey(ruleId: string, deviceId: string): string {
  return `threshold|${ruleId}|${deviceId}`;
}

export function thresholdText({ rule, device, value }: ThresholdFacts): { title: Bilingual; detail: Bilingual } {
  const metric = metricName(rule.metric);
  const unit = shownUnit(rule.unit);
  const place = device.siteName ?? device.deviceName;
  const above = rule.comparison === 'above';
  const minutes = Math.round(rule.durationSeconds / 6) / 10;
  return {
    title: {
      zh: `${place}：${metric.zh}${above ? '过高' : '过低'}`,
      en: `${place}: ${metric.en} too ${above ? 'high' : 'low'}`,
    },
    detail: {
      zh: `设备“${device.deviceName}”测得${metric.zh} ${value} ${unit}，${above ? '高于' : '低于'}界限 ${rule.limit} ${unit}${minutes > 0 ? `，已持续 ${minutes} 分钟` : ''}（规则：${rule.name}）`,
      en: `Device “${device.deviceName}” measured ${metric.en} ${value} ${unit}, ${above ? 'above' : 'below'} ${rule.limit} ${unit}${minutes > 0 ? ` for ${minutes} min` : ''} (rule: ${rule.name})`,
    },
  };
}

function metricName(metric: string): Bilingual {
  return names.metrics.find((known) => known.metric === metric) ?? { zh: metric, en: metric };
}

function shownUnit(unit: string): string {
  return names.units.find((known) => known.unit === unit)?.shown ?? unit;
}
