import type { Context } from '../../context.ts';
import { hours, limits } from '../limits.ts';
import type { IdentityModels } from '../model.ts';
import type { Origin } from '../origin.ts';
import { digest } from '../secrets.ts';
import type { KnownOrigins } from './known-origins.ts';
import type { SignInFailures } from './model.ts';
import { type Counter, counters, isForgotten, type Patience, waitFor } from './rules.ts';

const { account, address } = limits.lockout;

type SignInOrigin = Pick<Origin, 'address' | 'deviceSecret'>;

/**
 * Failed sign-ins, kept in the database so that a restart forgives nothing. A name that nobody bears is counted like any
 * other. Attempts from where an account has signed in before are counted apart from strangers'.
 */
export function createLockout(
  context: Context,
  { SignInFailure }: Pick<IdentityModels, 'SignInFailure'>,
  knownOrigins: KnownOrigins,
) {
  const accountOf = (username: string) => digest(username.toLowerCase());

  /** Undefined where the origin lacks what is counted by. */
  const keyOf = (counter: Counter, username: string, origin: SignInOrigin): string | undefined => {
    if (counter === 'account') return `account:${accountOf(username)}`;
    const from = counter === 'account-on-device' ? origin.deviceSecret : origin.address;
    if (from === undefined) return undefined;
    return `${counter}:${digest(counter === 'address' ? from : `${accountOf(username)}|${from}`)}`;
  };
  const patienceOf = (counter: Counter): Patience => (counter === 'address' ? address : account);

  const waitOf = async (key: string, patience: Patience): Promise<number> =>
    waitFor(await SignInFailure.findById(key).lean<SignInFailures>(), patience, context.clock());

  /** @returns how long the next attempt has to wait, in milliseconds */
  const count = async (key: string, patience: Patience, of: { account?: string }): Promise<number> => {
    const now = context.clock();
    const known = await SignInFailure.findById(key).lean<SignInFailures>();
    if (known && isForgotten(known, patience, now)) await SignInFailure.deleteOne({ _id: key, lastAt: known.lastAt });
    const counted = await SignInFailure.findOneAndUpdate(
      { _id: key },
      {
        $inc: { count: 1 },
        $set: { ...of, lastAt: now, expiresAt: new Date(now.getTime() + hours(patience.forgottenHours)) },
      },
      { upsert: true, returnDocument: 'after' },
    ).lean<SignInFailures>();
    return waitFor(counted, patience, now);
  };

  return {
    /** Milliseconds until an attempt on this account, from there, is looked at. */
    async wait(username: string, origin: SignInOrigin): Promise<number> {
      const { waits } = counters[await knownOrigins.acquaintance(username, origin)];
      const left = waits.map((counter) => {
        const key = keyOf(counter, username, origin);
        return key === undefined ? 0 : waitOf(key, patienceOf(counter));
      });
      return Math.max(...(await Promise.all(left)));
    },

    /** @returns how long the next attempt from there has to wait, in milliseconds */
    async failed(username: string, origin: SignInOrigin): Promise<number> {
      const { counts, waits } = counters[await knownOrigins.acquaintance(username, origin)];
      const left = counts.map(async (counter) => {
        const key = keyOf(counter, username, origin);
        if (key === undefined) return 0;
        const wait = await count(
          key,
          patienceOf(counter),
          counter === 'address' ? {} : { account: accountOf(username) },
        );
        return waits.includes(counter) ? wait : 0;
      });
      return Math.max(...(await Promise.all(left)));
    },

    /**
     * A success forgives the failures from there: not those of strangers, for whom one's own successes would open the door
     * again and again, and not those of the address, where it would cover for guessing at others.
     * @returns the secret that the device is to keep
     */
    async succeeded(username: string, origin: SignInOrigin): Promise<string> {
      const { counts } = counters[await knownOrigins.acquaintance(username, origin)];
      const forgiven = counts.flatMap((counter) =>
        counter === 'address' ? [] : (keyOf(counter, username, origin) ?? []),
      );
      await SignInFailure.deleteMany({ _id: { $in: forgiven } });
      return knownOrigins.remember(username, origin);
    },

    /** An administrator forgives all failures on the account, wherever they came from. */
    async clear(username: string): Promise<void> {
      await SignInFailure.deleteMany({ account: accountOf(username) });
    },

    /** From now on every origin is a stranger's: whoever knew the old password may have signed in with it. */
    forgetOrigins: knownOrigins.forget,
  };
}

export type Lockout = ReturnType<typeof createLockout>;
