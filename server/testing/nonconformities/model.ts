import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded, unguarded } from '../../database/guard.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { NonconformityState } from './lifecycle.ts';

export const nonconformityCauses = ['control', 'calibration-failed', 'calibration-overdue'] as const;

/** What somebody decided of a result in doubt. */
interface Settled {
  by: string;
  at: Date;
  reason: string;
}

/** A result of a sample, or a rapid test, in doubt, as it was when the cause came to light. */
export interface DoubtedResult {
  /** Absent: of a rapid test. */
  sampleId?: Types.ObjectId;
  /** Of a rapid test: what its device named. */
  sampleNumber: string;
  batchCode: string;
  /** Or that of the rapid test. */
  resultId: Types.ObjectId;
  /** Of a rapid test. Positive ones hold their batch, negative ones let it go. */
  rapid?: { device: string; positive: boolean | null };
  analyte: string;
  value: string;
  unit: string;
  /** Of a rapid test: when it was measured. */
  enteredAt: Date;
  /** It stands all the same. */
  confirmed?: Settled;
  /** Of a rapid test: it counts no more. */
  setAside?: Settled;
}

export interface NonconformityRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  /** Absent: of an instrument whose results came from several. */
  laboratory?: string;
  cause: (typeof nonconformityCauses)[number];
  /** Its control, or calibration certificate. */
  causeId: string;
  /** The cause, while it is not closed: one cause has one open record. */
  openKey?: string;
  text: Bilingual;
  method?: string;
  analyte?: string;
  instrument?: string;
  /** Of the last good control or calibration; absent: none is known. */
  since?: Date;
  until: Date;
  state: NonconformityState;
  doubted: DoubtedResult[];
  assessment?: { significance: string; action: string; customers?: string; by: string; at: Date };
  openedAt: Date;
  history: { verb: string; by: string; at: Date; reason?: string }[];
  version: number;
}

const required = { type: String, required: true };

const nonconformitySchema = new Schema<NonconformityRecord>(
  {
    divisionCode: { ...required, index: true },
    laboratory: String,
    cause: required,
    causeId: required,
    openKey: { type: String, index: { unique: true, sparse: true } },
    text: { type: Schema.Types.Mixed, required: true },
    method: String,
    analyte: String,
    instrument: String,
    since: Date,
    until: { type: Date, required: true },
    state: required,
    doubted: { type: [Schema.Types.Mixed] as never, required: true },
    assessment: { significance: String, action: String, customers: String, by: String, at: Date },
    openedAt: { type: Date, required: true },
    history: [{ verb: String, by: String, at: Date, reason: String, _id: false }],
    version: { type: Number, required: true },
  },
  { collection: 'nonconformities', versionKey: false },
);
nonconformitySchema.index({ 'doubted.sampleId': 1 });
nonconformitySchema.index({ cause: 1, causeId: 1, until: -1 });
guarded(nonconformitySchema, { resource: 'nonconformities' });
audited(nonconformitySchema, { resource: 'nonconformities' });

/** Whose turn it is to say what of an instrument's work is in doubt. */
interface InstrumentTurnRecord {
  /** The instrument, or rapid tester. */
  _id: string;
  taken: number;
}

const instrumentTurnSchema = new Schema<InstrumentTurnRecord>(
  { _id: { type: String, required: true }, taken: { type: Number, required: true } },
  { collection: 'instrumentTurns', versionKey: false },
);
unguarded(
  instrumentTurnSchema,
  "orders the transactions of an instrument's failures and measurements; no request reads it",
);

export function nonconformityModels(connection: Connection) {
  return {
    Nonconformity: connection.model<NonconformityRecord>('Nonconformity', nonconformitySchema),
    InstrumentTurn: connection.model<InstrumentTurnRecord>('InstrumentTurn', instrumentTurnSchema),
  };
}
