import type { ClientSession } from 'mongoose';
import type { Work } from '../../database/transaction.ts';
import type { Caller } from '../../identity/caller.ts';
import type { OpenInterval } from './rules/issuable.ts';

/** A batch as a certificate tells of it. */
export interface CertifiedBatch {
  code: string;
  status: 'normal' | 'held' | 'recalled';
  quantity: { value: number; unit: string };
  registeredAt: Date;
  productName: string;
  productNameEn?: string;
  categoryCode: string;
  producerId: string;
  producerName: string;
  divisionCode: string;
  siteId?: string;
  /** Lots of other parties that it was made of, directly or by way of own lots. */
  sources: { batchCode: string; producerId: string; producerName: string }[];
}

interface Reachable {
  name: string;
  contactName?: string;
  phone?: string;
}

interface Sample {
  number: string;
  planKind: string;
  state: string;
  verdict: string;
}

/** What conformity certificates need of the other elements. */
export interface ConformityDependencies {
  traceability: {
    batchToCertify(code: string, session?: ClientSession): Promise<CertifiedBatch | null>;
    /** Batches of these categories that were registered in a time and lie within the caller's reach. */
    countBatches(
      caller: Caller,
      wanted: { from: Date; to: Date; categories: readonly string[]; division: object },
    ): Promise<{ _id: { producerId: unknown; divisionCode: string }; batches: number }[]>;
    statusOfBatches(codes: string[]): Promise<Map<string, CertifiedBatch['status']>>;
  };
  testing: {
    samplesOfBatches(caller: null, codes: string[]): Promise<Sample[]>;
    rapidTestsOfBatches(
      codes: string[],
    ): Promise<{ id: string; positive: boolean | null; at: string; setAside?: unknown }[]>;
  };
  standards: {
    certificateCoverageOf(categoryCode: string, day: string): Promise<{ covered: boolean; clause: string }>;
    coveredCategories(day: string): Promise<string[]>;
  };
  producers: {
    /** Personal data masked. */
    producerById(id: string): Promise<({ kind: string } & Reachable) | null>;
    /** In the clear, and in the audit log. @throws Forbidden, NotFound */
    revealProducer(caller: Caller, id: string, reason: string): Promise<Reachable>;
    sitesById(ids: string[]): Promise<Map<string, { name: string; kind: string }>>;
  };
  divisions: { nameOf(code: string): string; pathNames(code: string): string[] };
  /** Treatments of the batch whose pre-harvest interval was not over when it was harvested, or is not over now. */
  openIntervals(batchCode: string, at: Date): Promise<OpenInterval[]>;
  nextNumber(work: Work, letter: 'H', divisionCode: string, at: Date): Promise<string>;
  addresses: { conformityUrl(number: string): string };
}
