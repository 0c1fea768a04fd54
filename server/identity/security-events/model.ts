import { Schema, type Types } from 'mongoose';
import { guarded } from '../../database/guard.ts';
import { logLifetime } from '../../database/log-retention/log-retention.ts';
import { limits } from '../limits.ts';

/** What happens around signing in and changes no record, so that the audit log has no place for it. */
export const securityEventKinds = [
  'signed-in',
  'sign-in-failed',
  'sign-in-blocked',
  'code-failed',
  'recovery-code-used',
  'single-sign-on-failed',
  'signed-out',
  'sessions-ended',
  'block-cleared',
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];

export interface SecurityEventRecord {
  _id: Types.ObjectId;
  at: Date;
  kind: SecurityEventKind;
  /** Absent when nobody bears the name that was typed: it may be a password in the wrong field. */
  username?: string;
  divisionCode?: string;
  address?: string;
  device?: string;
  detail?: string;
}

export const securityEventSchema = new Schema<SecurityEventRecord>(
  {
    at: { type: Date, required: true, index: { expireAfterSeconds: logLifetime(limits.securityEvents.keptDays) } },
    kind: { type: String, enum: securityEventKinds, required: true },
    username: String,
    divisionCode: String,
    address: String,
    device: String,
    detail: String,
  },
  { collection: 'security-events', versionKey: false },
);
guarded(securityEventSchema, { resource: 'security-events' });
securityEventSchema.index({ username: 1, _id: 1 });
