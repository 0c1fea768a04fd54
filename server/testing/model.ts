import { type Connection, Schema, type Types } from 'mongoose';
import type { z } from 'zod';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import type { CalibrationStanding } from '../devices/index.ts';
import { type RapidTestRecord, rapidTestModelSchema } from './rapid-tests/model.ts';
import type { testCauses, testStates } from './result-schema.ts';
import { publicReport } from './rules/public-report.ts';
import type { custodyActs, PlanKind, sampleStates } from './schema.ts';
import type { decisionRules, verdictSchema, verdicts } from './verdict-schema.ts';

export type { RapidTestRecord } from './rapid-tests/model.ts';

/** What a test is of. */
export interface Analyte {
  /** As the laboratory wrote it. */
  analyte: string;
  /** One writing for all names of the substance: an analyte has one result in a sample. */
  analyteKey: string;
  /** What the standards called it in English that day, where the laboratory wrote another name. */
  analyteEn?: string;
}

export interface ResultRecord extends Analyte {
  _id: Types.ObjectId;
  /** Decimal text, or `<` with a bound */
  value: string;
  unit: string;
  method?: string;
  lod?: string;
  loq?: string;
  /** Expanded, 95 %, k = 2, in the unit of the value. */
  uncertainty?: string;
  /** The device that measured. */
  instrument?: string;
  /** How its calibration stood on the day of measurement, of a result that it sent itself. */
  calibration?: CalibrationStanding;
  /** As its analyst or its instrument tells; absent: only its entry is known. */
  measuredAt?: Date;
  /** What it was measured in, whose controls have to be good first. */
  run?: { id: Types.ObjectId; name: string; released: boolean };
  verdict: z.infer<typeof verdictSchema>;
  enteredBy: string;
  enteredAt: Date;
}

/** A result that counts no more: kept as it was, with who set it aside and why. */
export interface FormerResultRecord extends ResultRecord {
  act: 'retract' | 'reject-test';
  reason: string;
  by: string;
  at: Date;
}

/** A test that somebody asked for. */
export interface TestRecord extends Analyte {
  _id: Types.ObjectId;
  method?: string;
  /** The analyst's user name; absent: anybody of the laboratory. */
  assignedTo?: string;
  state: (typeof testStates)[number];
  cause: (typeof testCauses)[number];
  askedBy: string;
  askedAt: Date;
  /** Why it was given up. */
  reason?: string;
}

export interface SealState {
  number: string;
  intact: boolean;
}

/** Who gave the sample to whom, and how it was then. */
export interface CustodyRecord {
  act: (typeof custodyActs)[number];
  from: string;
  to: string;
  at: Date;
  seals: SealState[];
  /** In degrees Celsius */
  temperature?: number;
  condition?: string;
  note?: string;
  recordedBy: string;
}

/** 备样: the portion kept for a re-test. */
export interface RetainedRecord {
  sealNumber: string;
  quantity?: { value: number; unit: string };
  keptAt: string;
  by: string;
  at: Date;
}

/** What the laboratory took in although something was wrong, and who of the customer agreed (ISO/IEC 17025 7.4.3). */
export interface DeviationRecord {
  text: string;
  agreedBy: string;
}

export interface SampleRecord {
  _id: Types.ObjectId;
  number: string;
  batchCode: string;
  productName: string;
  categoryCode: string;
  producerId: Types.ObjectId;
  producerName: string;
  divisionCode: string;
  planKind: PlanKind;
  /** The laboratory it is meant for; absent: any of the division. */
  laboratory?: string;
  /** Absent: simple acceptance. */
  decisionRule?: (typeof decisionRules)[number];
  state: (typeof sampleStates)[number];
  verdict: (typeof verdicts)[number];
  drawnAt: Date;
  place?: string;
  /** The positive rapid test that it was drawn to confirm. */
  confirms?: Types.ObjectId;
  samplers: string[];
  sealNumber?: string;
  retained?: RetainedRecord;
  custody?: CustodyRecord[];
  deviation?: DeviationRecord;
  tests?: TestRecord[];
  results: ResultRecord[];
  formerResults?: FormerResultRecord[];
  history: { verb: string; by: string; at: Date; reason?: string }[];
  /** Counts the changes: an update names the version it has read. */
  version: number;
  createdAt: Date;
}

const resultFields = {
  analyte: { type: String, required: true },
  analyteKey: { type: String, required: true },
  analyteEn: String,
  value: { type: String, required: true },
  unit: { type: String, required: true },
  method: String,
  lod: String,
  loq: String,
  uncertainty: String,
  instrument: String,
  calibration: String,
  measuredAt: Date,
  run: { type: Schema.Types.Mixed },
  verdict: { type: Schema.Types.Mixed, required: true },
  enteredBy: { type: String, required: true },
  enteredAt: { type: Date, required: true },
};

const formerResultSchema = new Schema<FormerResultRecord>({
  ...resultFields,
  act: { type: String, required: true },
  reason: { type: String, required: true },
  by: { type: String, required: true },
  at: { type: Date, required: true },
});

const testSchema = new Schema<TestRecord>({
  analyte: { type: String, required: true },
  analyteKey: { type: String, required: true },
  analyteEn: String,
  method: String,
  assignedTo: String,
  state: { type: String, required: true },
  cause: { type: String, required: true },
  askedBy: { type: String, required: true },
  askedAt: { type: Date, required: true },
  reason: String,
});

const custodySchema = new Schema<CustodyRecord>(
  {
    act: { type: String, required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    at: { type: Date, required: true },
    seals: [{ number: String, intact: Boolean, _id: false }],
    temperature: Number,
    condition: String,
    note: String,
    recordedBy: { type: String, required: true },
  },
  { _id: false },
);

const sampleSchema = new Schema<SampleRecord>(
  {
    number: { type: String, required: true, unique: true },
    batchCode: { type: String, required: true, index: true },
    productName: { type: String, required: true },
    categoryCode: { type: String, required: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    planKind: { type: String, required: true },
    laboratory: String,
    decisionRule: String,
    state: { type: String, required: true },
    verdict: { type: String, required: true },
    drawnAt: { type: Date, required: true },
    place: String,
    confirms: Schema.Types.ObjectId,
    samplers: [String],
    sealNumber: String,
    retained: { type: Schema.Types.Mixed },
    custody: [custodySchema],
    deviation: { type: Schema.Types.Mixed },
    tests: [testSchema],
    results: [new Schema<ResultRecord>(resultFields)],
    formerResults: [formerResultSchema],
    history: [{ verb: String, by: String, at: Date, reason: String, _id: false }],
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'samples', versionKey: false },
);
sampleSchema.index({ 'results.run.id': 1 }, { sparse: true });
sampleSchema.index({ 'results.instrument': 1, 'results.enteredAt': 1 }, { sparse: true });
sampleSchema.index({ laboratory: 1, 'results.enteredAt': 1 });
sampleSchema.index({ state: 1 });
sampleSchema.index({ 'tests.state': 1, 'tests.assignedTo': 1 });
guarded(sampleSchema, { resource: 'samples' });
audited(sampleSchema, {
  resource: 'samples',
  publicForm: (record) => publicReport(record as unknown as SampleRecord),
});

export function testingModels(connection: Connection) {
  return {
    Sample: connection.model<SampleRecord>('Sample', sampleSchema),
    RapidTest: connection.model<RapidTestRecord>('RapidTest', rapidTestModelSchema),
  };
}
