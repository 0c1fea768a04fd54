import { type Connection, Schema, type Types } from 'mongoose';
import { guarded } from '../../database/guard.ts';
import type { Level, WarningKind } from '../model.ts';

/** One time that people were rung for: a warning that opened, or whose condition began anew. */
export interface OccurrenceRecord {
  _id: Types.ObjectId;
  warningId: Types.ObjectId;
  conditionKey: string;
  kind: WarningKind;
  level: Level;
  divisionCode: string;
  producerId?: Types.ObjectId;
  ruleFamily?: Types.ObjectId;
  /** When it was told. */
  at: Date;
}

const occurrenceSchema = new Schema<OccurrenceRecord>(
  {
    warningId: { type: Schema.Types.ObjectId, required: true },
    conditionKey: { type: String, required: true },
    kind: { type: String, required: true },
    level: { type: String, required: true },
    divisionCode: { type: String, required: true },
    producerId: Schema.Types.ObjectId,
    ruleFamily: Schema.Types.ObjectId,
    at: { type: Date, required: true, index: true },
  },
  { collection: 'warning-occurrences', versionKey: false },
);
guarded(occurrenceSchema, { resource: 'warnings' });

export function occurrenceModels(connection: Connection) {
  return { WarningOccurrence: connection.model<OccurrenceRecord>('WarningOccurrence', occurrenceSchema) };
}
