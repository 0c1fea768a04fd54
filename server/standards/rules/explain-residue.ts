import type { Bilingual } from '../../http/fields.ts';
import type { Ban } from './bans.ts';
import { announcement, comparisonOf, type Matched, provision } from './explain.ts';
import type { ResidueDefinition } from './residue.ts';
import type { ResidueSum } from './residue-sum.ts';

/** The sentences of a verdict on a residue that the standard defines as a sum. */

export function sumWithin(definition: ResidueDefinition, sum: ResidueSum, match: Matched): Bilingual {
  const [what, rule, how] = [amount(definition, sum, match.limit.unit), provision(match), comparisonOf(match)];
  return {
    zh: `${what.zh}，不超过${rule.zh}（${how.zh}，GB/T 8170）`,
    en: `${what.en} keeps ${rule.en} (${how.en}, GB/T 8170)`,
  };
}

export function sumAbove(definition: ResidueDefinition, sum: ResidueSum, match: Matched): Bilingual {
  const [what, rule, how] = [amount(definition, sum, match.limit.unit), provision(match), comparisonOf(match)];
  return {
    zh: `${what.zh}，下限已超过${rule.zh}（${how.zh}，GB/T 8170）`,
    en: `${what.en} exceeds ${rule.en} even at its lower bound (${how.en}, GB/T 8170)`,
  };
}

/** A censored sum: the limit lies between its bounds, or it has no upper bound. */
export function sumOpen(definition: ResidueDefinition, sum: ResidueSum, match: Matched): Bilingual {
  const [what, rule, why] = [amount(definition, sum, match.limit.unit), provision(match), whyOpen(definition, sum)];
  return {
    zh: `${what.zh}，既不能说明超过、也不能说明不超过${rule.zh}：${why.zh}，不能判定。`,
    en: `${what.en} shows neither that ${rule.en} is kept nor that it is exceeded: ${why.en}.`,
  };
}

/** A banned substance without a limit in this food, of which not every part was looked for. */
export function bannedPartsMissing(definition: ResidueDefinition, sum: ResidueSum, ban: Ban): Bilingual {
  const [where, why] = [announcement(ban), whyOpen(definition, sum)];
  return {
    zh: `不能说明禁用农药${definition.substance}（${where.zh}）未检出：${why.zh}。`,
    en: `It is not shown that the banned ${definition.substanceEn} (${where.en}) was not found: ${why.en}.`,
  };
}

function amount(definition: ResidueDefinition, { lower, upper }: ResidueSum, unit: string): Bilingual {
  const { substance, substanceEn, parts, unlisted, standard, clause } = definition;
  const zhParts = [...parts.map((part) => part.substance), ...(unlisted ? [unlisted.zh] : [])].join('、');
  const enParts = [...parts.map((part) => part.substanceEn ?? part.substance), ...(unlisted ? [unlisted.en] : [])];
  const between: Bilingual =
    upper === null
      ? { zh: `不低于 ${lower} ${unit}，上限不明`, en: `at least ${lower} ${unit}, without an upper bound` }
      : upper.eq(lower)
        ? { zh: `${lower} ${unit}`, en: `${lower} ${unit}` }
        : { zh: `在 ${lower} 与 ${upper} ${unit} 之间`, en: `between ${lower} and ${upper} ${unit}` };
  const clauseText = { zh: `${standard} 第 ${clause} 条`, en: `${standard} clause ${clause}` };
  return {
    zh: `${substance}按${zhParts}之和计（${clauseText.zh}，以${definition.expressedAs}表示）：${between.zh}`,
    en: `${substanceEn} as the sum of ${enParts.join(', ')} (${clauseText.en}), ${between.en},`,
  };
}

function whyOpen({ unlisted }: ResidueDefinition, { missing, parts, upper }: ResidueSum): Bilingual {
  const unbounded = parts.filter(({ found, upper: most }) => found && most === null).map(({ part }) => part);
  const reasons: Bilingual[] = [
    ...(missing.length
      ? [{ zh: `缺少${namesIn(missing, 'zh')}的结果`, en: `there is no result for ${namesIn(missing, 'en')}` }]
      : []),
    ...(unbounded.length
      ? [
          {
            zh: `${namesIn(unbounded, 'zh')}的结果没有可用的数值或定量限`,
            en: `the result for ${namesIn(unbounded, 'en')} has no usable number or LOQ`,
          },
        ]
      : []),
    ...(unlisted
      ? [
          {
            zh: `还应计入${unlisted.zh}，须报告总和`,
            en: `${unlisted.en} count too, so the sum itself must be reported`,
          },
        ]
      : []),
    ...(upper === null ? [] : [{ zh: '限量处于上下限之间', en: 'the limit lies between the bounds' }]),
  ];
  return { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') };
}

function namesIn(parts: ResidueSum['missing'], language: keyof Bilingual): string {
  return parts
    .map(({ substance, substanceEn }) => (language === 'zh' ? substance : (substanceEn ?? substance)))
    .join(language === 'zh' ? '、' : ', ');
}
