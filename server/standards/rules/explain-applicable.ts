import type { Bilingual } from '../../http/fields.ts';
import type { Applicable, Question } from './applicable.ts';
import { announcement, comparisonOf, noLimit, provision } from './explain.ts';

/** The sentences of what applies: the ban first, then the limit or why there is none. */
export function explainApplicable(question: Question, found: Applicable): Bilingual {
  const parts = [sumSaid(question, found), banSaid(found), limitSaid(question, found)].flatMap((said) => said ?? []);
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') };
}

function sumSaid({ analyte }: Question, { residue }: Applicable): Bilingual | undefined {
  if (!residue) return undefined;
  const { substance, substanceEn, parts, expressedAs, standard, clause } = residue;
  const zh = parts.map((part) => part.substance).join('、');
  const en = parts.map((part) => part.substanceEn ?? part.substance).join(', ');
  return {
    zh: `${analyte}按${substance}的残留物判定：${zh}之和，以${expressedAs}表示（${standard} ${clause}）。`,
    en: `${analyte} is judged as the residue of ${substanceEn}: the sum of ${en}, expressed as ${expressedAs} (${standard} ${clause}).`,
  };
}

function banSaid({ ban }: Applicable): Bilingual | undefined {
  if (!ban) return undefined;
  const { zh, en } = announcement(ban);
  const [scopeZh, scopeEn] =
    ban.foods === 'all' ? ['全面禁用', 'banned altogether'] : ['在该食品上禁用', 'banned here'];
  return {
    zh: `${scopeZh}（${zh}）：检出且不低于定量限即不合格，不论限量。`,
    en: `It is ${scopeEn} (${en}): found at or above the LOQ it fails, whatever the limit.`,
  };
}

function limitSaid({ analyte, food, day }: Question, { ban, match }: Applicable): Bilingual | undefined {
  if (match.kind === 'limit') {
    const { zh, en } = provision(match);
    const how = comparisonOf(match);
    return {
      zh: `抽样日 ${day} 适用${zh}，第 ${match.limit.version} 版数据，${how.zh}（GB/T 8170）。`,
      en: `On the day of sampling, ${day}, ${en} applies: version ${match.limit.version} of the data, ${how.en} (GB/T 8170).`,
    };
  }
  return ban ? undefined : noLimit({ analyte, food }, match, day);
}
