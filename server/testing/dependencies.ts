import type { ClientSession } from 'mongoose';
import type { Work } from '../database/transaction.ts';
import type { DeadlinesService } from '../deadlines/index.ts';
import type { CalibrationRecord, CalibrationStanding } from '../devices/index.ts';
import type { EnforcementService } from '../enforcement/index.ts';
import type { Bilingual } from '../http/fields.ts';
import type { LawNow } from '../standards/index.ts';
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

/** A laboratory as its reports name it. */
export interface LaboratoryOnPaper {
  name: string;
  address?: string;
  accreditation?: string;
}

export interface TestingDependencies {
  /** Where whoever has the paper of a report can check it. */
  addresses: { reportUrl(number: string, checkCode: string): string };
  divisionName(code: string): string;
  /** The names that people use of those with these user names. */
  namesOf(usernames: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** `sensor`, `instrument`, `rapid-tester` …; `null` when there is no such device. */
  deviceKind(id: string): Promise<string | null>;
  standards: { lawInForce(): Promise<LawNow> };
  traceability: {
    findBatch(code: string, session?: ClientSession): Promise<BatchFacts | null>;
    /** Drafts the recall of a batch, unless one is drafted or under way; a person issues it. */
    proposeRecall(work: Work, proposal: { batchCode: string; banned: boolean; reason: string }): Promise<void>;
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
  certificates: {
    /** Proposes what should become of the producer's certificates of this food; a person decides. */
    proposeForFailedSample(
      work: Work,
      sample: { number: string; producerId: string; categoryCode: string; banned: boolean; text: Bilingual },
    ): Promise<void>;
  };
  calibrations: {
    /** How the device stood on the day of a result. */
    standingOf(device: string, at: Date): Promise<CalibrationStanding>;
    warnOfLapse(device: string, standing: CalibrationStanding): Promise<void>;
    /** All its certificates, in the order in which they were recorded. */
    ofDevice(device: string, work: Work): Promise<CalibrationRecord[]>;
  };
  deadlines: Pick<DeadlinesService, 'register' | 'startDeadline' | 'meetDeadline' | 'ofRecords'>;
  warnings: {
    raise(work: Work, finding: NewWarning): Promise<string>;
    clear(work: Work, conditionKey: string, at: Date): Promise<void>;
  };
  /** Where a failed supervised sample is a clue for a case. */
  clues: EnforcementService['clues'];
}
