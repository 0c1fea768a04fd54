import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Bilingual } from '../../http/fields.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';

/** A paper of a case: issued once, never changed, never deleted. */
export interface CaseDocumentRecord {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  divisionCode: string;
  template: string;
  templateVersion: number;
  title: Bilingual;
  number: string;
  issuedBy: string;
  issuedAt: Date;
  /** The filled blocks as JSON: encrypted, for they name people. */
  content: string;
}

const documentSchema = new Schema<CaseDocumentRecord>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true, index: true },
    divisionCode: { type: String, required: true, index: true },
    template: { type: String, required: true },
    templateVersion: { type: Number, required: true },
    title: { type: Schema.Types.Mixed, required: true },
    number: { type: String, required: true, unique: true },
    issuedBy: { type: String, required: true },
    issuedAt: { type: Date, required: true },
    content: personal('text', { required: true }),
  },
  { collection: 'caseDocuments', versionKey: false },
);
guarded(documentSchema, { resource: 'case-documents' });
protectPersonal(documentSchema);
audited(documentSchema, { resource: 'case-documents' });

export function documentModels(connection: Connection) {
  return { CaseDocument: connection.model<CaseDocumentRecord>('CaseDocument', documentSchema) };
}
