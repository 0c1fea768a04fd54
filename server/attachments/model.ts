import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded, unguarded } from '../database/guard.ts';
import type { CaptureFacts } from './rules/capture-facts.ts';
import type { AttachmentState, purposes, StoredFile } from './schema.ts';

export interface AttachmentRecord {
  _id: Types.ObjectId;
  /** The record it belongs to: whoever may read that may read this. */
  resource: string;
  recordId: string;
  /** The record's. */
  divisionCode: string;
  purpose: (typeof purposes)[number];
  name?: string;
  /** What is shown: of an image, its pixels written anew. */
  file: StoredFile & { width?: number; height?: number };
  /** What was sent, byte for byte: kept of evidence alone. */
  original?: StoredFile;
  facts?: CaptureFacts;
  /** How it was withdrawn, brought back or erased, the newest last. */
  removals?: Removal[];
  createdAt: Date;
  createdBy: string;
}

export interface Removal {
  to: AttachmentState;
  at: Date;
  by: string;
  reason: string;
}

export interface PieceRecord {
  /** `file` or `original` of the attachment, and its place: `6b06…|file|0003`. */
  _id: string;
  data: Buffer;
}

const file = { type: { type: String, required: true }, bytes: Number, sha256: String, width: Number, height: Number };

const attachmentSchema = new Schema<AttachmentRecord>(
  {
    resource: { type: String, required: true },
    recordId: { type: String, required: true },
    divisionCode: { type: String, required: true },
    purpose: { type: String, required: true },
    name: String,
    file: { type: new Schema(file, { _id: false }), required: true },
    original: new Schema({ type: file.type, bytes: Number, sha256: String }, { _id: false }),
    facts: new Schema(
      { takenAt: String, place: new Schema({ longitude: Number, latitude: Number }, { _id: false }) },
      { _id: false },
    ),
    removals: {
      type: [new Schema({ to: String, at: Date, by: String, reason: String }, { _id: false })],
      default: undefined,
    },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'attachments' },
);
attachmentSchema.index({ resource: 1, recordId: 1, _id: 1 });

guarded(attachmentSchema, { resource: 'attachments' });
/** What a file shows and where it was taken may be a person's: the log keeps no copy, so that it can be erased. */
audited(attachmentSchema, { resource: 'attachments', secrets: ['name', 'facts'] });

/** Not audited themselves: their hash stands in the attachment, which is. */
const pieceSchema = new Schema<PieceRecord>(
  { _id: { type: String, required: true }, data: { type: Buffer, required: true } },
  { collection: 'attachment-pieces', versionKey: false },
);
unguarded(pieceSchema, 'read by the id of an attachment that has been read within its scope');

export function attachmentModels(connection: Connection) {
  return {
    Attachment: connection.model<AttachmentRecord>('Attachment', attachmentSchema),
    Piece: connection.model<PieceRecord>('AttachmentPiece', pieceSchema),
  };
}
