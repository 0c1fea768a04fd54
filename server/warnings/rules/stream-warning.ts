import type { Bilingual } from '../../http/fields.ts';
import names from '../data/metric-names.json' with { type: 'json' };
import { changeWithin } from './rate-of-change.ts';
import type { StreamRule } from './stream-rule.ts';
import type { StreamState } from './stream-state.ts';

/** What a warning about a device's readings says. */
export interface StreamFacts {
  rule: StreamRule & { name: string; nameEn?: string | undefined; metric?: string | undefined };
  device: { deviceName: string; siteName?: string | undefined };
  state: StreamState;
  /** The value that raised it; a silence has none. */
  value?: number | undefined;
}

type Texts = { title: Bilingual; detail: Bilingual };

/** Title and detail of the warning, in both languages. */
export function streamWarningText(facts: StreamFacts): Texts {
  const { rule, device } = facts;
  const said = saying(facts);
  const place = device.siteName ?? device.deviceName;
  return {
    title: { zh: `${place}：${said.title.zh}`, en: `${place}: ${said.title.en}` },
    detail: {
      zh: `设备“${device.deviceName}”${said.detail.zh}（规则：${rule.name}）`,
      en: `Device “${device.deviceName}” ${said.detail.en} (rule: ${rule.nameEn ?? rule.name})`,
    },
  };
}

function saying({ rule, state, value = 0 }: StreamFacts): Texts {
  const metric = metricName(rule.metric ?? '');
  switch (rule.kind) {
    case 'threshold': {
      const unit = shownUnit(rule.unit);
      const lasting = minutes(rule.durationSeconds);
      return {
        title: beyond(rule.comparison, metric, '过', 'too'),
        detail: {
          zh: `测得${metric.zh} ${value} ${unit}，${sideOf(rule.comparison)}界限 ${rule.limit} ${unit}${lasting > 0 ? `，已持续 ${lasting} 分钟` : ''}`,
          en: `measured ${metric.en} ${value} ${unit}, ${rule.comparison} ${rule.limit} ${unit}${lasting > 0 ? ` for ${lasting} min` : ''}`,
        },
      };
    }
    case 'rate-of-change': {
      const change = Number(changeWithin(rule.direction, state.parts ?? [], value).toPrecision(6));
      const unit = shownUnit(rule.unit);
      const within = minutes(rule.windowSeconds);
      const rising = rule.direction === 'rising';
      return {
        title: {
          zh: `${metric.zh}${rising ? '上升' : '下降'}过快`,
          en: `${metric.en} ${rising ? 'rising' : 'falling'} too fast`,
        },
        detail: {
          zh: `${within} 分钟内${metric.zh}${rising ? '上升' : '下降'} ${change} ${unit}，超过 ${rule.limit} ${unit}，现为 ${value} ${unit}`,
          en: `saw ${metric.en} ${rising ? 'rise' : 'fall'} by ${change} ${unit} within ${within} min, more than ${rule.limit} ${unit}, to ${value} ${unit}`,
        },
      };
    }
    case 'count-in-window': {
      const unit = shownUnit(rule.unit);
      const within = minutes(rule.windowSeconds);
      return {
        title: beyond(rule.comparison, metric, '多次过', 'repeatedly too'),
        detail: {
          zh: `${within} 分钟内 ${rule.count} 次测得${metric.zh}${sideOf(rule.comparison)}界限 ${rule.limit} ${unit}，最近一次 ${value} ${unit}`,
          en: `measured ${metric.en} ${rule.comparison} ${rule.limit} ${unit} ${rule.count} times within ${within} min, last ${value} ${unit}`,
        },
      };
    }
    case 'silence': {
      const silent = minutes(rule.silentSeconds);
      const what = rule.metric === undefined ? { zh: '任何数据', en: 'anything' } : metric;
      return {
        title: { zh: '设备失联', en: 'device silent' },
        detail: {
          zh: `超过 ${silent} 分钟没有上报${what.zh}`,
          en: `has not sent ${what.en} for more than ${silent} min`,
        },
      };
    }
  }
}

function beyond(comparison: 'above' | 'below', metric: Bilingual, zh: string, en: string): Bilingual {
  const above = comparison === 'above';
  return { zh: `${metric.zh}${zh}${above ? '高' : '低'}`, en: `${metric.en} ${en} ${above ? 'high' : 'low'}` };
}

function sideOf(comparison: 'above' | 'below'): string {
  return comparison === 'above' ? '高于' : '低于';
}

function minutes(seconds: number): number {
  return Math.round(seconds / 6) / 10;
}

function metricName(metric: string): Bilingual {
  return names.metrics.find((known) => known.metric === metric) ?? { zh: metric, en: metric };
}

function shownUnit(unit: string): string {
  return names.units.find((known) => known.unit === unit)?.shown ?? unit;
}
