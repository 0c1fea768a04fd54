import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { inTheClear } from '../../privacy/index.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import { stepOfCode } from './one-time-password.ts';
import { isRecoveryCode, recoveryDigest } from './recovery-codes.ts';

export type CodeUsed = 'one-time-password' | 'recovery-code';

/** Takes the codes of second factors, each once. */
export function createCodes(context: Context, { User }: Pick<IdentityModels, 'User'>) {
  const takeOneTimePassword = async (user: UserRecord, code: string): Promise<boolean> => {
    const secret = inTheClear(User, user).secondFactorSecret;
    if (secret === undefined) return false;
    const step = stepOfCode(secret, code, context.clock(), user.lastCodeStep);
    if (step === null) return false;
    const unused = { $or: [{ lastCodeStep: { $exists: false } }, { lastCodeStep: { $lt: step } }] };
    const { modifiedCount } = await User.updateOne(
      { _id: user._id, ...unused },
      { $set: { lastCodeStep: step } },
    ).setOptions(unscoped('the own account'));
    return modifiedCount === 1;
  };

  const takeRecoveryCode = async (user: UserRecord, code: string): Promise<boolean> => {
    const stored = recoveryDigest(code);
    if (!user.recoveryCodes?.includes(stored)) return false;
    const actor = { kind: 'user', id: user._id.toHexString(), name: user.username } as const;
    const { modifiedCount } = await inTransaction(
      context,
      actor,
      ({ session }) =>
        User.updateOne(
          { _id: user._id, recoveryCodes: stored },
          { $pull: { recoveryCodes: stored } },
          { session, ...unscoped('the own account') },
        ),
      'recovery code used',
    );
    return modifiedCount === 1;
  };

  return {
    /** Uses the code up. @returns what it was, or null for a wrong or used one */
    async take(user: UserRecord, code: string): Promise<CodeUsed | null> {
      if (isRecoveryCode(code)) return (await takeRecoveryCode(user, code)) ? 'recovery-code' : null;
      return (await takeOneTimePassword(user, code)) ? 'one-time-password' : null;
    },
  };
}

export type Codes = ReturnType<typeof createCodes>;
