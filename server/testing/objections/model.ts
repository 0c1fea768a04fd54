import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { objectionStates } from './lifecycle.ts';
import type { conclusions, departments } from './schema.ts';

/** A period with the clause it stands in, as it was computed. */
export interface TermRecord {
  term: string;
  clause: string;
  due: Date;
  lastDay: string;
  provisional: boolean;
}

export interface ObjectionRecord {
  _id: Types.ObjectId;
  /** Of the department that answers: the one that sampled, or the next higher. */
  divisionCode: string;
  producerId: Types.ObjectId;
  batchCode: string;
  sampleId?: Types.ObjectId;
  rapidTestId?: Types.ObjectId;
  /** The laboratory whose result is objected to. */
  firstLaboratory?: string;
  /** The laboratory of the re-test, once it is appointed. */
  laboratory?: string;
  method?: string;
  addressedTo: (typeof departments)[number];
  state: (typeof objectionStates)[number];
  reason: string;
  resultReceivedAt: Date;
  raisedAt: Date;
  raisedBy: string;
  term: TermRecord;
  inTime: boolean;
  /** The seal of the retained portion, as the laboratory of the re-test found it. */
  sealNumber?: string;
  sampleReceivedAt?: Date;
  reportNumber?: string;
  conclusion?: (typeof conclusions)[number];
  decidedAt?: Date;
  costs?: string;
  history: { verb: string; by: string; at: Date; reason?: string }[];
  version: number;
}

const termSchema = new Schema<TermRecord>(
  {
    term: { type: String, required: true },
    clause: { type: String, required: true },
    due: { type: Date, required: true },
    lastDay: { type: String, required: true },
    provisional: { type: Boolean, required: true },
  },
  { _id: false },
);

const objectionSchema = new Schema<ObjectionRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    batchCode: { type: String, required: true },
    sampleId: { type: Schema.Types.ObjectId, index: true },
    rapidTestId: { type: Schema.Types.ObjectId, index: true },
    firstLaboratory: String,
    laboratory: String,
    method: String,
    addressedTo: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String, required: true },
    resultReceivedAt: { type: Date, required: true },
    raisedAt: { type: Date, required: true },
    raisedBy: { type: String, required: true },
    term: { type: termSchema, required: true },
    inTime: { type: Boolean, required: true },
    sealNumber: String,
    sampleReceivedAt: Date,
    reportNumber: String,
    conclusion: String,
    decidedAt: Date,
    costs: String,
    history: [{ verb: String, by: String, at: Date, reason: String, _id: false }],
    version: { type: Number, required: true },
  },
  { collection: 'objections', versionKey: false },
);
guarded(objectionSchema, { resource: 'objections' });
audited(objectionSchema, { resource: 'objections' });

export function objectionModels(connection: Connection) {
  return { Objection: connection.model<ObjectionRecord>('Objection', objectionSchema) };
}
