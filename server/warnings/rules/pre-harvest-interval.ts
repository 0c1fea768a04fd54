import data from '../data/farm-findings.json' with { type: 'json' };
import type { FindingWarning } from './finding.ts';

export interface PreHarvestIntervalFacts {
  batchCode: string;
  /** Inside which the batch was harvested; `until` is the first day on which it might have been. */
  intervals: readonly { input: string; days: number; until: string }[];
}

/** 安全间隔期内采收: the batch was harvested before the interval of a treatment was over. */
export function preHarvestInterval({ batchCode, intervals }: PreHarvestIntervalFacts): FindingWarning {
  const zh = intervals
    .map(({ input, days, until }) => `${input}（安全间隔期 ${days} 天，${until} 起可采收）`)
    .join('、');
  const en = intervals.map(({ input, days, until }) => `${input} (${days} days, not before ${until})`).join(', ');
  return {
    level: data.levels.preHarvestInterval as FindingWarning['level'],
    title: {
      zh: `批次 ${batchCode} 在安全间隔期内采收`,
      en: `Batch ${batchCode} was harvested inside a pre-harvest interval`,
    },
    detail: {
      zh: `${zh}；不得开具承诺达标合格证，请核对用药和采收记录并抽样检测`,
      en: `${en}; no conformity certificate is issued: compare the records of treatment and harvest, and take a sample`,
    },
    conditionKey: `pre-harvest-interval|${batchCode}`,
  };
}
