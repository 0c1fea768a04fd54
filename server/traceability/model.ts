import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded, unguarded } from '../database/guard.ts';
import type { Bilingual } from '../http/fields.ts';
import type { recordedSteps } from './schema.ts';

export interface Quantity {
  value: number;
  /** UCUM */
  unit: string;
}

export type StepKind = (typeof recordedSteps)[number];

/** What was used in the field, as its label names it. */
export interface FarmInput {
  name: string;
  dose?: string;
  /** 农药登记证号 */
  registrationNumber?: string;
  /** The area that was treated. */
  area?: Quantity;
  /** 安全间隔期: days from the last use to the harvest. */
  preHarvestDays?: number;
}

export interface HoldReason {
  kind: 'failed-sample' | 'positive-rapid-test' | 'held-ancestor' | 'held-content' | 'officer' | 'recall';
  text: Bilingual;
  at: Date;
  sampleId?: string;
  fromBatch?: string;
  by?: string;
}

export interface BatchRecord {
  _id: Types.ObjectId;
  code: string;
  /** Fourteen digits: then the code is the lot of a GS1 Digital Link. */
  gtin?: string;
  productId: Types.ObjectId;
  productName: string;
  productNameEn?: string;
  categoryCode: string;
  producerId: Types.ObjectId;
  producerName: string;
  siteId?: Types.ObjectId;
  divisionCode: string;
  quantity: Quantity;
  /** YYYY-MM-DD */
  bestBefore?: string;
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
  /** What was packed into a container, or by the action DELETE unpacked: without contents, all that was in it. */
  packing?: { container: string; contents: { batchCode: string; quantity?: Quantity }[] };
  siteId?: Types.ObjectId;
  destinationSiteId?: Types.ObjectId;
  quantity?: Quantity;
  input?: FarmInput;
  note?: string;
  /** Of the one lot that came out: its number, its date of minimum durability. */
  lot?: { code: string; bestBefore?: string };
  divisionCode: string;
  /** Absent: the event is no single producer's. */
  producerId?: Types.ObjectId;
  epcis: EpcisForm;
  /** A declaration took the event back; it stays in the store and leads nowhere. */
  declaredWrong?: { at: Date; reason?: string; correctiveEventIds: string[] };
}

/** The event as EPCIS 2.0 tells it (ADR 39). */
export interface EpcisForm {
  eventId: string;
  /** Of an event and of the declaration that it was wrong: each once. */
  key: string;
  type: string;
  action?: 'ADD' | 'OBSERVE' | 'DELETE';
  /** As a web address. */
  bizStep?: string;
  /** The event as it was sent, in JSON; absent for what was recorded here. */
  body?: string;
  /** The `@context` of the document that it came in, in JSON. */
  context?: string;
  /** SHA-256 of the canonical form of the body. */
  digest?: string;
  captureId?: string;
  /** The id by CBV 2.0, 8.9, where it differs from the one that was sent in that form. */
  differingHash?: string;
  /** What it is found by; made anew from the rest at will. */
  facets: { tokens: string[]; measures: { name: string; value: number }[] };
}

/**
 * A lot went in or was yielded; contents were packed into the container that the event's row `packing` names, or unpacked from that
 * of `unpacking`; all was unpacked from what was `emptied`. `void`: the event was declared wrong.
 * The order of these names is that of the index (`lineage-reader.ts`).
 */
export type LineageRole = 'in' | 'yielded' | 'packing' | 'packed' | 'unpacking' | 'unpacked' | 'emptied' | 'void';

/** A lot without a batch here, or a container that held goods for a time, which a hold has reached: what is recorded of it later is looked at. */
export interface ReachedLotRecord {
  code: string;
  /** The batch at which the hold began. */
  origin: string;
  /** It still holds goods that are on hold, since then: it may not be moved. */
  holdsSince?: Date;
}

/** Which lots went into and came out of one event: a packing of 300 into 300 is 600 rows, not 90 000. */
export interface LineageRecord {
  /** `record|role|batch` */
  _id: string;
  /** What joins what went in with what came out: the event, or the transformation that several events tell of. */
  event: string;
  /** The event that told it. */
  record: string;
  role: LineageRole;
  batchCode: string;
  at: Date;
  quantity?: Quantity;
  /** The event's: its entry in the audit log is read within that division. */
  divisionCode: string;
}

