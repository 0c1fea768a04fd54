import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { CalibrationStanding } from '../../devices/index.ts';
import type { instrumentResultStates } from './schema.ts';

/** What an instrument measured of a sample, before an analyst answers for it. */
export interface InstrumentResultRecord {
  _id: Types.ObjectId;
  /** `device|sample|analyte|at`: the same result delivered twice is stored once. */
  key: string;
  device: string;
  sampleId: Types.ObjectId;
  sampleNumber: string;
  divisionCode: string;
  laboratory?: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  /** How the instrument's calibration stood on that day; absent on results from before this was kept. */
  calibration?: CalibrationStanding;
  at: Date;
  receivedAt: Date;
  state: (typeof instrumentResultStates)[number];
  decidedBy?: string;
  decidedAt?: Date;
  reason?: string;
}

const instrumentResultSchema = new Schema<InstrumentResultRecord>(
  {
    key: { type: String, required: true, unique: true },
    device: { type: String, required: true },
    sampleId: { type: Schema.Types.ObjectId, required: true, index: true },
    sampleNumber: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    laboratory: String,
    analyte: { type: String, required: true },
    value: { type: String, required: true },
    unit: { type: String, required: true },
    method: String,
    calibration: String,
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    state: { type: String, required: true },
    decidedBy: String,
    decidedAt: Date,
    reason: String,
  },
  { collection: 'instrumentResults', versionKey: false },
);
guarded(instrumentResultSchema, { resource: 'instrument-results' });
audited(instrumentResultSchema, { resource: 'instrument-results' });

export function instrumentModels(connection: Connection) {
  return { InstrumentResult: connection.model<InstrumentResultRecord>('InstrumentResult', instrumentResultSchema) };
}
