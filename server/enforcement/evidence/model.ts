import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { custodyActs, disposals, evidenceKinds, holdKinds } from './schema.ts';

export interface HoldRecord {
  kind: (typeof holdKinds)[number];
  from: Date;
  approvedBy: string;
  keeper: string;
  place: string;
  extended?: { by: string; at: Date; reason: string };
  /** Time of testing or identification: it does not count. */
  pauses: { from: Date; to?: Date; reason: string }[];
  released?: { by: string; at: Date; disposal: (typeof disposals)[number]; reason: string };
}

export interface EvidenceRecord {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  divisionCode: string;
  number: number;
  kind: (typeof evidenceKinds)[number];
  name: string;
  description: string;
  obtainedOn: string;
  place?: string;
  quantity?: { value: number; unit: string };
  sampleId?: string;
  sampleNumber?: string;
  attachmentId?: string;
  sha256?: string;
  digest: string;
  custody: { act: (typeof custodyActs)[number]; from?: string; to: string; at: Date; by: string; condition?: string }[];
  hold?: HoldRecord;
  version: number;
}

const mixed = { type: Schema.Types.Mixed };

const evidenceSchema = new Schema<EvidenceRecord>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true, index: true },
    number: { type: Number, required: true },
    kind: { type: String, required: true },
    name: { type: String, required: true },
    description: { type: String, required: true },
    obtainedOn: { type: String, required: true },
    place: String,
    quantity: mixed,
    sampleId: String,
    sampleNumber: String,
    attachmentId: String,
    sha256: String,
    digest: { type: String, required: true },
    custody: { type: [mixed], required: true },
    hold: mixed,
    version: { type: Number, required: true },
  },
  { collection: 'caseEvidence', versionKey: false },
);
evidenceSchema.index({ caseId: 1, number: 1 }, { unique: true });
guarded(evidenceSchema, { resource: 'case-evidence' });
audited(evidenceSchema, { resource: 'case-evidence' });

export function evidenceModels(connection: Connection) {
  return { Evidence: connection.model<EvidenceRecord>('CaseEvidence', evidenceSchema) };
}
