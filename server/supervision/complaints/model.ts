import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';
import type { ComplaintState, ComplaintVerb } from './lifecycle.ts';
import type { channels, complaintKinds } from './schema.ts';

export interface ComplaintRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  kind: (typeof complaintKinds)[number];
  channel: (typeof channels)[number];
  text: string;
  batchCode?: string;
  producerId?: Types.ObjectId;
  /** Of somebody who gave it; identity is kept secret (投诉举报处理暂行办法 33). */
  complainantName?: string;
  complainantPhone?: string;
  phoneLookup?: string;
  /** SHA-256 of the query code. */
  codeDigest: string;
  state: ComplaintState;
  receivedAt: Date;
  receivedBy: string;
  /** What the complainant reads: the answer, or to whom it was passed on. */
  answer?: { text: string; at: Date; justified?: boolean };
  history: { verb: ComplaintVerb | 'receive'; by: string; at: Date; note?: string }[];
  version: number;
}

const complaintSchema = new Schema<ComplaintRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    kind: { type: String, required: true },
    channel: { type: String, required: true },
    text: { type: String, required: true },
    batchCode: { type: String, index: { sparse: true } },
    producerId: { type: Schema.Types.ObjectId, index: { sparse: true } },
    complainantName: personal('name'),
    complainantPhone: personal('phone', { lookup: 'phoneLookup' }),
    phoneLookup: String,
    codeDigest: { type: String, required: true, unique: true },
    state: { type: String, required: true },
    receivedAt: { type: Date, required: true, index: true },
    receivedBy: { type: String, required: true },
    answer: { type: { text: String, at: Date, justified: Boolean }, _id: false },
    history: [{ verb: String, by: String, at: Date, note: String, _id: false }],
    version: { type: Number, required: true },
  },
  { collection: 'complaints', versionKey: false },
);
guarded(complaintSchema, { resource: 'complaints' });
protectPersonal(complaintSchema);
audited(complaintSchema, { resource: 'complaints', secrets: ['codeDigest'] });

export function complaintModels(connection: Connection) {
  return { Complaint: connection.model<ComplaintRecord>('Complaint', complaintSchema) };
}
