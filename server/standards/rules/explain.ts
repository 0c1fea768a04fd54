import type { Bilingual } from '../../http/fields.ts';
import type { Ban } from './bans.ts';
import type { DecimalNumber } from './decimal.ts';
import type { FoodNode } from './food.ts';
import type { LimitMatch, NoLimitReason } from './match-limit.ts';
import type { Measurement } from './measurement.ts';

/** The sentences of a verdict: which rule spoke, where it stands, and why it speaks here. */

export type Matched = Extract<LimitMatch, { kind: 'limit' }>;
type Unmatched = Extract<LimitMatch, { kind: 'none' }>;

/** Where a ban is published: by number where that was read. */
export function announcement({ announcement: number }: Ban): Bilingual {
  return number
    ? { zh: `农业农村部（原农业部）公告第 ${number} 号`, en: `announcement ${number} of the ministry of agriculture` }
    : { zh: '农业农村部公告', en: 'an announcement of the ministry of agriculture' };
}

export function unreadable({ value }: Measurement): Bilingual {
  return {
    zh: `结果“${value}”无法读作数值，不能判定。`,
    en: `"${value}" cannot be read as a number, so nobody can tell.`,
  };
}

export function bannedFound(measurement: Measurement, ban: Ban): Bilingual {
  const { analyte, loq } = measurement;
  const where = announcement(ban);
  return {
    zh: `${analyte}检出 ${written(measurement)}${loq === undefined ? '' : `，不低于定量限 ${loq}`}：${scope(ban).zh}禁用（${where.zh}${since(ban).zh}），不论限量，检出即不合格。`,
    en: `${englishOf(ban, analyte)} was found at ${written(measurement)}${loq === undefined ? '' : `, not below the LOQ ${loq}`}: it is banned ${scope(ban).en} (${where.en}${since(ban).en}); finding it fails, whatever the limit.`,
  };
}

export function bannedNotFound({ analyte, unit }: Measurement, ban: Ban, bound: DecimalNumber): Bilingual {
  const where = announcement(ban);
  return {
    zh: `禁用农药${analyte}未检出（低于 ${bound} ${unit}）；该食品无限量，按${where.zh}判定：符合。`,
    en: `The banned ${englishOf(ban, analyte)} was not found (below ${bound} ${unit}); this food has no limit, so ${where.en} alone decides: met.`,
  };
}

export function bannedBoundUnknown({ analyte, value }: Measurement, ban: Ban): Bilingual {
  return {
    zh: `报告为 ${value}，但未注明定量限，不能说明禁用农药${analyte}（${announcement(ban).zh}）未检出。`,
    en: `${value} is reported without the LOQ, so it does not show that the banned ${englishOf(ban, analyte)} (${announcement(ban).en}) was not found.`,
  };
}

export function bannedBoundTooHigh({ analyte, value, unit, loq }: Measurement, ban: Ban): Bilingual {
  return {
    zh: `“${value} ${unit}”高于方法定量限 ${loq}，不能说明禁用农药${analyte}（${announcement(ban).zh}）未检出。`,
    en: `"${value} ${unit}" lies above the method's LOQ ${loq}: it does not show that the banned ${englishOf(ban, analyte)} (${announcement(ban).en}) was not found.`,
  };
}

/** The verdict first, then what it follows from. */
export function concluded(keeps: boolean, { zh, en }: Bilingual): Bilingual {
  return keeps ? { zh: `合格：${zh}。`, en: `Pass: ${en}.` } : { zh: `不合格：${zh}。`, en: `Fail: ${en}.` };
}

/** What was found beside its limit, without a conclusion: a decision rule may come to another than the plain comparison. */
export function comparisonWith(
  measurement: Measurement,
  match: Matched,
  result: { keeps: boolean; isNumber: boolean; comparable: DecimalNumber; compared: DecimalNumber },
): Bilingual {
  const { comparable, compared } = result;
  const unit = match.limit.unit;
  const converted = measurement.unit === unit ? '' : ` = ${comparable} ${unit}`;
  const value = result.isNumber
    ? `${written(measurement)}${converted}`
    : writtenBound(measurement, `<${comparable} ${unit}`);
  const { zh, en } = provision(match);
  const how = comparisonOf(match);
  const rounded = compared.eq(comparable)
    ? { zh: '', en: '' }
    : { zh: `，修约为 ${compared.toFixed()}`, en: `, rounded to ${compared.toFixed()},` };
  return result.keeps
    ? {
        zh: `${value}${rounded.zh}，不超过${zh}（${how.zh}，GB/T 8170）`,
        en: `${value}${rounded.en} keeps ${en} (${how.en}, GB/T 8170)`,
      }
    : {
        zh: `${value}${rounded.zh}，超过${zh}（${how.zh}，GB/T 8170）`,
        en: `${value}${rounded.en} exceeds ${en} (${how.en}, GB/T 8170)`,
      };
}

export function boundUnknown(measurement: Measurement, match: Matched): Bilingual {
  const { zh, en } = provision(match);
  return {
    zh: `报告为 ${measurement.value}，但未注明定量限，不能说明结果不超过${zh}。`,
    en: `${measurement.value} is reported without the LOQ, so it does not show that the result keeps ${en}.`,
  };
}

