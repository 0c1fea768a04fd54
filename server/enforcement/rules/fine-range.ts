import { Decimal } from 'decimal.js';
import type { Bilingual } from '../../http/fields.ts';
import type { Article, FineBand } from '../law/schema.ts';
import { articleInWords } from './article-number.ts';
import { formInLaw, type Situation } from './situation.ts';

/** Between which amounts of yuan, both included, an article lets this party be fined. */
export interface FineRange {
  code: string;
  clause: Bilingual;
  from: string;
  to: string;
  explained: Bilingual;
}

export interface NoFine {
  code: string;
  reason: Bilingual;
}

interface Bounds {
  from: Decimal;
  to: Decimal;
  band: FineBand;
  basis?: string;
}

const basisWords: Record<Article['basis'], Bilingual> = {
  'value-of-goods': { zh: '货值金额', en: 'value of goods' },
  'illegal-gains': { zh: '违法所得', en: 'illegal gains' },
  fee: { zh: '检测费用', en: 'testing fee' },
  none: { zh: '', en: '' },
};

export function clauseOf({ statute, article }: Pick<Article, 'statute' | 'article'>): Bilingual {
  return { zh: `《${statute.zh}》${articleInWords(article)}`, en: `${statute.en}, art. ${article}` };
}

/** The bounds of the band that the party falls in, or why there is none. */
export function fineBounds(article: Article, situation: Situation): Bounds | { reason: Bilingual } {
  if (article.orderFirst && !situation.orderUnheeded && !(article.orderFirst.unlessGrave && situation.grave))
    return {
      reason: {
        zh: `须先责令改正：${article.orderFirst.words.zh}方可罚款`,
        en: `an order to correct comes first: a fine ${article.orderFirst.words.en}`,
      },
    };
  const forParty = article.bands.filter((band) => isFor(band, situation));
  if (forParty.length === 0)
    return {
      reason: { zh: '该条款未规定对此类当事人的罚款', en: 'the article sets no fine for this kind of party' },
    };
  const basis = amountOf(article.basis, situation);
  const words = basisWords[article.basis];
  if (basis === undefined && forParty.some(needsBasis))
    return { reason: { zh: `尚未查明${words.zh}`, en: `the ${words.en} must be established first` } };
  const band = forParty.find((each) => takesIn(each, basis));
  if (!band) return { reason: { zh: '该条款没有适用的幅度', en: 'no band of the article takes this amount in' } };
  return { ...boundsOf(band, basis), band, ...(basis !== undefined && { basis }) };
}

/** @returns the range, or why the article allows no fine here */
export function fineRange(article: Article, situation: Situation): FineRange | NoFine {
  const bounds = fineBounds(article, situation);
  if ('reason' in bounds) return { code: article.code, reason: bounds.reason };
  const { from, to } = bounds;
  return {
    code: article.code,
    clause: clauseOf(article),
    from: amountText(from),
    to: amountText(to),
    explained: explain(article, bounds),
  };
}

export interface Ranges {
  /** The one that binds; absent: none of the articles allows a fine. */
  range?: FineRange;
  others: FineRange[];
  without: NoFine[];
}

/** One act under several articles is fined once, by the highest of them. Source: 行政处罚法 29. */
export function highestRange(articles: readonly Article[], situation: Situation): Ranges {
  const answers = articles.map((article) => fineRange(article, situation));
  const ranges = answers
    .filter((answer): answer is FineRange => 'to' in answer)
    .sort((a, b) => new Decimal(b.to).cmp(a.to) || new Decimal(b.from).cmp(a.from));
  const [range, ...others] = ranges;
  return { ...(range && { range }), others, without: answers.filter((answer): answer is NoFine => 'reason' in answer) };
}

/** `null` when the fine lies within the range that binds, else why it is refused, with the range and its clause. */
export function whyFineRefused(fine: string, { range, without }: Ranges): Bilingual | null {
  if (!range) {
    const [first] = without;
    return {
      zh: `不能罚款：${first?.reason.zh ?? '所列行为在该日没有罚则'}`,
      en: `no fine is allowed: ${first?.reason.en ?? 'no article on these acts was in force on that day'}`,
    };
  }
  if (new Decimal(fine).gte(range.from) && new Decimal(fine).lte(range.to)) return null;
  return {
    zh: `罚款 ${fine} 元不在 ${range.from}–${range.to} 元之内：${range.clause.zh}，${range.explained.zh}`,
    en: `a fine of ${fine} yuan is not within ${range.from} to ${range.to} yuan: ${range.clause.en}, ${range.explained.en}`,
  };
}

/** Yuan as decimal text; a part of a fen counts as none, at either end. */
export function amountText(amount: Decimal): string {
  return amount.toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed();
}

function isFor({ parties }: FineBand, { party }: Situation): boolean {
  if (!parties) return true;
  const { kinds, notKinds, legalForms } = parties;
  return (
    (!kinds || kinds.includes(party.kind)) &&
    !notKinds?.includes(party.kind) &&
    (!legalForms || legalForms.includes(formInLaw(party.legalForm)))
  );
}

function needsBasis({ from, below, fine }: FineBand): boolean {
  return from !== undefined || below !== undefined || 'timesTo' in fine;
}

function takesIn({ from, below }: FineBand, basis: string | undefined): boolean {
  if (basis === undefined) return true;
  return (from === undefined || new Decimal(basis).gte(from)) && (below === undefined || new Decimal(basis).lt(below));
}

function boundsOf({ fine }: FineBand, basis: string | undefined): { from: Decimal; to: Decimal } {
  if ('timesTo' in fine) {
    const amount = new Decimal(basis ?? 0);
    return { from: amount.times(fine.timesFrom), to: amount.times(fine.timesTo) };
  }
  return { from: new Decimal(fine.from ?? 0), to: new Decimal(fine.to) };
}

function amountOf(basis: Article['basis'], situation: Situation): string | undefined {
  if (basis === 'value-of-goods') return situation.valueOfGoods;
  if (basis === 'illegal-gains') return situation.illegalGains;
  return basis === 'fee' ? situation.fee : undefined;
}

function explain(article: Article, { band, basis }: Bounds): Bilingual {
  const { fine } = band;
  const words = basisWords[article.basis];
  const bound: Bilingual[] = [
    ...(band.from === undefined ? [] : [{ zh: `${band.from} 元以上`, en: `at least ${band.from} yuan` }]),
    ...(band.below === undefined ? [] : [{ zh: `不足 ${band.below} 元`, en: `less than ${band.below} yuan` }]),
  ];
  const condition =
    basis !== undefined && needsBasis(band)
      ? {
          zh: `${words.zh} ${basis} 元${bound.map(({ zh }) => `（${zh}）`).join('')}，`,
          en: `${words.en} ${basis} yuan${bound.map(({ en }) => ` (${en})`).join('')}: `,
        }
      : { zh: '', en: '' };
  if ('timesTo' in fine)
    return {
      zh: `${condition.zh}${words.zh} ${fine.timesFrom} 倍以上 ${fine.timesTo} 倍以下`,
      en: `${condition.en}${fine.timesFrom} to ${fine.timesTo} times the ${words.en}`,
    };
  return fine.from === undefined
    ? { zh: `${condition.zh}${fine.to} 元以下`, en: `${condition.en}up to ${fine.to} yuan` }
    : {
        zh: `${condition.zh}${fine.from} 元以上 ${fine.to} 元以下`,
        en: `${condition.en}${fine.from} to ${fine.to} yuan`,
      };
}
