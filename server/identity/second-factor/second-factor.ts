import { toDataURL } from 'qrcode';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import { inTheClear } from '../../privacy/index.ts';
import { actorOf, type Caller } from '../caller.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import type { Origin } from '../origin.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { SignInPolicy } from '../sign-in-policy.ts';
import { enrollmentUri, newOneTimeSecret, stepOfCode } from './one-time-password.ts';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts';

interface Deps {
  models: Pick<IdentityModels, 'User'>;
  signIn: SignIn;
  sessions: Sessions;
  policy: SignInPolicy;
}

interface Guard {
  password?: string | undefined;
  code: string;
}

/** A person's own second factor: enrolled in two steps, so that nobody is locked out by a code that was never read. */
export function createSecondFactor(context: Context, { models, signIn, sessions, policy }: Deps) {
  const { User } = models;

  /** Whoever came by single sign-on may not know a password here; the provider has just vouched for them. */
  const confirmPassword = async (caller: Caller, user: UserRecord, password: string | undefined, origin: Origin) => {
    if (caller.signedInBy === 'single-sign-on') return;
    if (password === undefined) throw InvalidInput.field('/password', 'is needed');
    await signIn.confirmPassword(user, password, origin, '/password');
  };

  const requireEnrolled = (user: UserRecord) => {
    if (!user.secondFactorSince) throw new Conflict('No second factor is enrolled');
  };

  const change = (caller: Caller, user: UserRecord, update: object) =>
    inTransaction(context, actorOf(caller), ({ session }) =>
      User.findOneAndUpdate({ _id: user._id }, update, {
        session,
        returnDocument: 'after',
        ...unscoped('the own account'),
      }).lean<UserRecord>(),
    );

  return {
    /** First step: a secret for the authenticator app. It counts only after `confirm`. */
    async enroll(caller: Caller, password: string | undefined, origin: Origin) {
      const user = await signIn.load(caller);
      if (user.secondFactorSince) throw new Conflict('A second factor is enrolled already; remove it first');
      if (caller.unfinished !== 'second-factor') await confirmPassword(caller, user, password, origin);
      const secret = newOneTimeSecret();
      await change(caller, user, { $set: { secondFactorSecret: secret } });
      const uri = enrollmentUri(secret, user.username);
      return { secret, uri, qr: await toDataURL(uri, { errorCorrectionLevel: 'M', margin: 2, scale: 5 }) };
    },

    /** Second step: a code shows that the app has the secret. All sessions end; the answer holds a new one. */
    async confirm(caller: Caller, code: string, origin: Origin) {
      const user = await signIn.load(caller);
      const secret = inTheClear(User, user).secondFactorSecret;
      if (user.secondFactorSince || secret === undefined)
        throw new Conflict('There is no enrollment that waits for a code');
      const now = context.clock();
      const step = stepOfCode(secret, code, now, user.lastCodeStep);
      if (step === null) throw InvalidInput.field('/code', 'is not the code of this moment');
      const recoveryCodes = newRecoveryCodes();
      const enrolled = await change(caller, user, {
        $set: { secondFactorSince: now, lastCodeStep: step, recoveryCodes: recoveryCodes.map(recoveryDigest) },
      });
      await sessions.endAll(caller.userId);
      const session = await signIn.begin(enrolled ?? user, { by: caller.signedInBy ?? 'password' }, origin);
      return { recoveryCodes, session };
    },

    /** The old codes are void from now on. */
    async renewRecoveryCodes(caller: Caller, { password, code }: Guard, origin: Origin) {
      const user = await signIn.load(caller);
      requireEnrolled(user);
      await confirmPassword(caller, user, password, origin);
      await signIn.confirmCode(user, code, origin, '/code');
      const recoveryCodes = newRecoveryCodes();
      await change(caller, user, { $set: { recoveryCodes: recoveryCodes.map(recoveryDigest) } });
      return { recoveryCodes };
    },

    /** @throws Conflict when one of the roles asks for a second factor */
    async remove(caller: Caller, { password, code }: Guard, origin: Origin): Promise<void> {
      const user = await signIn.load(caller);
      requireEnrolled(user);
      if (await policy.asksSecondFactor(user.roles)) throw new Conflict('Your role asks for a second factor');
      await confirmPassword(caller, user, password, origin);
      await signIn.confirmCode(user, code, origin, '/code');
      await change(caller, user, { $unset: { secondFactorSecret: 1, secondFactorSince: 1, recoveryCodes: 1 } });
    },
  };
}

export type SecondFactor = ReturnType<typeof createSecondFactor>;
