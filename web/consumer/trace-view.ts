/** All that the consumer's page shows of one batch. The server builds it; nothing personal and nothing internal is in it. */
export interface TraceView {
  code: string;
  /** Address of this page, as printed in the QR code. */
  url: string;
  /** When these data were read (ISO 8601). */
  asOf: string;
  product: { name: string; nameEn?: string };
  quantity?: { value: number; unit: string };
  origin: {
    producerName: string;
    producerKind: string;
    divisionNames: string[];
    divisionNamesEn: string[];
    siteName?: string;
  };
  status: 'normal' | 'held' | 'recalled';
  verdict: Verdict;
  /** Holds and recalls in force, and warnings not yet resolved that concern this batch: the first thing shown. */
  alerts: { level: 'blue' | 'yellow' | 'orange' | 'red'; title: Bilingual; detail: Bilingual; at: string }[];
  /** In order of time; ancestors' steps are marked with their batch. */
  journey: JourneyStep[];
  tests: Test[];
  /** 承诺达标合格证 of this batch and of those it was made from. */
  conformity: ConformityOfBatch[];
  /** Certificates of products that held when the batch, or what it was made from, was made. */
  certificates: CertificateOfBatch[];
  environment: EnvironmentCurve[];
  /** By how many visitors the page was opened, each counted once a day; absent before the first. */
  opened?: { count: number; firstAt: string };
  /** What a reader would expect and is not there, each a full sentence. */
  missing: Bilingual[];
}

export interface Bilingual {
  zh: string;
  en: string;
}

export type Verdict =
  | 'recalled'
  | 'held'
  | 'failed'
  | 'passed-official'
  | 'passed-commissioned'
  | 'passed-self'
  | 'tested-no-limit'
  | 'test-pending'
  | 'not-tested';

export interface JourneyStep {
  step: 'sow' | 'treat' | 'irrigate' | 'harvest' | 'cool' | 'transform' | 'ship' | 'receive' | 'other';
  at: string;
  batchCode: string;
  ownBatch: boolean;
  place?: string;
  destination?: string;
  /** A treatment's product and dose. */
  input?: { name: string; dose?: string };
  quantity?: { value: number; unit: string };
}

export interface Test {
  sampleNumber: string;
  planKind: 'routine-monitoring' | 'supervised-check' | 'risk-monitoring' | 'self-check' | 'commissioned';
  /** The batch that was sampled: this one or one it was made from. */
  batchCode: string;
  ownBatch: boolean;
  drawnAt: string;
  /** False until a second person has verified the results. */
  verified: boolean;
  verdict: 'pass' | 'fail' | 'no-limit' | 'not-comparable' | 'pending';
  results: {
    analyte: string;
    /** What the standards call it, where the laboratory wrote another name. */
    analyteEn?: string;
    /** As the laboratory wrote it: `0.02`, `<LOQ`, `<0.01`. */
    value: string;
    unit: string;
    verdict: 'pass' | 'fail' | 'no-limit' | 'not-comparable' | 'pending';
    limit?: string;
    standard?: string;
    /** On the day of measurement the instrument was out of calibration. */
    calibration?: 'overdue' | 'failed';
    explanation: Bilingual;
  }[];
}

export interface ConformityOfBatch {
  number: string;
  state: 'valid' | 'void' | 'withdrawn';
  form: 'producer' | 'purchaser';
  issuedAt: string;
  bases: Bilingual[];
  batchCode: string;
  ownBatch: boolean;
}

export interface CertificateOfBatch {
  number: string;
  scheme: Bilingual;
  /** Today. */
  standing: 'valid' | 'not-yet' | 'suspended' | 'withdrawn' | 'expired';
  /** The last day in China; absent: it never expires. */
  validTo?: string;
  batchCode: string;
  ownBatch: boolean;
}

export interface EnvironmentCurve {
  metric: string;
  unit: string;
  siteName: string;
  siteKind: string;
  from: string;
  to: string;
  /** At most 200 points in order of time; thinned so that highs and lows stay. */
  points: { at: string; value: number }[];
  /** The range that the warning rules of this site ask for, where there are some. */
  permitted?: { below?: number; above?: number };
}
