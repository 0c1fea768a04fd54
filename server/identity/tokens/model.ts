import { Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Permission } from '../permissions.ts';

export interface ApiTokenRecord {
  _id: Types.ObjectId;
  /** SHA-256 of the token. */
  digest: string;
  userId: Types.ObjectId;
  /** The owner's division, by which auditors find the change. */
  divisionCode: string;
  name: string;
  scope: Permission[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
  lastUsedAt?: Date;
}

export const apiTokenSchema = new Schema<ApiTokenRecord>(
  {
    digest: { type: String, required: true, unique: true },
    userId: { type: Schema.Types.ObjectId, required: true, index: true },
    divisionCode: { type: String, required: true },
    name: { type: String, required: true },
    scope: [{ type: String, required: true }],
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: Date,
    lastUsedAt: Date,
  },
  { collection: 'api-tokens', versionKey: false },
);

guarded(apiTokenSchema, { resource: 'api-tokens' });
audited(apiTokenSchema, { resource: 'api-tokens', secrets: ['digest'], telemetry: ['lastUsedAt'] });
