import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Quantity } from '../model.ts';
import type { Account } from '../rules/recall/accounted.ts';
import type { checkLevels, recallLevels, recallStates, taskStates } from './schema.ts';

export interface RecallRecord {
  _id: Types.ObjectId;
  number: string;
  batchCode: string;
  productName: string;
  level: (typeof recallLevels)[number];
  reason: string;
  /** What holders are asked to do. */
  instruction: string;
  state: (typeof recallStates)[number];
  /** A drill changes no batch and is told as a drill. */
  drill: boolean;
  checkLevel: (typeof checkLevels)[number];
  /** Draws who is asked whether the recall reached them; made when it is issued. */
  seed?: string;
  issuedAt?: Date;
  closedAt?: Date;
  finishBy?: Date;
  history: { verb: string; by: string; at: Date; note?: string }[];
  divisionCode: string;
  producerId: Types.ObjectId;
  createdAt: Date;
}

/** What one holder is told and answers. */
export interface RecallTaskRecord {
  _id: Types.ObjectId;
  recallId: Types.ObjectId;
  recallNumber: string;
  drill: boolean;
  instruction: string;
  reason: string;
  producerId: Types.ObjectId;
  producerName: string;
  divisionCode: string;
  /** With the containers that they were in when it was issued. */
  batches: { code: string; productName: string; quantity: Quantity; containers?: string[]; account?: Account }[];
  state: (typeof taskStates)[number];
  sentAt: Date;
  receivedAt?: Date;
  receivedBy?: string;
  reportedAt?: Date;
  reportedBy?: string;
  /** Drawn to be asked whether the recall reached them. */
  drawn: boolean;
  check?: { at: Date; by: string; effective: boolean; note: string };
}

const quantity = { type: { value: Number, unit: String }, _id: false };

const recallSchema = new Schema<RecallRecord>(
  {
    number: { type: String, required: true, unique: true },
    batchCode: { type: String, required: true, index: true },
    productName: { type: String, required: true },
    level: { type: String, required: true },
    reason: { type: String, required: true },
    instruction: { type: String, required: true },
    state: { type: String, required: true },
    drill: { type: Boolean, required: true },
    checkLevel: { type: String, required: true },
    seed: String,
    issuedAt: Date,
    closedAt: Date,
    finishBy: Date,
    history: [{ verb: String, by: String, at: Date, note: String, _id: false }],
    divisionCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'recalls' },
);
guarded(recallSchema, { resource: 'recalls' });
audited(recallSchema, { resource: 'recalls' });

const taskSchema = new Schema<RecallTaskRecord>(
  {
    recallId: { type: Schema.Types.ObjectId, required: true, index: true },
    recallNumber: { type: String, required: true },
    drill: { type: Boolean, required: true },
    instruction: { type: String, required: true },
    reason: { type: String, required: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    batches: [
      {
        code: String,
        productName: String,
        quantity,
        containers: { type: [String], default: undefined },
        account: { type: { onHand: Number, returned: Number, destroyed: Number, sold: Number }, _id: false },
        _id: false,
      },
    ],
    state: { type: String, required: true },
    sentAt: { type: Date, required: true },
    receivedAt: Date,
    receivedBy: String,
    reportedAt: Date,
    reportedBy: String,
    drawn: { type: Boolean, required: true },
    check: { type: { at: Date, by: String, effective: Boolean, note: String }, _id: false },
  },
  { collection: 'recall_tasks' },
);
guarded(taskSchema, { resource: 'recall-tasks' });
audited(taskSchema, { resource: 'recall-tasks' });

export function recallModels(connection: Connection) {
  return {
    Recall: connection.model<RecallRecord>('Recall', recallSchema),
    RecallTask: connection.model<RecallTaskRecord>('RecallTask', taskSchema),
  };
}
