import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';

/** A person may do tests by a method, from day to day (ISO/IEC 17025 6.2.6). */
export interface AuthorizationRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  laboratory: string;
  username: string;
  method: string;
  /** One writing of the method, however it is spaced. */
  methodKey: string;
  /** Days in China, written `2026-05-03`; both included. */
  validFrom: string;
  validTo: string;
  grantedBy: string;
  grantedAt: Date;
  revokedBy?: string;
  revokedAt?: Date;
  reason?: string;
}

const authorizationSchema = new Schema<AuthorizationRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    laboratory: { type: String, required: true },
    username: { type: String, required: true },
    method: { type: String, required: true },
    methodKey: { type: String, required: true },
    validFrom: { type: String, required: true },
    validTo: { type: String, required: true },
    grantedBy: { type: String, required: true },
    grantedAt: { type: Date, required: true },
    revokedBy: String,
    revokedAt: Date,
    reason: String,
  },
  { collection: 'testAuthorizations', versionKey: false },
);
authorizationSchema.index({ laboratory: 1, username: 1, methodKey: 1 });
guarded(authorizationSchema, { resource: 'test-authorizations' });
audited(authorizationSchema, { resource: 'test-authorizations' });

export function authorizationModels(connection: Connection) {
  return { Authorization: connection.model<AuthorizationRecord>('TestAuthorization', authorizationSchema) };
}
