import type { ClientSession } from 'mongoose';
import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import type { Verdict } from '../standards/index.ts';
import type { NewWarning } from '../warnings/index.ts';

/** What testing needs of the other elements. */

export interface BatchFacts {
  code: string;
  productName: string;
  producerId: string;
  producerName: string;
  divisionCode: string;
  categoryCode: string;
}

export interface TestingDependencies {
  standards: {
    judge(input: {
      analyte: string;
      value: string;
      unit: string;
      loq?: string | undefined;
      categoryCode: string;
      sampledAt: Date;
    }): Verdict;
    /** The same text for all names of one substance. */
    analyteKey(analyte: string): string;
  };
  traceability: {
    findBatch(code: string, session?: ClientSession): Promise<BatchFacts | null>;
    /** @returns the codes of all batches that the hold reaches */
    holdWithDescendants(
      work: Work,
      hold: {
        batchCode: string;
        reason: {
          kind: 'failed-sample' | 'positive-rapid-test';
          text: Bilingual;
          at: Date;
          sampleId?: string;
        };
        /** Earlier reasons that this one takes the place of. */
        replacing?: { sampleId: string };
      },
    ): Promise<string[]>;
  };
  warnings: { raise(work: Work, finding: NewWarning): Promise<string> };
}
