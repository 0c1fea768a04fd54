import type { Warning, WarningRule } from '../api/types.ts';
import { useMetricName } from '../devices/metrics.ts';
import { writeAmount } from '../shared/format.ts';
import { useLanguage, useWords, type Words } from '../shared/texts.ts';
import { useWarningsTexts } from './texts.ts';

const kinds: Words<WarningRule['kind']> = {
  threshold: { zh: '超出限值', en: 'Beyond a limit' },
  'rate-of-change': { zh: '变化过快', en: 'Changing too fast' },
  'count-in-window': { zh: '多次超出', en: 'Beyond a limit too often' },
  silence: { zh: '设备失联', en: 'Device silent' },
};

export const ruleKinds = Object.keys(kinds) as WarningRule['kind'][];

const warningKinds: Words<Warning['kind']> = {
  ...kinds,
  'gateway-silence': { zh: '网关失联', en: 'Gateway silent' },
  'limit-exceeded': { zh: '检测超标', en: 'Limit exceeded' },
  'rapid-test-positive': { zh: '快检阳性', en: 'Rapid test positive' },
  calibration: { zh: '校准到期', en: 'Calibration due' },
  'overdue-task': { zh: '任务逾期', en: 'Task overdue' },
  'complaint-cluster': { zh: '投诉集中', en: 'Complaints cluster' },
  'scan-anomaly': { zh: '二维码异常', en: 'Code probably copied' },
  'certificate-expiry': { zh: '证书到期', en: 'Certificate expires' },
  'pre-harvest-interval': { zh: '安全间隔期内采收', en: 'Harvested inside an interval' },
  'nonconforming-work': { zh: '检测结果存疑', en: 'Results in doubt' },
  'pass-rate': { zh: '合格率下降', en: 'Pass rate falling' },
  'mass-balance': { zh: '物料平衡', en: 'Mass balance' },
  'certificate-visit': { zh: '证后检查到期', en: 'Surveillance visit due' },
};

export const kindsOfWarnings = Object.keys(warningKinds) as Warning['kind'][];

/** A kind that is newer than this console is shown by its name. */
export function useWarningKind(): (kind: string) => string {
  return useWords(warningKinds);
}

export function useRuleKind(): (kind: string) => string {
  return useWords(kinds);
}

/** What a rule looks for, and where its condition ends, in words. */
export function useRuleSentence() {
  const t = useWarningsTexts();
  const metricName = useMetricName();
  const language = useLanguage();
  const lasting = (seconds: number) => {
    if (seconds === 0) return t('atOnce');
    return seconds % 60 === 0 ? t('durationMinutes', { minutes: seconds / 60 }) : t('durationFor', { seconds });
  };
  const within = (seconds: number) => t('within', { minutes: seconds / 60 });
  const amount = (value: number, unit: string) => writeAmount(value, unit, language);
  return {
    condition: (rule: WarningRule): string => {
      switch (rule.kind) {
        case 'threshold':
          return [
            metricName(rule.metric),
            t(rule.comparison),
            amount(rule.limit, rule.unit),
            lasting(rule.durationSeconds),
          ].join(' ');
        case 'rate-of-change':
          return [
            within(rule.windowSeconds),
            metricName(rule.metric),
            t(rule.direction),
            t('moreThan', { amount: amount(rule.limit, rule.unit) }),
          ].join(' ');
        case 'count-in-window':
          return [
            within(rule.windowSeconds),
            t('times', { count: rule.count }),
            metricName(rule.metric),
            t(rule.comparison),
            amount(rule.limit, rule.unit),
          ].join(' ');
        case 'silence':
          return t('silentFor', {
            what: rule.metric === undefined ? t('anyReading') : metricName(rule.metric),
            minutes: rule.silentSeconds / 60,
          });
      }
    },
    ending: (rule: WarningRule): string => ('clearAt' in rule ? amount(rule.clearAt, rule.unit) : ''),
  };
}
