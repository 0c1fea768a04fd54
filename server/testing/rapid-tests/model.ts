import { Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { CalibrationStanding } from '../../devices/index.ts';
import type { PlanKind } from '../schema.ts';

export interface RapidTestRecord {
  _id: Types.ObjectId;
  /** `device|sample|analyte|at`: the same result told twice is stored once. */
  key: string;
  /** Absent: entered by hand, of a test that no device of ours measured. */
  device?: string;
  /** The user who entered it by hand; absent: its device sent it. */
  enteredBy?: string;
  /** What was tested: a batch code or a sample number. */
  sample: string;
  /** Of the sample that was named: what it was drawn for. */
  planKind?: PlanKind;
  batchCode: string;
  producerId: Types.ObjectId;
  divisionCode: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  /** Why it says nothing: its blank or control line failed. Such a test is neither positive nor negative. */
  invalid?: string;
  positive: boolean | null;
  /** How the device's calibration stood on that day; absent on results from before this was kept. */
  calibration?: CalibrationStanding;
  at: Date;
  receivedAt: Date;
  /** The device was not in order: it counts no more. */
  setAside?: { by: string; at: Date; reason: string };
}

/** One that a device of ours measured. */
export type DeviceRapidTestRecord = RapidTestRecord & { device: string };

export const rapidTestModelSchema = new Schema<RapidTestRecord>(
  {
    key: { type: String, required: true, unique: true },
    device: String,
    enteredBy: String,
    sample: { type: String, required: true },
    planKind: String,
    batchCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true, index: true },
    analyte: { type: String, required: true },
    value: { type: String, required: true },
    unit: { type: String, required: true },
    method: String,
    invalid: String,
    positive: { type: Boolean, default: null },
    calibration: String,
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    setAside: { by: String, at: Date, reason: String },
  },
  { collection: 'rapidTests', versionKey: false },
);
rapidTestModelSchema.index({ device: 1, at: 1 });
rapidTestModelSchema.index({ positive: 1 });
guarded(rapidTestModelSchema, { resource: 'rapid-tests' });
audited(rapidTestModelSchema, { resource: 'rapid-tests' });
