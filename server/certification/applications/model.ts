import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { ApplicationKind, SchemeId } from '../schemes/schemes.ts';
import type { ApplicationState } from './lifecycle.ts';

/** What came of the review of the documents, or of the check on site. */
export interface FindingRecord {
  step: 'review' | 'check';
  passed: boolean;
  note: string;
  by: string;
  at: Date;
}

/** 认证申请: what a producer asks for, what was found, and who decided it. */
export interface ApplicationRecord {
  _id: Types.ObjectId;
  /** `A6110022026000042X` */
  number: string;
  scheme: SchemeId;
  kind: ApplicationKind;
  /** Of a renewal: the number of the certificate. */
  renews?: string;
  level?: string;
  producerId: Types.ObjectId;
  producerKind: string;
  /** Masked where it is a person's. */
  producerName: string;
  divisionCode: string;
  productName: string;
  categoryCode: string;
  statement?: string;
  documents: { code: string; attachmentId: string }[];
  state: ApplicationState;
  findings: FindingRecord[];
  recused: { by: string; reason: string; at: Date }[];
  certificateId?: Types.ObjectId;
  history: { verb: string; by: string; at: Date; note?: string }[];
  version: number;
  createdAt: Date;
}

const applicationSchema = new Schema<ApplicationRecord>(
  {
    number: { type: String, required: true, unique: true },
    scheme: { type: String, required: true },
    kind: { type: String, required: true },
    renews: String,
    level: String,
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerKind: { type: String, required: true },
    producerName: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    productName: { type: String, required: true },
    categoryCode: { type: String, required: true },
    statement: String,
    documents: [{ code: String, attachmentId: String, _id: false }],
    state: { type: String, required: true },
    findings: [{ step: String, passed: Boolean, note: String, by: String, at: Date, _id: false }],
    recused: [{ by: String, reason: String, at: Date, _id: false }],
    certificateId: Schema.Types.ObjectId,
    history: [{ verb: String, by: String, at: Date, note: String, _id: false }],
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'certificationApplications', versionKey: false },
);
guarded(applicationSchema, { resource: 'certification-applications' });
audited(applicationSchema, { resource: 'certification-applications' });

export function applicationModels(connection: Connection) {
  return { Application: connection.model<ApplicationRecord>('CertificationApplication', applicationSchema) };
}
