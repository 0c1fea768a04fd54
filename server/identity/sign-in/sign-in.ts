import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { InvalidInput, Unauthenticated } from '../../errors.ts';
import { accountAsCaller } from '../account-as-caller.ts';
import { actorOf, type Caller } from '../caller.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import type { Origin } from '../origin.ts';
import { hashPassword, matchesPassword } from '../passwords/hashing.ts';
import { explain, weaknessOf } from '../passwords/policy.ts';
import { heldBy } from '../rights/ability.ts';
import type { Codes } from '../second-factor/codes.ts';
import { newSecret } from '../secrets.ts';
import type { SecurityEvents } from '../security-events/security-events.ts';
import type { SessionRecord } from '../sessions/model.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { SignInPolicy } from '../sign-in-policy.ts';
import type { Users } from '../users/users.ts';
import type { Attempts } from './attempts.ts';
import { AccountDisabled, CodeNeeded } from './errors.ts';
import { unfinishedOf } from './unfinished.ts';

interface Deps {
  models: Pick<IdentityModels, 'User'>;
  users: Pick<Users, 'view'>;
  sessions: Sessions;
  attempts: Attempts;
  codes: Codes;
  events: SecurityEvents;
  policy: SignInPolicy;
}

export interface Credentials {
  username: string;
  password: string;
  code?: string | undefined;
}

const wrongCode = 'The code is wrong or has been used';

