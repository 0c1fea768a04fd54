import { Schema } from 'mongoose';
import type { Context } from '../context.ts';
import { audited } from '../database/change-log/audited.ts';
import { guarded, unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { actorOf, type Caller } from './caller.ts';
import type { IdentityModels } from './model.ts';
import { requireRight } from './rights/within.ts';
import { type Role, roles } from './roles.ts';

export interface SignInPolicyRecord {
  _id: 'policy';
  /** The city's: the policy holds for everybody. */
  divisionCode: string;
  /** Who holds one of these roles does nothing before a second factor is enrolled. */
  secondFactorRoles: Role[];
}

export const signInPolicySchema = new Schema<SignInPolicyRecord>(
  {
    _id: { type: String, required: true },
    divisionCode: { type: String, required: true },
    secondFactorRoles: [{ type: String, enum: roles }],
  },
  { collection: 'sign-in-policy', versionKey: false },
);

guarded(signInPolicySchema, { resource: 'sign-in-policy' });
audited(signInPolicySchema, { resource: 'sign-in-policy' });

const ofEverybody = unscoped('the policy is held against everybody who signs in');

type Asked = Pick<SignInPolicyRecord, 'secondFactorRoles'>;

export function asksSecondFactor({ secondFactorRoles }: Asked, held: readonly Role[]): boolean {
  return held.some((role) => secondFactorRoles.includes(role));
}

/** What the operator asks of whoever signs in: a stored setting, empty at first. */
export function createSignInPolicy(
  context: Context,
  { SignInPolicy }: Pick<IdentityModels, 'SignInPolicy'>,
  { cityCode: divisionCode }: { cityCode: string },
) {
  const read = async (): Promise<Asked> => {
    const stored = await SignInPolicy.findById('policy', null, ofEverybody).lean<SignInPolicyRecord>();
    return { secondFactorRoles: stored?.secondFactorRoles ?? [] };
  };

  return {
    read,

    /** The policy, for whoever may look it up. */
    async show(caller: Caller): Promise<Asked> {
      requireRight(caller, 'sign-in-policy:read', { divisionCode });
      return read();
    },

    /** @throws Forbidden for whoever does not administer the city */
    async change(caller: Caller, secondFactorRoles: readonly Role[]) {
      requireRight(caller, 'sign-in-policy:update', { divisionCode });
      await inTransaction(context, actorOf(caller), ({ session }) =>
        SignInPolicy.updateOne(
          { _id: 'policy' },
          { $set: { divisionCode, secondFactorRoles: [...new Set(secondFactorRoles)] } },
          { session, upsert: true, ...unscoped('held against the right just now; there may be no policy yet') },
        ),
      );
      return read();
    },

    asksSecondFactor: async (held: readonly Role[]): Promise<boolean> => asksSecondFactor(await read(), held),
  };
}

export type SignInPolicy = ReturnType<typeof createSignInPolicy>;
