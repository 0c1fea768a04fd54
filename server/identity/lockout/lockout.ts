import type { Context } from '../../context.ts';
import { hours, limits } from '../limits.ts';
import type { IdentityModels } from '../model.ts';
import { digest } from '../secrets.ts';
import type { SignInFailures } from './model.ts';
import { isForgotten, type Patience, waitFor } from './rules.ts';

const { account, address } = limits.lockout;

/**
 * Failed sign-ins by account and by address, kept in the database so that a restart forgives nothing. A name that nobody
 * bears is counted like any other.
 */
export function createLockout(context: Context, { SignInFailure }: Pick<IdentityModels, 'SignInFailure'>) {
  const accountKey = (username: string) => `account:${digest(username.toLowerCase())}`;
  const addressKey = (from: string) => `address:${digest(from)}`;

  const waitOf = async (key: string, patience: Patience): Promise<number> =>
    waitFor(await SignInFailure.findById(key).lean<SignInFailures>(), patience, context.clock());

  /** @returns how long the next attempt has to wait, in milliseconds */
  const count = async (key: string, patience: Patience): Promise<number> => {
    const now = context.clock();
    const known = await SignInFailure.findById(key).lean<SignInFailures>();
    if (known && isForgotten(known, patience, now)) await SignInFailure.deleteOne({ _id: key, lastAt: known.lastAt });
    const counted = await SignInFailure.findOneAndUpdate(
      { _id: key },
      {
        $inc: { count: 1 },
        $set: { lastAt: now, expiresAt: new Date(now.getTime() + hours(patience.forgottenHours)) },
      },
      { upsert: true, returnDocument: 'after' },
    ).lean<SignInFailures>();
    return waitFor(counted, patience, now);
  };

  return {
    /** Milliseconds until an attempt on this account, or from this address, is looked at. */
    async wait(username: string, from: string | undefined): Promise<number> {
      const waits = [waitOf(accountKey(username), account)];
      if (from !== undefined) waits.push(waitOf(addressKey(from), address));
      return Math.max(...(await Promise.all(waits)));
    },

    async failed(username: string, from: string | undefined): Promise<number> {
      const waits = [count(accountKey(username), account)];
      if (from !== undefined) waits.push(count(addressKey(from), address));
      return Math.max(...(await Promise.all(waits)));
    },

    /** A success, or an administrator, clears the account; not the address: one's own success would cover for guessing at others. */
    async clear(username: string): Promise<void> {
      await SignInFailure.deleteOne({ _id: accountKey(username) });
    },
  };
}

export type Lockout = ReturnType<typeof createLockout>;
