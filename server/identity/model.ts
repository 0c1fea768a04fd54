import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { type Role, roles } from './roles.ts';

export interface UserRecord {
  _id: Types.ObjectId;
  username: string;
  displayName: string;
  passwordHash: string;
  roles: Role[];
  divisionCode: string;
  producerId?: Types.ObjectId;
  laboratory?: string;
  createdAt: Date;
}

export interface SessionRecord {
  /** SHA-256 of the token: whoever reads the database cannot sign in with it. */
  _id: string;
  userId: Types.ObjectId;
  createdAt: Date;
  expiresAt: Date;
}

const userSchema = new Schema<UserRecord>(
  {
    username: { type: String, required: true, unique: true },
    displayName: { type: String, required: true },
    passwordHash: { type: String, required: true },
    roles: [{ type: String, enum: roles, required: true }],
    divisionCode: { type: String, required: true, index: true },
    producerId: Schema.Types.ObjectId,
    laboratory: String,
    createdAt: { type: Date, required: true },
  },
  { collection: 'users' },
);

audited(userSchema, { resource: 'users', secrets: ['passwordHash'] });

const sessionSchema = new Schema<SessionRecord>(
  {
    _id: { type: String, required: true },
    userId: { type: Schema.Types.ObjectId, required: true, index: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, index: { expireAfterSeconds: 0 } },
  },
  { collection: 'sessions' },
);

export function identityModels(connection: Connection) {
  return {
    User: connection.model<UserRecord>('User', userSchema),
    Session: connection.model<SessionRecord>('Session', sessionSchema),
  };
}
