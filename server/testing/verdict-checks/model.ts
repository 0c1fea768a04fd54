import { type Connection, Schema, type Types } from 'mongoose';
import { guarded } from '../../database/guard.ts';

/** A stored verdict that the law in force would not give today. */
export interface DifferenceRecord {
  sampleId: string;
  sampleNumber: string;
  resultId: string;
  analyte: string;
  /** What differs: `verdict`, `limit`, `clause` … */
  fields: string[];
  stored: string;
  recomputed: string;
  /** The standard's data were loaded anew since: not an error of then. */
  laterEdition: boolean;
}

export interface VerdictCheckRecord {
  _id: Types.ObjectId;
  /** Verdicts of this division and all below it are looked at. */
  divisionCode: string;
  state: 'running' | 'done';
  startedBy: string;
  startedAt: Date;
  finishedAt?: Date;
  /** The last sample that was looked at: where the check goes on after a restart. */
  cursor?: Types.ObjectId;
  samples: number;
  verdicts: number;
  /** Verdicts from before their basis was stored: they cannot be recomputed. */
  withoutBasis: number;
  differenceCount: number;
  /** The first of them. */
  differences: DifferenceRecord[];
}

const verdictCheckSchema = new Schema<VerdictCheckRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    state: { type: String, required: true },
    startedBy: { type: String, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: Date,
    cursor: Schema.Types.ObjectId,
    samples: { type: Number, required: true },
    verdicts: { type: Number, required: true },
    withoutBasis: { type: Number, required: true },
    differenceCount: { type: Number, required: true },
    differences: [
      {
        sampleId: String,
        sampleNumber: String,
        resultId: String,
        analyte: String,
        fields: [String],
        stored: String,
        recomputed: String,
        laterEdition: Boolean,
        _id: false,
      },
    ],
  },
  { collection: 'verdictChecks', versionKey: false },
);
guarded(verdictCheckSchema, { resource: 'verdict-checks' });

export function verdictCheckModels(connection: Connection) {
  return { VerdictCheck: connection.model<VerdictCheckRecord>('VerdictCheck', verdictCheckSchema) };
}
