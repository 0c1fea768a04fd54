import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import type { Bilingual } from '../http/fields.ts';
import type { stepKinds } from './schema.ts';

export interface Quantity {
  value: number;
  /** UCUM */
  unit: string;
}

export type StepKind = (typeof stepKinds)[number];

export interface HoldReason {
  kind: 'failed-sample' | 'positive-rapid-test' | 'held-ancestor' | 'officer';
  text: Bilingual;
  at: Date;
  sampleId?: string;
  fromBatch?: string;
  by?: string;
}

export interface BatchRecord {
  _id: Types.ObjectId;
  code: string;
  productId: Types.ObjectId;
  productName: string;
  productNameEn?: string;
  categoryCode: string;
  producerId: Types.ObjectId;
  producerName: string;
  siteId?: Types.ObjectId;
  divisionCode: string;
  quantity: Quantity;
  status: 'normal' | 'held' | 'recalled';
  reasons: HoldReason[];
  history: { verb: string; by: string; at: Date; note?: string }[];
  createdAt: Date;
}

export interface EventRecord {
  _id: Types.ObjectId;
  step: StepKind;
  at: Date;
  recordedAt: Date;
  recordedBy: string;
  batchCodes: string[];
  inputs: { batchCode: string; quantity?: Quantity }[];
  outputs: { batchCode: string; quantity?: Quantity }[];
  siteId?: Types.ObjectId;
  destinationSiteId?: Types.ObjectId;
  quantity?: Quantity;
  input?: { name: string; dose?: string };
  note?: string;
  divisionCode: string;
  producerId: Types.ObjectId;
}

/** Which lots went into and came out of one event: a packing of 300 into 300 is 600 rows, not 90 000. */
export interface LineageRecord {
  /** `event|role|batch` */
  _id: string;
  event: string;
  role: 'in' | 'out';
  batchCode: string;
  at: Date;
  /** The event's: its entry in the audit log is read within that division. */
  divisionCode: string;
}

const quantity = { type: { value: Number, unit: String }, _id: false };
const share = [{ batchCode: { type: String, required: true }, quantity, _id: false }];

const batchSchema = new Schema<BatchRecord>(
  {
    code: { type: String, required: true, unique: true },
    productId: { type: Schema.Types.ObjectId, required: true, index: true },
    productName: { type: String, required: true },
    productNameEn: String,
    categoryCode: { type: String, required: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    siteId: Schema.Types.ObjectId,
    divisionCode: { type: String, required: true, index: true },
    quantity: { ...quantity, required: true },
    status: { type: String, required: true },
    reasons: [
      {
        kind: String,
        text: { zh: String, en: String },
        at: Date,
        sampleId: String,
        fromBatch: String,
        by: String,
        _id: false,
      },
    ],
    history: [{ verb: String, by: String, at: Date, note: String, _id: false }],
    createdAt: { type: Date, required: true },
  },
  { collection: 'batches' },
);

guarded(batchSchema, { resource: 'batches' });
audited(batchSchema, { resource: 'batches' });

const eventSchema = new Schema<EventRecord>(
  {
    step: { type: String, required: true },
    at: { type: Date, required: true },
    recordedAt: { type: Date, required: true },
    recordedBy: { type: String, required: true },
    batchCodes: { type: [String], required: true, index: true },
    inputs: share,
    outputs: share,
    siteId: Schema.Types.ObjectId,
    destinationSiteId: Schema.Types.ObjectId,
    quantity,
    input: { type: { name: String, dose: String }, _id: false },
    note: String,
    divisionCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true },
  },
  { collection: 'trace_events' },
);

guarded(eventSchema, { resource: 'events' });
audited(eventSchema, { resource: 'events' });

const lineageSchema = new Schema<LineageRecord>(
  {
    _id: { type: String, required: true },
    event: { type: String, required: true },
    role: { type: String, required: true },
    batchCode: { type: String, required: true },
    at: { type: Date, required: true },
    divisionCode: { type: String, required: true },
  },
  { collection: 'lineage', versionKey: false },
);
guarded(lineageSchema, { resource: 'lineage' });
audited(lineageSchema, { resource: 'lineage' });
lineageSchema.index({ batchCode: 1, role: 1 });
lineageSchema.index({ event: 1, role: 1 });

export function traceabilityModels(connection: Connection) {
  return {
    Batch: connection.model<BatchRecord>('Batch', batchSchema),
    TraceEvent: connection.model<EventRecord>('TraceEvent', eventSchema),
    Lineage: connection.model<LineageRecord>('Lineage', lineageSchema),
  };
}
