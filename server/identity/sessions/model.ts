import { Schema, type Types } from 'mongoose';
import { guarded } from '../../database/guard.ts';

export interface SessionRecord {
  /** SHA-256 of the token: whoever reads the database cannot sign in with it. */
  _id: string;
  /** By which its owner names it; the digest is shown to nobody. */
  publicId: Types.ObjectId;
  userId: Types.ObjectId;
  by: 'password' | 'single-sign-on';
  /** A second factor was enrolled, and the way of signing in did not ask for it: nothing may be done before a code. */
  awaitsCode?: boolean;
  address?: string;
  device?: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

export const sessionSchema = new Schema<SessionRecord>(
  {
    _id: { type: String, required: true },
    publicId: { type: Schema.Types.ObjectId, required: true },
    userId: { type: Schema.Types.ObjectId, required: true, index: true },
    by: { type: String, enum: ['password', 'single-sign-on'], required: true },
    awaitsCode: Boolean,
    address: String,
    device: String,
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, index: { expireAfterSeconds: 0 } },
  },
  { collection: 'sessions', versionKey: false },
);

guarded(sessionSchema, { resource: 'sessions' });
