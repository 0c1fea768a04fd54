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
}

export const rapidTestSchema = new Schema<RapidTestRecord>(
  {
    key: { type: String, required: true, unique: true },
    device: { type: String, required: true, index: true },
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
  },
  { collection: 'rapidTests', versionKey: false },
);
guarded(rapidTestSchema, { resource: 'rapid-tests' });
audited(rapidTestSchema, { resource: 'rapid-tests' });
