import data from '../data/farm-findings.json' with { type: 'json' };
import type { FindingWarning } from './finding.ts';

export interface MassBalanceFacts {
  batchCode: string;
  /** What the lot came to. */
  quantity: { value: number; unit: string };
  /** By how much more was taken out of it, in its unit. */
  lacking: number;
  /** As a share of the quantity. */
  tolerance: number;
}

/** 物料平衡: more was made of a lot than it came to. */
export function massBalance({ batchCode, quantity, lacking, tolerance }: MassBalanceFacts): FindingWarning {
  const [{ value, unit }, percent] = [quantity, tolerance * 100];
  return {
    level: data.levels.massBalance as FindingWarning['level'],
    title: { zh: `批次 ${batchCode} 的产出多于其数量`, en: `More was taken out of batch ${batchCode} than it came to` },
    detail: {
      zh: `登记数量 ${value} ${unit}，用出超出 ${lacking} ${unit}（允差 ${percent}%）；请核对数量，排查掺入其他来源的产品`,
      en: `${value} ${unit} registered, ${lacking} ${unit} more taken out (tolerance ${percent} %): compare the quantities, and look for goods of another origin`,
    },
    conditionKey: `mass-balance|${batchCode}`,
  };
}
