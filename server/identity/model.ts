import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import { personal, protectPersonal } from '../privacy/index.ts';
import { type KnownOriginRecord, knownOriginSchema } from './lockout/known-origins.ts';
import { failureSchema, type SignInFailures } from './lockout/model.ts';
import { type Role, roles } from './roles.ts';
import { type SavedViewRecord, savedViewSchema } from './saved-views/model.ts';
import { type SecurityEventRecord, securityEventSchema } from './security-events/model.ts';
import { type SessionRecord, sessionSchema } from './sessions/model.ts';
import { type SignInPolicyRecord, signInPolicySchema } from './sign-in-policy.ts';
import { type ApiTokenRecord, apiTokenSchema } from './tokens/model.ts';

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
  /** The password came from somebody else and is good for one sign-in. */
  mustChangePassword?: boolean;
  /** Since when the account may not be used. */
  disabledAt?: Date;
  /** Encrypted; without `secondFactorSince` it waits for its first code. */
  secondFactorSecret?: string;
  secondFactorSince?: Date;
  /** Digests of the recovery codes that are left. */
  recoveryCodes?: string[];
  /** The time step of the last code taken: none is taken twice. */
  lastCodeStep?: number;
  /** Who the person is for the single sign-on: the provider, and the person's subject there. */
  singleSignOnIssuer?: string;
  singleSignOnSubject?: string;
  /** Touched when another administrator goes, so that two cannot go at once (`users/last-administrator.ts`). */
  reliedOnAt?: Date;
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
    mustChangePassword: Boolean,
    disabledAt: Date,
    secondFactorSecret: personal('secret'),
    secondFactorSince: Date,
    recoveryCodes: { type: [String], default: undefined },
    lastCodeStep: Number,
    singleSignOnIssuer: String,
    singleSignOnSubject: String,
    reliedOnAt: Date,
  },
  { collection: 'users' },
);
userSchema.index({ singleSignOnIssuer: 1, singleSignOnSubject: 1 }, { unique: true, sparse: true });

guarded(userSchema, { resource: 'users' });
protectPersonal(userSchema);
audited(userSchema, {
  resource: 'users',
  secrets: ['passwordHash', 'recoveryCodes'],
  telemetry: ['lastCodeStep', 'reliedOnAt'],
});

export function identityModels(connection: Connection) {
  return {
    User: connection.model<UserRecord>('User', userSchema),
    Session: connection.model<SessionRecord>('Session', sessionSchema),
    ApiToken: connection.model<ApiTokenRecord>('ApiToken', apiTokenSchema),
    SavedView: connection.model<SavedViewRecord>('SavedView', savedViewSchema),
    SignInFailure: connection.model<SignInFailures>('SignInFailure', failureSchema),
    KnownOrigin: connection.model<KnownOriginRecord>('KnownOrigin', knownOriginSchema),
    SecurityEvent: connection.model<SecurityEventRecord>('SecurityEvent', securityEventSchema),
    SignInPolicy: connection.model<SignInPolicyRecord>('SignInPolicy', signInPolicySchema),
  };
}

export type IdentityModels = ReturnType<typeof identityModels>;
