import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { numberKinds } from './schema.ts';

export type NumberKind = (typeof numberKinds)[number];

/** Numbers that the office gave a person before they left: printed on seals, or a sample's own. */
export interface NumberBlockRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  kind: NumberKind;
  /** The username of whoever has them. */
  holder: string;
  numbers: string[];
  /** Those that are the holder's, used or not, each with its kind: nobody else can be given them. Absent: none any more. */
  held?: string[];
  used: { number: string; sampleNumber: string; at: Date }[];
  returned?: { numbers: string[]; by: string; at: Date };
  handedOutBy: string;
  handedOutAt: Date;
}

const numberBlockSchema = new Schema<NumberBlockRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    kind: { type: String, required: true },
    holder: { type: String, required: true, index: true },
    numbers: { type: [String], required: true },
    held: { type: [String], default: undefined },
    used: [{ number: String, sampleNumber: String, at: Date, _id: false }],
    returned: { type: Schema.Types.Mixed },
    handedOutBy: { type: String, required: true },
    handedOutAt: { type: Date, required: true },
  },
  { collection: 'numberBlocks', versionKey: false },
);
numberBlockSchema.index({ held: 1 }, { unique: true, sparse: true });
guarded(numberBlockSchema, { resource: 'number-blocks' });
audited(numberBlockSchema, { resource: 'number-blocks' });

export function numberBlockModels(connection: Connection) {
  return { NumberBlock: connection.model<NumberBlockRecord>('NumberBlock', numberBlockSchema) };
}

/** One number of one kind, as no two blocks may hold it. */
export const keyOf = (kind: NumberKind, number: string) => `${kind} ${number}`;
