import type { ClientSession } from 'mongoose';
import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import type { Verdict } from '../standards/index.ts';

/** What testing needs of the other elements. */

export interface BatchFacts {
  code: string;
  productName: string;
  producerId: string;
  producerName: string;
  divisionCode: string;
  categoryCode: string;
}

export interface Finding {
  kind: 'limit-exceeded' | 'rapid-test-positive';
  level: 'orange' | 'red';
  title: Bilingual;
  detail: Bilingual;
  divisionCode: string;
  producerId: string;
  conditionKey: string;
  batchCode: string;
  sampleId?: string;
  deviceId?: string;
  at: Date;
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
      },
    ): Promise<string[]>;
  };
  warnings: { raise(work: Work, finding: Finding): Promise<string> };
}
