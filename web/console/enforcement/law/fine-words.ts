import type { Bilingual, PenaltyLaw } from '../../api/types.ts';
import { legalFormWords, partyKindWords } from '../party-words.ts';

type Article = Extract<PenaltyLaw, { kind: 'article' }>;
type Figure = Extract<PenaltyLaw, { kind: 'figure' }>;
type Band = Article['bands'][number];

export const basisWords: Record<Article['basis'], Bilingual> = {
  'value-of-goods': { zh: '货值金额', en: 'value of the goods' },
  'illegal-gains': { zh: '违法所得', en: 'illegal gains' },
  fee: { zh: '检测费用', en: 'testing fee' },
  none: { zh: '', en: '' },
};

export const unitWords: Record<Figure['values'][number]['unit'], Bilingual> = {
  CNY: { zh: '元', en: 'yuan' },
  '1/d': { zh: '每日', en: 'a day' },
  a: { zh: '年', en: 'years' },
  mo: { zh: '个月', en: 'months' },
};

/** One band of an article: for whom, from which basis to which, and what it costs. */
export function bandInWords({ parties, from, below, fine }: Band, basis: Article['basis']): Bilingual {
  const of = basisWords[basis];
  const named = (kinds: readonly (keyof typeof partyKindWords)[] = []) => kinds.map((kind) => partyKindWords[kind]);
  const forms = (parties?.legalForms ?? []).map((form) => legalFormWords[form]);
  const who = [...named(parties?.kinds), ...forms];
  const notWho = named(parties?.notKinds);
  const joined = (language: keyof Bilingual, words: Bilingual[]) =>
    words.map((word) => word[language]).join(language === 'zh' ? '、' : ', ');
  const when = {
    zh: [
      joined('zh', who),
      notWho.length > 0 && `${joined('zh', notWho)}以外`,
      from !== undefined && `${of.zh} ${from} 元以上`,
      below !== undefined && `${of.zh}不足 ${below} 元`,
    ],
    en: [
      joined('en', who),
      notWho.length > 0 && `other than ${joined('en', notWho)}`,
      from !== undefined && `${of.en} from ${from} yuan`,
      below !== undefined && `${of.en} below ${below} yuan`,
    ],
  };
  const cost: Bilingual =
    'to' in fine
      ? fine.from === undefined
        ? { zh: `${fine.to} 元以下`, en: `up to ${fine.to} yuan` }
        : { zh: `${fine.from}～${fine.to} 元`, en: `${fine.from} to ${fine.to} yuan` }
      : {
          zh: `${of.zh}的 ${fine.timesFrom}～${fine.timesTo} 倍`,
          en: `${fine.timesFrom} to ${fine.timesTo} times the ${of.en}`,
        };
  const sentence = (parts: (string | false)[], colon: string, comma: string, tail: string) => {
    const told = parts.filter(Boolean).join(comma);
    return told === '' ? tail : `${told}${colon}${tail}`;
  };
  return { zh: sentence(when.zh, '：', '，', cost.zh), en: sentence(when.en, ': ', ', ', cost.en) };
}

/** One figure of procedure, with the legal forms that it is of. */
export function figureInWords({ legalForms = [], value, unit }: Figure['values'][number]): Bilingual {
  const of = legalForms.map((form) => legalFormWords[form]);
  const unitWord = unitWords[unit];
  const zh = of.map((word) => word.zh).join('、');
  const en = of.map((word) => word.en).join(', ');
  return {
    zh: `${zh && `${zh}：`}${unit === '1/d' ? `每日 ${value}` : `${value} ${unitWord.zh}`}`,
    en: `${en && `${en}: `}${value} ${unitWord.en}`,
  };
}
