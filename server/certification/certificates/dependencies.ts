import type { Work } from '../../database/transaction.ts';
import type { Caller } from '../../identity/caller.ts';
import type { NewWarning } from '../../warnings/index.ts';

interface Party {
  _id: { toHexString(): string };
  name: string;
  kind: string;
  divisionCode: string;
}

/** What certificates need of the other elements. */
export interface CertificateDependencies {
  producers: { findProducer(caller: Caller, id: string): Promise<Party | null> };
  standards: {
    productById(id: string): Promise<{ name: string; categoryCode: string } | null>;
    /** From the top group down to the food itself. */
    categoryPath(code: string): Promise<{ code: string }[]>;
  };
  warnings: { raise(work: Work, warning: NewWarning): Promise<string> };
  divisions: { nameOf(code: string): string };
  nextNumber(work: Work, letter: 'C' | 'A', divisionCode: string, at: Date): Promise<string>;
  addresses: { certificateUrl(number: string): string };
}
