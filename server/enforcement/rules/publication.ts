import { Decimal } from 'decimal.js';
import type { Bilingual } from '../../http/fields.ts';
import { monthsAfter } from './periods.ts';
import type { PenaltyKind } from './procedure.ts';
import type { LegalForm } from './situation.ts';

export type CreditClass = 'minor' | 'general' | 'grave';

/** Penalties that end or limit the business. */
export const gravePenalties: readonly PenaltyKind[] = [
  'suspend-licence',
  'downgrade-qualification',
  'revoke-licence',
  'suspend-business',
  'close-down',
  'ban-from-trade',
  'limit-business',
];

/** 轻微, 一般, 严重失信信息. Source: 信用修复管理办法 7–11. */
export function creditClass(decision: {
  procedure: 'ordinary' | 'summary';
  kinds: readonly PenaltyKind[];
  fine?: string | undefined;
  /** The fine up to which information is minor; `null`: the authority of the sector has not set it. */
  minorFine: string | null;
  repeated: boolean;
}): CreditClass {
  if (decision.repeated || decision.kinds.some((kind) => gravePenalties.includes(kind))) return 'grave';
  if (decision.procedure === 'summary') return 'minor';
  if (decision.kinds.every((kind) => kind === 'warning' || kind === 'criticism')) return 'minor';
  const small =
    decision.kinds.every((kind) => kind === 'warning' || kind === 'criticism' || kind === 'fine') &&
    decision.fine !== undefined &&
    decision.minorFine !== null &&
    new Decimal(decision.fine).lte(decision.minorFine);
  return small ? 'minor' : 'general';
}

/** Why a decision does not come before the public, `null` when it does. Source: 信用修复管理办法 7, 12. */
export function whyUnpublished(credit: CreditClass, legalForm: LegalForm): Bilingual | null {
  if (legalForm === 'natural-person')
    return { zh: '自然人的信息原则上不公示', en: 'what concerns a natural person is in principle not shown' };
  return credit === 'minor'
    ? { zh: '轻微失信信息原则上不公示', en: 'minor information is in principle not published' }
    : null;
}

/** Until when it may be shown, and from when repair may be asked for; both count from the day of the decision. */
export function publicationTerm(
  decidedOn: string,
  months: { least: number; most: number },
): { repairableFrom: string; until: string } {
  return { repairableFrom: monthsAfter(decidedOn, months.least), until: monthsAfter(decidedOn, months.most) };
}