export function boundAboveLimit(measurement: Measurement, match: Matched, bound: DecimalNumber): Bilingual {
  const { zh, en } = provision(match);
  return {
    zh: `${written(measurement)} 只说明低于 ${bound} ${match.limit.unit}，高于${zh}：方法灵敏度不足，不能判定。`,
    en: `${written(measurement)} only says less than ${bound} ${match.limit.unit}, which is above ${en}: the method is too coarse to tell.`,
  };
}

export function unitsDiffer({ unit }: Measurement, match: Matched): Bilingual {
  const { zh, en } = provision(match);
  return {
    zh: `单位“${unit}”不能换算为 ${match.limit.unit}，不能与${zh}比较。`,
    en: `The unit "${unit}" cannot be converted to ${match.limit.unit}, so it cannot be compared with ${en}.`,
  };
}

export function noLimit(
  { analyte, food }: Pick<Measurement, 'analyte' | 'food'>,
  match: Unmatched,
  day: string,
): Bilingual {
  const own = food.path.at(-1) ?? { code: '', name: '该食品', nameEn: 'this food', parentCode: null };
  const reason = noLimitReasons[match.reason](analyte, own, match, day);
  return { zh: `无限量，不能判为合格：${reason.zh}。`, en: `No limit, hence no pass: ${reason.en}.` };
}

const noLimitReasons: Record<
  NoLimitReason,
  (analyte: string, food: FoodNode, match: Unmatched, day: string) => Bilingual
> = {
  'substance-unknown': (analyte) => ({
    zh: `已载入的标准中没有${analyte}`,
    en: `the standards loaded do not hold ${analyte}`,
  }),
  'none-set': (analyte, food) => ({
    zh: `已载入的标准未对${food.name}及其所属类别规定${analyte}的限量`,
    en: `the standards loaded set none for ${analyte} in ${food.nameEn} or a category above it`,
  }),
  excluded: (analyte, food, { limit, food: category }) => ({
    zh: `${limit?.standard} 第 ${limit?.clause} 条对“${category?.name}”的${analyte}限量不包括${food.name}，且不再适用上级类别`,
    en: `${limit?.standard} clause ${limit?.clause} excludes ${food.nameEn} from its limit for ${analyte} in ${category?.nameEn}, and no wider category steps in`,
  }),
  'not-in-force': (analyte, food, { limit }, day) => ({
    zh: `${limit?.standard} 对${food.name}中${analyte}的限量自 ${limit?.effectiveFrom} 起施行，抽样日 ${day} 不适用；当日有效的版本未载入`,
    en: `the limit of ${limit?.standard} for ${analyte} in ${food.nameEn} is in force from ${limit?.effectiveFrom}, not on the day of sampling, ${day}; the edition of that day is not loaded`,
  }),
  exempt: (analyte, _food, { exemption }) => ({
    zh: `${exemption?.standard} ${exemption?.clause}将${analyte}列为豁免制定最大残留限量的农药`,
    en: `${exemption?.standard} ${exemption?.clause} exempts ${analyte} from limits in all foods`,
  }),
  'food-not-specific': (analyte, food) => ({
    zh: `产品只归入“${food.name}”，其中各食品的${analyte}限量不同，请归到具体食品`,
    en: `the product is filed under ${food.nameEn} only, within which the limits for ${analyte} differ; file it under the commodity`,
  }),
};

export function comparisonOf({ limit }: Matched): Bilingual {
  return limit.comparison === 'rounded-value'
    ? { zh: '修约值比较', en: 'rounded value' }
    : { zh: '全数值比较', en: 'full value' };
}

/** The limit with its place and its level: the food's own, or that of a category above it. */
export function provision({ limit, food, isOwn }: Matched): Bilingual {
  return {
    zh: ` ${limit.standard} 第 ${limit.clause} 条对“${food.name}”规定的${limit.temporary ? '临时' : ''}限量 ${limit.maximum} ${limit.unit}（${isOwn ? '该食品本身' : '所属类别'}的限量）`,
    en: `the ${limit.temporary ? 'temporary ' : ''}limit ${limit.maximum} ${limit.unit} of ${limit.standard} clause ${limit.clause} for ${food.nameEn} (${isOwn ? "the food's own limit" : 'a category above the food'})`,
  };
}

function englishOf({ substanceEn }: Ban, analyte: string): string {
  return substanceEn ?? analyte;
}

function scope({ foods }: Ban): Bilingual {
  return foods === 'all' ? { zh: '全面', en: 'for all crops' } : { zh: '在该类农产品上', en: 'on these crops' };
}

function since({ effectiveFrom }: Ban): Bilingual {
  return effectiveFrom ? { zh: `，自 ${effectiveFrom} 起`, en: `, since ${effectiveFrom}` } : { zh: '', en: '' };
}

function writtenBound(measurement: Measurement, bound: string): string {
  return written(measurement) === bound ? bound : `${measurement.value} (${bound})`;
}

function written({ value, unit }: Measurement): string {
  return `${value} ${unit}`;
}
