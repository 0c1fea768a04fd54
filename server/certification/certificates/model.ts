import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { SchemeId } from '../schemes/schemes.ts';
import type { CertificateState } from './lifecycle.ts';

/** 认证证书: granted here, or one from elsewhere that was recorded. */
export interface CertificateRecord {
  _id: Types.ObjectId;
  /** `C6110022026000042X` */
  number: string;
  /** As the certifying body numbers it. */
  externalNumber?: string;
  issuer?: string;
  scheme: SchemeId;
  level?: string;
  producerId: Types.ObjectId;
  producerKind: string;
  /** Masked where it is a person's. */
  producerName: string;
  divisionCode: string;
  productName: string;
  categoryCode: string;
  /** Of one that was granted here. */
  applicationId?: Types.ObjectId;
  /** The number of the certificate that it goes on from. */
  renews?: string;
  /** YYYY-MM-DD in China, first and last day. */
  validFrom: string;
  validTo?: string;
  state: CertificateState;
  visits: { on: string; passed: boolean; note?: string; by: string; at: Date }[];
  history: { verb: string; by: string; at: Date; reason?: string; proposalId?: string }[];
  /** Reminders that were said, so that each is said once. */
  reminders?: string[];
  createdBy: string;
  createdAt: Date;
}

const certificateSchema = new Schema<CertificateRecord>(
  {
    number: { type: String, required: true, unique: true },
    externalNumber: { type: String, index: { sparse: true } },
    issuer: String,
    scheme: { type: String, required: true },
    level: String,
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerKind: { type: String, required: true },
    producerName: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    productName: { type: String, required: true },
    categoryCode: { type: String, required: true },
    applicationId: Schema.Types.ObjectId,
    renews: String,
    validFrom: { type: String, required: true },
    validTo: String,
    state: { type: String, required: true },
    visits: [{ on: String, passed: Boolean, note: String, by: String, at: Date, _id: false }],
    history: [{ verb: String, by: String, at: Date, reason: String, proposalId: String, _id: false }],
    reminders: { type: [String], default: undefined },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'certificates', versionKey: false },
);
guarded(certificateSchema, { resource: 'certificates' });
audited(certificateSchema, { resource: 'certificates', telemetry: ['reminders'] });

export function certificateModels(connection: Connection) {
  return { Certificate: connection.model<CertificateRecord>('Certificate', certificateSchema) };
}
