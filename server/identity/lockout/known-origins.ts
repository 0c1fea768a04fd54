import { Schema } from 'mongoose';
import type { Context } from '../../context.ts';
import { unguarded } from '../../database/guard.ts';
import { days, limits } from '../limits.ts';
import type { IdentityModels } from '../model.ts';
import type { Origin } from '../origin.ts';
import { digest, newSecret } from '../secrets.ts';
import type { Acquaintance } from './rules.ts';

export interface KnownOriginRecord {
  /** A digest of the account together with the address or the device's secret. */
  _id: string;
  account: string;
  expiresAt: Date;
}

export const knownOriginSchema = new Schema<KnownOriginRecord>(
  {
    _id: { type: String, required: true },
    account: { type: String, required: true, index: true },
    expiresAt: { type: Date, required: true, index: { expireAfterSeconds: 0 } },
  },
  { collection: 'known-origins', versionKey: false },
);
unguarded(knownOriginSchema, 'digests of accounts and devices: the door asks before anybody has a right');

/** No user name is empty: stands for whoever uses the device. */
const anybody = '';

type SignInOrigin = Pick<Origin, 'address' | 'deviceSecret'>;

/** Where accounts have signed in before: by address, and by a secret that the device keeps in a cookie. */
export function createKnownOrigins(context: Context, { KnownOrigin }: Pick<IdentityModels, 'KnownOrigin'>) {
  const accountOf = (username: string) => digest(username.toLowerCase());
  const idOf = (kind: 'address' | 'device', username: string, value: string) =>
    `${kind}:${digest(`${accountOf(username)}|${value}`)}`;

  const madeHere = (deviceSecret: string) => idOf('device', anybody, deviceSecret);

  const isKnown = async (_id: string): Promise<boolean> =>
    (await KnownOrigin.exists({ _id, expiresAt: { $gt: context.clock() } })) !== null;

  const keep = async (_id: string, username: string): Promise<void> => {
    const expiresAt = new Date(context.clock().getTime() + days(limits.lockout.knownDays));
    await KnownOrigin.updateOne({ _id }, { $set: { account: accountOf(username), expiresAt } }, { upsert: true });
  };

  return {
    async acquaintance(username: string, { address, deviceSecret }: SignInOrigin): Promise<Acquaintance> {
      if (deviceSecret !== undefined && (await isKnown(idOf('device', username, deviceSecret)))) return 'device';
      if (address !== undefined && (await isKnown(idOf('address', username, address)))) return 'address';
      return 'none';
    },

    /**
     * After a sign-in. A device that several people use keeps one secret; it is made here and never taken from a request that
     * brings one of its own: what somebody planted in a browser stays a stranger.
     * @returns the secret that the device is to keep
     */
    async remember(username: string, { address, deviceSecret }: SignInOrigin): Promise<string> {
      const ours = deviceSecret !== undefined && (await isKnown(madeHere(deviceSecret)));
      const kept = ours ? deviceSecret : newSecret();
      await keep(madeHere(kept), anybody);
      await keep(idOf('device', username, kept), username);
      if (address !== undefined) await keep(idOf('address', username, address), username);
      return kept;
    },

    async forget(username: string): Promise<void> {
      await KnownOrigin.deleteMany({ account: accountOf(username) });
    },
  };
}

export type KnownOrigins = ReturnType<typeof createKnownOrigins>;
