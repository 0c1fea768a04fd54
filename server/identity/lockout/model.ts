import { Schema } from 'mongoose';
import type { Failures } from './rules.ts';

export interface SignInFailures extends Failures {
  /** `account:` or `address:` and a digest: whoever reads the database learns no mistyped name. */
  _id: string;
  expiresAt: Date;
}

export const failureSchema = new Schema<SignInFailures>(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    lastAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, index: { expireAfterSeconds: 0 } },
  },
  { collection: 'sign-in-failures', versionKey: false },
);