/** Everything by which a person gets a session, or a better one: password, code, a new password. */
export function createSignIn(context: Context, deps: Deps) {
  const { sessions, attempts, codes, events, policy } = deps;
  const { User } = deps.models;
  let decoy: Promise<string> | undefined;

  const currentUser = async (user: UserRecord, session: Pick<SessionRecord, 'by' | 'awaitsCode'>) => {
    const unfinished = unfinishedOf(user, session, await policy.asksSecondFactor(user.roles));
    return {
      ...deps.users.view(user),
      permissions: heldBy(accountAsCaller(user, unfinished)),
      secondFactor: user.secondFactorSince !== undefined,
      ...(user.secondFactorSince && { recoveryCodesLeft: user.recoveryCodes?.length ?? 0 }),
      ...(unfinished && { unfinished }),
    };
  };

  const begin = async (user: UserRecord, session: Pick<SessionRecord, 'by' | 'awaitsCode'>, origin: Origin) => {
    const { token, expiresAt } = await sessions.begin({ userId: user._id, ...session, origin });
    return { token, expiresAt, user: await currentUser(user, session) };
  };

  const load = async (caller: Caller): Promise<UserRecord> => {
    const user = await User.findById(caller.userId).setOptions(unscoped('the own account')).lean<UserRecord>();
    if (!user) throw new Unauthenticated('This account is gone');
    return user;
  };

  /** @throws Unauthenticated after a failure, which counts */
  const takeCode = async (user: UserRecord, code: string, origin: Origin): Promise<string> => {
    const used = await codes.take(user, code);
    if (used === null) {
      await attempts.failed('code-failed', user.username, user, origin);
      throw new Unauthenticated(wrongCode);
    }
    if (used === 'recovery-code') await events.record({ kind: 'recovery-code-used', user, origin });
    return used;
  };

  /**
   * Asks a signed-in person for the password again, before what a stolen session must not do.
   * @throws InvalidInput at `pointer`, SignInBlocked
   */
  const confirmPassword = async (
    user: UserRecord,
    password: string,
    origin: Origin,
    pointer: string,
  ): Promise<void> => {
    await attempts.requireOpen(user.username, origin);
    if (await matchesPassword(user.passwordHash, password)) return;
    await attempts.failed('sign-in-failed', user.username, user, origin, 'password asked again');
    throw InvalidInput.field(pointer, 'is wrong');
  };

  return {
    begin,
    load,
    confirmPassword,

    /**
     * Unknown names and wrong passwords get the same answer after the same work.
     * @throws Unauthenticated, CodeNeeded, AccountDisabled, SignInBlocked
     */
    async signIn({ username, password, code }: Credentials, origin: Origin) {
      await attempts.requireOpen(username, origin);
      const user = await User.findOne({ username }).setOptions(unscoped('who signs in')).lean<UserRecord>();
      decoy ??= hashPassword(newSecret());
      const matches = await matchesPassword(user?.passwordHash ?? (await decoy), password);
      if (!user || !matches) {
        await attempts.failed('sign-in-failed', username, user, origin);
        throw new Unauthenticated('The user name or the password is wrong');
      }
      if (user.disabledAt) {
        await events.record({ kind: 'sign-in-failed', user, origin, detail: 'account disabled' });
        throw new AccountDisabled('An administrator has disabled this account');
      }
      if (user.secondFactorSince && code === undefined) throw new CodeNeeded('Enter the code of your second factor');
      const by = user.secondFactorSince ? await takeCode(user, code ?? '', origin) : 'password';
      // Many guesses at once may have begun before the first was counted: the right one among them is not let in.
      await attempts.requireOpen(username, origin);
      const deviceSecret = await attempts.succeeded(username, origin);
      await events.record({ kind: 'signed-in', user, origin, detail: by });
      return { ...(await begin(user, { by: 'password' }, origin)), deviceSecret };
    },

    /** Finishes a single sign-on of a person who has a second factor here. The session gets a new token. */
    async giveCode(caller: Caller, code: string, origin: Origin) {
      const user = await load(caller);
      if (caller.unfinished !== 'code' || !caller.sessionId) throw new InvalidInput('This session awaits no code');
      await attempts.requireOpen(user.username, origin);
      const by = await takeCode(user, code, origin);
      await attempts.requireOpen(user.username, origin);
      const deviceSecret = await attempts.succeeded(user.username, origin);
      await sessions.end(caller.userId, caller.sessionId);
      await events.record({ kind: 'signed-in', user, origin, detail: by });
      return { ...(await begin(user, { by: 'single-sign-on' }, origin)), deviceSecret };
    },

    async signOut(caller: Caller, origin: Origin): Promise<void> {
      if (caller.sessionId) await sessions.end(caller.userId, caller.sessionId);
      await events.record({ kind: 'signed-out', user: caller, origin });
    },

    /** Ends all sessions of the caller, this one included. */
    async signOutEverywhere(caller: Caller, origin: Origin): Promise<void> {
      await sessions.endAll(caller.userId);
      await events.record({ kind: 'sessions-ended', user: caller, origin, detail: 'signed out everywhere' });
    },

    async currentUser(caller: Caller) {
      const by = caller.signedInBy ?? 'password';
      return currentUser(await load(caller), { by, awaitsCode: caller.unfinished === 'code' });
    },

    /** As `confirmPassword`, with a code. */
    async confirmCode(user: UserRecord, code: string, origin: Origin, pointer: string): Promise<void> {
      await attempts.requireOpen(user.username, origin);
      await takeCode(user, code, origin).catch((error: unknown) => {
        throw error instanceof Unauthenticated ? InvalidInput.field(pointer, 'is wrong or has been used') : error;
      });
    },

    /** Ends all sessions, also this one, and begins a new one. */
    async changePassword(
      caller: Caller,
      { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
      origin: Origin,
    ) {
      const user = await load(caller);
      await confirmPassword(user, currentPassword, origin, '/currentPassword');
      if (newPassword.normalize('NFKC') === currentPassword.normalize('NFKC'))
        throw InvalidInput.field('/newPassword', 'must differ from the current password');
      const weakness = weaknessOf(newPassword, user.username);
      if (weakness) throw InvalidInput.field('/newPassword', explain(weakness));
      const passwordHash = await hashPassword(newPassword);
      const changed = await inTransaction(context, actorOf(caller), ({ session }) =>
        User.findOneAndUpdate(
          { _id: user._id, passwordHash: user.passwordHash },
          { $set: { passwordHash }, $unset: { mustChangePassword: 1 } },
          { session, returnDocument: 'after', ...unscoped('the own account') },
        ).lean<UserRecord>(),
      );
      if (!changed) throw InvalidInput.field('/currentPassword', 'was changed meanwhile');
      await sessions.endAll(caller.userId);
      await attempts.forgetOrigins(user.username);
      const deviceSecret = await attempts.succeeded(user.username, origin);
      return { ...(await begin(changed, { by: caller.signedInBy ?? 'password' }, origin)), deviceSecret };
    },
  };
}

export type SignIn = ReturnType<typeof createSignIn>;
