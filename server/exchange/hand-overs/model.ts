import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded, unguarded } from '../../database/guard.ts';
import type { HandOverState } from './lifecycle.ts';

export interface HandOverRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  /** YYYY-MM-DD in China: one for each division and day. */
  day: string;
  state: HandOverState;
  /** How often it was made: a receipt is about one of them. */
  attempt: number;
  madeAt: Date;
  madeBy: string;
  mappingVersion: number;
  files: { name: string; rows: number; sha256: string }[];
  /** Of the package, in bytes. */
  size: number;
  sha256: string;
  receipts: {
    outcome: 'accepted' | 'rejected';
    attempt: number;
    reference?: string;
    text?: string;
    by: string;
    at: Date;
  }[];
  version: number;
}

const handOverSchema = new Schema<HandOverRecord>(
  {
    divisionCode: { type: String, required: true },
    day: { type: String, required: true },
    state: { type: String, required: true },
    attempt: { type: Number, required: true },
    madeAt: { type: Date, required: true },
    madeBy: { type: String, required: true },
    mappingVersion: { type: Number, required: true },
    files: [{ name: String, rows: Number, sha256: String, _id: false }],
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
    receipts: [{ outcome: String, attempt: Number, reference: String, text: String, by: String, at: Date, _id: false }],
    version: { type: Number, required: true },
  },
  { collection: 'hand-overs', versionKey: false },
);
handOverSchema.index({ divisionCode: 1, day: 1 }, { unique: true });
guarded(handOverSchema, { resource: 'hand-overs' });
audited(handOverSchema, { resource: 'hand-overs' });

/** The package as it was made; its record holds the digest of it. */
interface PackageRecord {
  _id: Types.ObjectId;
  content: Buffer;
}

const packageSchema = new Schema<PackageRecord>(
  { _id: { type: Schema.Types.ObjectId, required: true }, content: { type: Buffer, required: true } },
  { collection: 'hand-over-packages', versionKey: false },
);
unguarded(packageSchema, 'read after its hand-over was read within the caller’s scope');

export function handOverModels(connection: Connection) {
  return {
    HandOver: connection.model<HandOverRecord>('HandOver', handOverSchema),
    HandOverPackage: connection.model<PackageRecord>('HandOverPackage', packageSchema),
  };
}
