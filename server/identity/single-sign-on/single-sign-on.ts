import type { IDToken } from 'openid-client';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import type { Origin } from '../origin.ts';
import type { SecurityEvents } from '../security-events/security-events.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { createProvider, type Question, type SingleSignOnSettings } from './provider.ts';

interface Deps {
  models: Pick<IdentityModels, 'User'>;
  signIn: Pick<SignIn, 'begin'>;
  events: SecurityEvents;
}

/** Why somebody whom the provider sent back does not come in. */
export type SingleSignOnProblem = 'single-sign-on-failed' | 'single-sign-on-unlinked' | 'account-disabled';

/**
 * Sign-in through the provider. It makes no accounts and gives no roles: it only finds the account that is linked to the
 * person's subject, or links the one whose user name the configured claim tells.
 */
export function createSingleSignOn(context: Context, settings: SingleSignOnSettings, { models, signIn, events }: Deps) {
  const { User } = models;
  const provider = createProvider(settings);

  const link = (username: string, subject: string): Promise<UserRecord | null> =>
    inTransaction(context, system('single-sign-on'), ({ session }) =>
      User.findOneAndUpdate(
        { username, singleSignOnSubject: { $exists: false } },
        { $set: { singleSignOnIssuer: settings.issuer, singleSignOnSubject: subject } },
        { session, returnDocument: 'after', ...unscoped('who signs in') },
      ).lean<UserRecord>(),
    );

  const accountOf = async (claims: IDToken): Promise<UserRecord | null> => {
    const linked = { singleSignOnIssuer: settings.issuer, singleSignOnSubject: claims.sub };
    const known = await User.findOne(linked).setOptions(unscoped('who signs in')).lean<UserRecord>();
    if (known || settings.usernameClaim === undefined) return known;
    const username = claims[settings.usernameClaim];
    return typeof username === 'string' ? link(username, claims.sub) : null;
  };

  const refuse = async (problem: SingleSignOnProblem, user: UserRecord | null, origin: Origin, detail: string) => {
    await events.record({ kind: 'single-sign-on-failed', user, origin, detail });
    return { problem };
  };

  return {
    name: settings.name,
    ask: provider.ask,

    /** @param question what was asked; absent when the browser brought none back */
    async comeBack(query: string, question: Question | undefined, origin: Origin) {
      if (!question) return refuse('single-sign-on-failed', null, origin, 'no question of this browser is open');
      let claims: IDToken;
      try {
        claims = await provider.redeem(query, question);
      } catch (error) {
        context.log.warn({ err: error }, 'single sign-on failed');
        const { code, message } = error as Error & { code?: string };
        return refuse('single-sign-on-failed', null, origin, code ?? message);
      }
      const user = await accountOf(claims);
      if (!user) return refuse('single-sign-on-unlinked', null, origin, 'no account is linked');
      if (user.disabledAt) return refuse('account-disabled', user, origin, 'account disabled');
      // RFC 8176: the provider tells whether it asked for more than one factor itself.
      const severalFactors = Array.isArray(claims.amr) && claims.amr.includes('mfa');
      const awaitsCode = user.secondFactorSince !== undefined && !severalFactors;
      if (!awaitsCode) await events.record({ kind: 'signed-in', user, origin, detail: 'single-sign-on' });
      return { session: await signIn.begin(user, { by: 'single-sign-on', awaitsCode }, origin) };
    },
  };
}

export type SingleSignOn = ReturnType<typeof createSingleSignOn>;
