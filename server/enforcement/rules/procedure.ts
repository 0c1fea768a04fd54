import { Decimal } from 'decimal.js';
import type { Bilingual } from '../../http/fields.ts';
import type { Figure } from '../law/schema.ts';
import { clauseOf } from './fine-range.ts';
import { formInLaw, type LegalForm } from './situation.ts';

export const penaltyKinds = [
  'warning',
  'criticism',
  'fine',
  'confiscate-gains',
  'confiscate-goods',
  'suspend-licence',
  'downgrade-qualification',
  'revoke-licence',
  'limit-business',
  'suspend-business',
  'close-down',
  'ban-from-trade',
] as const;
export type PenaltyKind = (typeof penaltyKinds)[number];

/** Penalties for which a hearing must be offered whatever the amount. Source: 行政处罚法 63. */
const heardAlways: readonly PenaltyKind[] = [
  'downgrade-qualification',
  'revoke-licence',
  'suspend-business',
  'close-down',
  'ban-from-trade',
];

export interface Penalty {
  legalForm: LegalForm;
  kinds: readonly PenaltyKind[];
  /** Yuan; absent: no fine. */
  fine?: string | undefined;
  /** Gains and goods together, yuan. */
  confiscated?: string | undefined;
}

/** The value of a figure for a legal form; `null` when it is not known. */
export function valueFor(figure: Figure | undefined, legalForm: LegalForm): string | null {
  const form = formInLaw(legalForm);
  return figure?.values.find(({ legalForms }) => !legalForms || legalForms.includes(form))?.value ?? null;
}

/** `null` when it may be decided on the spot, else why not. Source: 行政处罚法 51. */
export function whyNotSummary(penalty: Penalty, ceiling: Figure | undefined): Bilingual | null {
  if (penalty.kinds.some((kind) => kind !== 'fine' && kind !== 'warning'))
    return { zh: '简易程序只适用于警告和小额罚款', en: 'the summary procedure is for warnings and small fines alone' };
  const most = valueFor(ceiling, penalty.legalForm);
  if (!ceiling || most === null)
    return { zh: '简易程序的罚款上限未录入', en: 'the highest fine of the summary procedure is not known' };
  if (penalty.fine === undefined || new Decimal(penalty.fine).lte(most)) return null;
  const clause = clauseOf(ceiling);
  return {
    zh: `超过简易程序上限 ${most} 元：${clause.zh}`,
    en: `above the summary procedure's ${most} yuan: ${clause.en}`,
  };
}

/**
 * Why a hearing must be offered, `null` when it need not be. Where the amount from which a fine or a confiscation is
 * 'larger' is not known, one is offered with everything above the summary procedure. Source: 行政处罚法 63.
 */
export function whyHearing(
  penalty: Penalty,
  figures: { hearing: Figure | undefined; summary: Figure | undefined },
): Bilingual | null {
  if (penalty.kinds.some((kind) => heardAlways.includes(kind)))
    return {
      zh: '涉及降低资质、吊销许可、停产停业、关闭或者限制从业',
      en: 'it touches a licence, a qualification, the business or the right to work',
    };
  const known = valueFor(figures.hearing, penalty.legalForm);
  const amounts = [penalty.fine, penalty.confiscated].filter((amount) => amount !== undefined);
  if (known !== null)
    return amounts.some((amount) => new Decimal(amount).gte(known))
      ? { zh: `数额达到 ${known} 元`, en: `the amount reaches ${known} yuan` }
      : null;
  const summary = valueFor(figures.summary, penalty.legalForm) ?? '0';
  return amounts.some((amount) => new Decimal(amount).gt(summary))
    ? {
        zh: '较大数额的标准未录入，超过简易程序上限即告知听证权利',
        en: "what counts as larger is not known yet: offered with all above the summary procedure's fine",
      }
    : null;
}

export interface Review {
  majorPublicInterest: boolean;
  manyLegalRelations: boolean;
  otherwiseByLaw: boolean;
  hearingHeld: boolean;
}

/** Why a legal review 法制审核 must precede the decision, `null` when it need not. Source: 行政处罚法 58. */
export function whyLegalReview(review: Review): Bilingual | null {
  if (review.majorPublicInterest) return { zh: '涉及重大公共利益', en: 'major public interests are concerned' };
  if (review.hearingHeld) return { zh: '经过听证程序', en: 'a hearing was held' };
  if (review.manyLegalRelations) return { zh: '案情疑难复杂', en: 'many legal relations are involved' };
  return review.otherwiseByLaw ? { zh: '法律法规规定应当审核', en: 'a law demands it' } : null;
}

/** Why the decision must be discussed by the heads together, `null` when it need not be. Source: 行政处罚法 57 ¶2. */
export function whyDiscussion(complex: boolean, hearing: Bilingual | null): Bilingual | null {
  if (complex) return { zh: '情节复杂', en: 'the case is complex' };
  return hearing && { zh: `较重的行政处罚：${hearing.zh}`, en: `a heavy penalty: ${hearing.en}` };
}
