import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';

/** What a laboratory's reports say of it, from the day of its registration on: another one takes its place and changes none. */
export interface LaboratoryRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  /** By the name on its certificate, as its people and samples bear it. */
  laboratory: string;
  address: string;
  accreditation?: string;
  registeredBy: string;
  registeredAt: Date;
}

const laboratorySchema = new Schema<LaboratoryRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    laboratory: { type: String, required: true },
    address: { type: String, required: true },
    accreditation: String,
    registeredBy: { type: String, required: true },
    registeredAt: { type: Date, required: true },
  },
  { collection: 'laboratories', versionKey: false },
);
laboratorySchema.index({ laboratory: 1, _id: -1 });
guarded(laboratorySchema, { resource: 'laboratories' });
audited(laboratorySchema, { resource: 'laboratories' });

export function laboratoryModels(connection: Connection) {
  return { Laboratory: connection.model<LaboratoryRecord>('Laboratory', laboratorySchema) };
}
