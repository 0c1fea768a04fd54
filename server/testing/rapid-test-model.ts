import { Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import type { CalibrationStanding } from '../devices/index.ts';

export interface RapidTestRecord {
  _id: Types.ObjectId;
  /** `device|sample|analyte|at`: the same result delivered twice is stored once. */
  key: string;
  device: string;
  /** What the device named: a batch code or a sample number. */
  sample: string;
  batchCode: string;
  producerId: Types.ObjectId;
  divisionCode: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  positive: boolean | null;
  /** How the device's calibration stood on that day; absent on results from before this was kept. */
  calibration?: CalibrationStanding;
  at: Date;
  receivedAt: Date;
  /** The device was not in order: it counts no more. */
  setAside?: { by: string; at: Date; reason: string };
}

export const rapidTestSchema = new Schema<RapidTestRecord>(
  {
    key: { type: String, required: true, unique: true },
    device: { type: String, required: true },
    sample: { type: String, required: true },
    batchCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true, index: true },
    analyte: { type: String, required: true },
    value: { type: String, required: true },
    unit: { type: String, required: true },
    method: String,
    positive: { type: Boolean, default: null },
    calibration: String,
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    setAside: { by: String, at: Date, reason: String },
  },
  { collection: 'rapidTests', versionKey: false },
);
rapidTestSchema.index({ device: 1, at: 1 });
guarded(rapidTestSchema, { resource: 'rapid-tests' });
audited(rapidTestSchema, { resource: 'rapid-tests' });
