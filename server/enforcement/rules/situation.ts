import type { z } from 'zod';
import type { legalForms, party } from '../law/schema.ts';

export type PartyClass = z.infer<typeof party>;
export type LegalForm = (typeof legalForms)[number];

/** An individual business 个体工商户 is treated as its owner. */
export const formInLaw = (legalForm: LegalForm): LegalForm =>
  legalForm === 'individual-business' ? 'natural-person' : legalForm;

/** What the fine for an act depends on. Amounts are yuan as decimal text. */
export interface Situation {
  party: PartyClass;
  valueOfGoods?: string | undefined;
  illegalGains?: string | undefined;
  fee?: string | undefined;
  /** An order to correct is on file, and was not heeded. */
  orderUnheeded: boolean;
  grave: boolean;
}
