import { type Connection, Schema, type Types } from 'mongoose';
import type { z } from 'zod';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import type { CalibrationStanding } from '../devices/index.ts';
import { publicReport } from './rules/public-report.ts';
import type { planKinds, sampleStates, verdictSchema, verdicts } from './schema.ts';

export interface ResultRecord {
  _id: Types.ObjectId;
  analyte: string;
  /** One writing for all names of the substance: an analyte has one result in a sample. */
  analyteKey: string;
  /** Decimal text, or `<` with a bound */
  value: string;
  unit: string;
  method?: string;
  loq?: string;
  verdict: z.infer<typeof verdictSchema>;
  enteredBy: string;
  enteredAt: Date;
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
  planKind: (typeof planKinds)[number];
  /** The laboratory it is meant for; absent: any of the division. */
  laboratory?: string;
  state: (typeof sampleStates)[number];
  verdict: (typeof verdicts)[number];
  drawnAt: Date;
  place?: string;
  samplers: string[];
  sealNumber?: string;
  results: ResultRecord[];
  history: { verb: string; by: string; at: Date }[];
  /** Counts the changes: an update names the version it has read. */
  version: number;
  createdAt: Date;
}

export interface RapidTestRecord {
  _id: Types.ObjectId;
  /** `device|sample|analyte|at`: the same result delivered twice is stored once. */
  key: string;
  device: string;
  /** What the device named: a batch code or a sample number. */
  sample: string;
  batchCode: string;
  producerId: Types.ObjectId;
  divisionCode: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  positive: boolean | null;
  /** How the device's calibration stood on that day; absent on results from before this was kept. */
  calibration?: CalibrationStanding;
  at: Date;
  receivedAt: Date;
}

const resultSchema = new Schema<ResultRecord>({
  analyte: { type: String, required: true },
  analyteKey: { type: String, required: true },
  value: { type: String, required: true },
  unit: { type: String, required: true },
  method: String,
  loq: String,
  verdict: { type: Schema.Types.Mixed, required: true },
  enteredBy: { type: String, required: true },
  enteredAt: { type: Date, required: true },
});

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
    state: { type: String, required: true },
    verdict: { type: String, required: true },
    drawnAt: { type: Date, required: true },
    place: String,
    samplers: [String],
    sealNumber: String,
    results: [resultSchema],
    history: [{ verb: String, by: String, at: Date, _id: false }],
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'samples', versionKey: false },
);
guarded(sampleSchema, { resource: 'samples' });
audited(sampleSchema, {
  resource: 'samples',
  publicForm: (record) => publicReport(record as unknown as SampleRecord),
});

const rapidTestSchema = new Schema<RapidTestRecord>(
  {
    key: { type: String, required: true, unique: true },
    device: { type: String, required: true, index: true },
    sample: { type: String, required: true },
    batchCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true, index: true },
    analyte: { type: String, required: true },
    value: { type: String, required: true },
    unit: { type: String, required: true },
    method: String,
    positive: { type: Boolean, default: null },
    calibration: String,
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
  },
  { collection: 'rapidTests', versionKey: false },
);
guarded(rapidTestSchema, { resource: 'rapid-tests' });
audited(rapidTestSchema, { resource: 'rapid-tests' });

export function testingModels(connection: Connection) {
  return {
    Sample: connection.model<SampleRecord>('Sample', sampleSchema),
    RapidTest: connection.model<RapidTestRecord>('RapidTest', rapidTestSchema),
  };
}
