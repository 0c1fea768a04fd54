import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';

/** 执法证: who may investigate, where and until when. */
export interface CertificateRecord {
  _id: Types.ObjectId;
  username: string;
  certificateNumber: string;
  divisionCode: string;
  validFrom: string;
  validTo: string;
  legalQualification?: string;
  conflicts: { producerId: string; reason: string }[];
  revokedAt?: Date;
}

const certificateSchema = new Schema<CertificateRecord>(
  {
    username: { type: String, required: true, index: true },
    certificateNumber: { type: String, required: true, unique: true },
    divisionCode: { type: String, required: true, index: true },
    validFrom: { type: String, required: true },
    validTo: { type: String, required: true },
    legalQualification: String,
    conflicts: { type: [{ producerId: String, reason: String, _id: false }], default: [] },
    revokedAt: Date,
  },
  { collection: 'officerCertificates', versionKey: false },
);
guarded(certificateSchema, { resource: 'officer-certificates' });
audited(certificateSchema, { resource: 'officer-certificates' });

export function officerModels(connection: Connection) {
  return { Certificate: connection.model<CertificateRecord>('OfficerCertificate', certificateSchema) };
}
