import type { Fact } from '../../facts/index.ts';
import type { Judged } from '../rules/pass-rates.ts';

export type VerdictLike = Pick<Fact, 'kind' | 'word' | 'divisionCode' | 'product' | 'planKind'>;

/** The fact of a verdict as pass rates count it. */
export function judged({ word, divisionCode, product = '', planKind }: VerdictLike, happenedAt: Date): Judged {
  return {
    divisionCode,
    productName: product,
    planKind: planKind as Judged['planKind'],
    verdict: word as Judged['verdict'],
    happenedAt,
  };
}
