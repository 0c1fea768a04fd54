import { Schema } from 'mongoose';
import { unguarded } from '../../database/guard.ts';
import type { Failures } from './rules.ts';

export interface SignInFailures extends Failures {
  /** The counter and a digest: whoever reads the database learns no mistyped name. */
  _id: string;
  /** The digest of the account, where it is about one. */
  account?: string;
  expiresAt: Date;
}

export const failureSchema = new Schema<SignInFailures>(
  {
    _id: { type: String, required: true },
    account: { type: String, index: true },
    count: { type: Number, required: true },
    lastAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, index: { expireAfterSeconds: 0 } },
  },
  { collection: 'sign-in-failures', versionKey: false },
);
unguarded(failureSchema, 'counts of attempts, by digest: the door asks before anybody has a right');
