import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../../database/change-log/audited.ts';
import { guarded } from '../../../database/guard.ts';
import type { Bilingual } from '../../../http/fields.ts';
import type { ProposalCause, ProposalKind, ProposalState } from './lifecycle.ts';

/** That a certificate be suspended or withdrawn, and why: a person decides it. */
export interface ProposalRecord {
  _id: Types.ObjectId;
  certificateId: Types.ObjectId;
  certificateNumber: string;
  producerId: Types.ObjectId;
  /** Masked where it is a person's. */
  producerName: string;
  divisionCode: string;
  kind: ProposalKind;
  /** What it follows from: the sample's or decision's number, and in words. */
  cause: { kind: ProposalCause; reference?: string; text: Bilingual };
  state: ProposalState;
  raisedBy: string;
  raisedAt: Date;
  decidedBy?: string;
  decidedAt?: Date;
  reason?: string;
  /** One proposal of a cause for each certificate, whatever became of it. */
  key: string;
}

const proposalSchema = new Schema<ProposalRecord>(
  {
    certificateId: { type: Schema.Types.ObjectId, required: true, index: true },
    certificateNumber: { type: String, required: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    kind: { type: String, required: true },
    cause: {
      type: new Schema({ kind: String, reference: String, text: { zh: String, en: String } }, { _id: false }),
      required: true,
    },
    state: { type: String, required: true },
    raisedBy: { type: String, required: true },
    raisedAt: { type: Date, required: true },
    decidedBy: String,
    decidedAt: Date,
    reason: String,
    key: { type: String, required: true, unique: true },
  },
  { collection: 'certificateProposals', versionKey: false },
);
guarded(proposalSchema, { resource: 'certificate-proposals' });
audited(proposalSchema, { resource: 'certificate-proposals' });

export function proposalModels(connection: Connection) {
  return { CertificateProposal: connection.model<ProposalRecord>('CertificateProposal', proposalSchema) };
}
