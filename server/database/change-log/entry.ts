import { type Connection, Schema, type Types } from 'mongoose';
import { guarded } from '../guard.ts';
import type { Actor } from './actor.ts';

/** One field that a change touched; of a secret only that it changed. */
export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
}

/** One change of one record, one view of its personal data, or the log's own beginning under a new name; written in the same transaction and never altered afterwards. */
export interface ChangeEntry {
  _id: Types.ObjectId;
  at: Date;
  actor: Actor;
  action: 'create' | 'update' | 'reveal' | 'begin';
  resource: string;
  recordId: string;
  divisionCode?: string;
  reason?: string;
  changes: FieldChange[];
  /** 128 random bits, base64url. */
  salt: string;
  /** Over salt and record as the change left it. */
  recordDigest: string;
  /** Over a public salt and what of the record is public, where something is. */
  publicDigest?: string;
  /** Until the log has taken it in, a moment after the commit … */
  pending?: true;
  /** … and given it its place. */
  sequence?: number;
}

const entrySchema = new Schema<ChangeEntry>(
  {
    at: { type: Date, required: true },
    actor: { type: { kind: String, id: String, name: String, address: String }, _id: false, required: true },
    action: { type: String, required: true },
    resource: { type: String, required: true },
    recordId: { type: String, required: true },
    divisionCode: String,
    reason: String,
    changes: [{ type: Schema.Types.Mixed, _id: false }],
    salt: { type: String, required: true },
    recordDigest: { type: String, required: true },
    publicDigest: String,
    pending: { type: Boolean, index: { sparse: true } },
    sequence: { type: Number, index: { unique: true, sparse: true } },
  },
  { collection: 'audit-log', versionKey: false, minimize: false },
);
guarded(entrySchema, { resource: 'audit-log', appended: true });
for (const operation of ['deleteOne', 'deleteMany', 'findOneAndDelete', 'updateOne', 'updateMany', 'findOneAndUpdate'])
  entrySchema.pre(operation as 'deleteMany', () => {
    throw new Error('entries of the audit log are never altered or deleted');
  });
entrySchema.index({ resource: 1, recordId: 1, _id: 1 });

export function changeEntries(connection: Connection) {
  return connection.model<ChangeEntry>('ChangeEntry', entrySchema);
}
