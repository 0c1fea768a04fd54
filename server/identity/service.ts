import type { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { DivisionsService } from '../divisions/index.ts';
import type { ProducersService } from '../producers/index.ts';
import { accountAsCaller } from './account-as-caller.ts';
import type { Caller } from './caller.ts';
import { createKnownOrigins } from './lockout/known-origins.ts';
import { createLockout } from './lockout/lockout.ts';
import { identityModels, type UserRecord } from './model.ts';
import { createPeople } from './people/people.ts';
import { createSavedViews } from './saved-views/saved-views.ts';
import { createCodes } from './second-factor/codes.ts';
import { createSecondFactor } from './second-factor/second-factor.ts';
import { createSecurityEvents } from './security-events/security-events.ts';
import type { SessionRecord } from './sessions/model.ts';
import { createSessions } from './sessions/sessions.ts';
import { createAttempts } from './sign-in/attempts.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { unfinishedOf } from './sign-in/unfinished.ts';
import { asksSecondFactor, createSignInPolicy } from './sign-in-policy.ts';
import type { SingleSignOnSettings } from './single-sign-on/provider.ts';
import { createSingleSignOn } from './single-sign-on/single-sign-on.ts';
import { createApiTokens, isApiToken } from './tokens/api-tokens.ts';
import { createUsers } from './users/users.ts';

interface Deps {
  divisions: DivisionsService;
  producers: Pick<ProducersService, 'findProducer'>;
  singleSignOn?: SingleSignOnSettings | undefined;
}

/** Who may come in, and how. Each room of this folder does one part. */
export function createIdentityService(context: Context, { divisions, producers, singleSignOn }: Deps) {
  const models = identityModels(context.connection);
  const events = createSecurityEvents(context, models);
  const sessions = createSessions(context, models);
  const lockout = createLockout(context, models, createKnownOrigins(context, models));
  const policy = createSignInPolicy(context, models, { cityCode: divisions.cityCode });
  const tokens = createApiTokens(context, models);
  const codes = createCodes(context, models);
  const attempts = createAttempts({ lockout, events });
  const issuer = singleSignOn?.issuer;
  const users = createUsers(context, { models, divisions, producers, sessions, lockout, events, issuer });
  const signIn = createSignIn(context, { models, users, sessions, attempts, codes, events, policy });

  /** The account as it stands now, with what its session, or an API token (`null`), lacks. */
  const asCaller = async (userId: Types.ObjectId | string, session: SessionRecord | null): Promise<Caller | null> => {
    const [user, asked] = await Promise.all([
      models.User.findById(userId).setOptions(unscoped('who is calling')).lean<UserRecord>(),
      policy.read(),
    ]);
    if (!user || user.disabledAt) return null;
    return accountAsCaller(user, unfinishedOf(user, session, asksSecondFactor(asked, user.roles)));
  };

  const callerOf = async (token: string): Promise<Caller | null> => {
    const byToken = isApiToken(token) ? await tokens.find(token) : null;
    const session = isApiToken(token) ? null : await sessions.find(token);
    const userId = (byToken ?? session)?.userId;
    if (!userId) return null;
    const caller = await asCaller(userId, session);
    if (!caller) return null;
    if (byToken) return { ...caller, scope: byToken.scope, tokenId: byToken._id.toHexString() };
    return session && { ...caller, sessionId: session.publicId.toHexString(), signedInBy: session.by };
  };

  return {
    callerOf,
    /** Whose work is done without a request of theirs, such as a calendar feed; `null` when the account is disabled or gone. */
    callerById: (userId: string): Promise<Caller | null> => asCaller(userId, null),
    /** Whom a name means, in the same way. */
    async callerByName(username: string): Promise<Caller | null> {
      const named = { username };
      const user = await models.User.findOne(named).setOptions(unscoped('who is meant')).lean<UserRecord>();
      return user && asCaller(user._id, null);
    },
    users,
    sessions,
    signIn,
    policy,
    tokens,
    savedViews: createSavedViews(context, models),
    people: createPeople(models),
    events,
    secondFactor: createSecondFactor(context, { models, signIn, sessions, policy }),
    ...(singleSignOn && { singleSignOn: createSingleSignOn(context, singleSignOn, { models, signIn, events }) }),
  };
}

export type IdentityService = ReturnType<typeof createIdentityService>;