const quantity = { type: { value: Number, unit: String }, _id: false };
const share = [{ batchCode: { type: String, required: true }, quantity, _id: false }];

const batchSchema = new Schema<BatchRecord>(
  {
    code: { type: String, required: true, unique: true },
    gtin: { type: String, index: true },
    productId: { type: Schema.Types.ObjectId, required: true, index: true },
    productName: { type: String, required: true },
    productNameEn: String,
    categoryCode: { type: String, required: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    siteId: Schema.Types.ObjectId,
    divisionCode: { type: String, required: true, index: true },
    quantity: { ...quantity, required: true },
    bestBefore: String,
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
batchSchema.index({ 'reasons.fromBatch': 1 }, { sparse: true });
audited(batchSchema, { resource: 'batches' });

const epcisForm = new Schema<EpcisForm>(
  {
    eventId: { type: String, required: true },
    key: { type: String, required: true },
    type: { type: String, required: true },
    action: String,
    bizStep: String,
    body: String,
    context: String,
    digest: String,
    captureId: String,
    differingHash: String,
    facets: { tokens: [String], measures: [{ name: String, value: Number, _id: false }] },
  },
  { _id: false },
);

const eventSchema = new Schema<EventRecord>(
  {
    step: { type: String, required: true },
    at: { type: Date, required: true },
    recordedAt: { type: Date, required: true },
    recordedBy: { type: String, required: true },
    batchCodes: { type: [String], required: true, index: true },
    inputs: share,
    outputs: share,
    packing: { type: { container: String, contents: share }, _id: false },
    siteId: Schema.Types.ObjectId,
    destinationSiteId: Schema.Types.ObjectId,
    quantity,
    input: {
      type: { name: String, dose: String, registrationNumber: String, area: quantity, preHarvestDays: Number },
      _id: false,
    },
    note: String,
    lot: { type: { code: String, bestBefore: String }, _id: false },
    divisionCode: { type: String, required: true, index: true },
    producerId: Schema.Types.ObjectId,
    epcis: { type: epcisForm, required: true },
    declaredWrong: { type: { at: Date, reason: String, correctiveEventIds: [String] }, _id: false },
  },
  { collection: 'trace_events' },
);

// Sparse: events of earlier versions are given their EPCIS form at the next start.
eventSchema.index({ 'epcis.key': 1 }, { unique: true, sparse: true });
eventSchema.index({ 'epcis.facets.tokens': 1 });
eventSchema.index({ at: 1, _id: 1 });
eventSchema.index({ recordedAt: 1, _id: 1 });

guarded(eventSchema, { resource: 'events' });
audited(eventSchema, { resource: 'events' });

const lineageSchema = new Schema<LineageRecord>(
  {
    _id: { type: String, required: true },
    event: { type: String, required: true },
    record: { type: String, required: true, index: true },
    role: { type: String, required: true },
    batchCode: { type: String, required: true },
    at: { type: Date, required: true },
    quantity,
    divisionCode: { type: String, required: true },
  },
  { collection: 'lineage', versionKey: false },
);
guarded(lineageSchema, { resource: 'lineage' });
audited(lineageSchema, { resource: 'lineage' });
lineageSchema.index({ batchCode: 1, role: 1, at: 1, event: 1, record: 1 });
lineageSchema.index({ event: 1, role: 1, at: 1, batchCode: 1, record: 1 });

const reachedLotSchema = new Schema<ReachedLotRecord>(
  { code: { type: String, required: true }, origin: { type: String, required: true, index: true }, holdsSince: Date },
  { collection: 'reached_lots', versionKey: false },
);
reachedLotSchema.index({ code: 1, origin: 1 }, { unique: true });
unguarded(reachedLotSchema, 'what holds follow from; made anew from the lineage, and no request reads it');

export function traceabilityModels(connection: Connection) {
  return {
    Batch: connection.model<BatchRecord>('Batch', batchSchema),
    TraceEvent: connection.model<EventRecord>('TraceEvent', eventSchema),
    ReachedLot: connection.model<ReachedLotRecord>('ReachedLot', reachedLotSchema),
    Lineage: connection.model<LineageRecord>('Lineage', lineageSchema),
  };
}
