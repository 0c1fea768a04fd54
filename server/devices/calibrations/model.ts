import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';

export interface CalibrationRecord {
  _id: Types.ObjectId;
  device: string;
  divisionCode: string;
  certificateNumber: string;
  /** The calibration laboratory, by the name on its certificate. */
  laboratory: string;
  /** Days, written `2026-05-03`. */
  calibratedOn: string;
  dueOn: string;
  /** The certificate's statement of conformity. */
  conforms: boolean;
  /** As found, before it was adjusted: what it measured until then is in doubt, however good it is now. */
  foundOutOfTolerance?: boolean;
  /** As on the certificate, with its coverage factor: `U = 0.3 %, k = 2`. */
  uncertainty?: string;
  note?: string;
  recordedBy: string;
  recordedAt: Date;
}

const calibrationSchema = new Schema<CalibrationRecord>(
  {
    device: { type: String, required: true },
    divisionCode: { type: String, required: true },
    certificateNumber: { type: String, required: true },
    laboratory: { type: String, required: true },
    calibratedOn: { type: String, required: true },
    dueOn: { type: String, required: true, index: true },
    conforms: { type: Boolean, required: true },
    foundOutOfTolerance: Boolean,
    uncertainty: String,
    note: String,
    recordedBy: { type: String, required: true },
    recordedAt: { type: Date, required: true },
  },
  { collection: 'calibrations', versionKey: false },
);
calibrationSchema.index({ device: 1, certificateNumber: 1 }, { unique: true });
guarded(calibrationSchema, { resource: 'calibrations' });
audited(calibrationSchema, { resource: 'calibrations' });

export function calibrationModels(connection: Connection) {
  return { Calibration: connection.model<CalibrationRecord>('Calibration', calibrationSchema) };
}
