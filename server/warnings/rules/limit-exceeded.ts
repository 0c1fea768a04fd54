import type { FindingWarning } from './finding.ts';

/** A laboratory result that is above its limit, or a banned substance that was found. Numbers are decimal texts. */
export interface LimitExceededFacts {
  batchCode: string;
  sampleNumber: string;
  analyte: string;
  /** One name for all spellings of the analyte. */
  analyteKey: string;
  /** Where the analyte was written in another language. */
  analyteEn?: string | undefined;
  value: string;
  unit: string;
  limit?: string | undefined;
  standard?: string | undefined;
  banned: boolean;
}

/**
 * 超标: a banned substance is red (its use is an offence whatever the amount: domain page, Standards), a value above a
 * limit is orange. One batch and one analyte are one condition, however many samples show it.
 */
export function limitExceeded(facts: LimitExceededFacts): FindingWarning {
  const { batchCode, sampleNumber, analyte, analyteKey, analyteEn = analyte, value, unit, banned } = facts;
  const limit = limitText(facts);
  return {
    level: banned ? 'red' : 'orange',
    title: banned
      ? {
          zh: `批次 ${batchCode} 检出禁用物质：${analyte}`,
          en: `Batch ${batchCode}: banned substance found: ${analyteEn}`,
        }
      : { zh: `批次 ${batchCode} 超标：${analyte}`, en: `Batch ${batchCode}: ${analyteEn} above its limit` },
    detail: {
      zh: `样品 ${sampleNumber} 检出${analyte} ${value} ${unit}${limit.zh}`,
      en: `Sample ${sampleNumber}: ${analyteEn} ${value} ${unit}${limit.en}`,
    },
    conditionKey: `limit-exceeded|${batchCode}|${analyteKey}`,
  };
}

function limitText({ banned, limit, unit, standard }: LimitExceededFacts): { zh: string; en: string } {
  const zhSource = standard ? `（${standard}）` : '';
  const enSource = standard ? ` (${standard})` : '';
  if (banned) return { zh: `，属禁用物质，不得检出${zhSource}`, en: `; a banned substance${enSource}` };
  if (limit === undefined) return { zh: zhSource, en: enSource };
  return { zh: `，限量 ${limit} ${unit}${zhSource}`, en: `; limit ${limit} ${unit}${enSource}` };
}
