import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { unguarded } from '../../database/guard.ts';
import type { LawRow } from './schema.ts';

/** A row that an administrator entered: never changed, but superseded by a later version of the same code. */
export interface LawRowRecord {
  _id: Types.ObjectId;
  code: string;
  version: number;
  row: LawRow;
  reason: string;
  enteredBy: string;
  enteredAt: Date;
}

const lawRowSchema = new Schema<LawRowRecord>(
  {
    code: { type: String, required: true },
    version: { type: Number, required: true },
    row: { type: Schema.Types.Mixed, required: true },
    reason: { type: String, required: true },
    enteredBy: { type: String, required: true },
    enteredAt: { type: Date, required: true },
  },
  { collection: 'penaltyLaw', versionKey: false },
);
lawRowSchema.index({ code: 1, version: 1 }, { unique: true });
unguarded(lawRowSchema, "the law is the state's, and everybody's to read");
audited(lawRowSchema, { resource: 'penalty-law', ofNoDivision: true });

export function lawModels(connection: Connection) {
  return { LawRow: connection.model<LawRowRecord>('PenaltyLawRow', lawRowSchema) };
}
