import { randomBytes } from 'node:crypto';
import { type ClientSession, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { type Actor, system } from '../../database/change-log/actor.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import type { DivisionsService } from '../../divisions/index.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import type { ProducersService } from '../../producers/index.ts';
import { actorOf, type Caller } from '../caller.ts';
import type { Lockout } from '../lockout/lockout.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import { hashPassword } from '../passwords/hashing.ts';
import { explain, weaknessOf } from '../passwords/policy.ts';
import type { Permission } from '../permissions.ts';
import { requireRight, within } from '../rights/within.ts';
import type { Role } from '../roles.ts';
import type { SecurityEvents } from '../security-events/security-events.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { keepAnAdministrator } from './last-administrator.ts';
import { mayGrant } from './rules.ts';
import type { createUserBody, listUsersQuery, updateUserBody } from './schema.ts';
import { refusalOf, type UserVerb } from './verbs.ts';
import { managedUserView, standingOf, userView } from './view.ts';

interface Deps {
  models: IdentityModels;
  divisions: DivisionsService;
  producers: Pick<ProducersService, 'findProducer'>;
  sessions: Sessions;
  lockout: Lockout;
  events: SecurityEvents;
  /** The single sign-on's provider, if there is one. */
  issuer?: string | undefined;
}

type Wanted = z.output<typeof createUserBody>;
type NewUser = Wanted & { password: string };
type Wish = z.output<typeof updateUserBody>;

/** What decides what an account may do. */
function rightsOf({ roles, divisionCode, laboratory }: UserRecord): string {
  return JSON.stringify([roles, divisionCode, laboratory]);
}

/** 96 random bits, for one sign-in. */
function newOneTimePassword(): string {
  return randomBytes(12).toString('base64url');
}

/** The accounts of a division, as its administrators keep them. */
export function createUsers(
  context: Context,
  { models, divisions, producers, sessions, lockout, events, issuer }: Deps,
) {
  const { User } = models;
  const managed = (user: UserRecord, caller: Caller) => managedUserView(user, caller, divisions.nameOf);

  const requireGrantable = (caller: Caller, roles: readonly Role[]) => {
    const tooMuch = roles.find((role) => !mayGrant(caller, role));
    if (tooMuch) throw new Forbidden(`You cannot grant the role ${tooMuch}: it holds rights that you do not`);
  };

  const requireKnownPlace = (user: { divisionCode: string; roles: readonly Role[]; producerId?: unknown }) => {
    if (!divisions.has(user.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
    if (user.roles.includes('producer') && !user.producerId)
      throw InvalidInput.field('/producerId', 'a producer account must name its producer');
  };

  const addUser = async (actor: Actor, { password, producerId, ...user }: NewUser) => {
    const fields = {
      ...user,
      ...(producerId !== undefined && { producerId: new Types.ObjectId(producerId) }),
      passwordHash: await hashPassword(password),
      createdAt: context.clock(),
    };
    return createRecord(context, actor, User, fields, unscoped('who makes it is asked before')).catch(
      (error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw new Conflict('This user name is taken', [{ pointer: '/username', message: 'is taken' }]);
      },
    );
  };

  const find = async (
    caller: Caller,
    id: string,
    right: Permission,
    session: ClientSession | null = null,
  ): Promise<UserRecord> => {
    const user = await User.findById(id).setOptions(within(caller, right)).session(session).lean<UserRecord>();
    if (!user) throw new NotFound('There is no such user in your division');
    return user;
  };

  /** Changes one account of the caller's division, unless the verb is refused or the last administrator would go. */
  const change = (
    caller: Caller,
    id: string,
    verb: UserVerb,
    decide: (user: UserRecord) => { $set?: Partial<UserRecord>; $unset?: Partial<Record<keyof UserRecord, 1>> },
    reason?: string,
  ): Promise<{ before: UserRecord; after: UserRecord }> =>
    inTransaction(
      context,
      actorOf(caller),
      async ({ session }) => {
        const before = await find(caller, id, `users:${verb}`, session);
        const refusal = refusalOf(verb, standingOf(before), caller.userId);
        if (refusal) throw new IllegalTransition(refusal);
        const update = decide(before);
        const after = await User.findOneAndUpdate({ _id: before._id }, update, {
          session,
          returnDocument: 'after',
          ...unscoped('read within the scope just now; a new division is held against the right before'),
        }).lean<UserRecord>();
        if (!after) throw new NotFound('There is no such user in your division');
        await keepAnAdministrator(models, session, context.clock(), { before, after });
        return { before, after };
      },
      reason,
    );

  /** Ends what the person signed in with; an API token goes on, but what is open by it ends and has to come again. */
  const endSessions = async (caller: Caller, user: UserRecord, detail: string) => {
    context.bus.emit('credentials.ended', { ids: [user._id.toHexString()] });
    if ((await sessions.endAll(user._id.toHexString())) > 0)
      await events.record({ kind: 'sessions-ended', user, origin: { address: caller.address }, detail });
  };

  return {
    addUser,
    view: (user: UserRecord) => userView(user, divisions.nameOf),

    async list(caller: Caller, query: z.output<typeof listUsersQuery>) {
      const wanted = {
        ...(query.username && { username: { $gte: query.username, $lt: `${query.username}\uffff` } }),
        ...(query.state && { disabledAt: { $exists: query.state === 'disabled' } }),
      };
      const page = await findPage(User, wanted, { ...query, order: 'ascending' }, within(caller, 'users:read'));
      return { items: page.items.map((user) => managed(user as UserRecord, caller)), nextCursor: page.nextCursor };
    },

    get: async (caller: Caller, id: string) => managed(await find(caller, id, 'users:read'), caller),

    /**
     * Without a password, one for one sign-in is made up.
     * @throws Forbidden beyond the own division or rights, InvalidInput for a weak password, Conflict for a taken name
     */
    async create(caller: Caller, body: Wanted) {
      requireKnownPlace(body);
      if (body.producerId && !(await producers.findProducer(caller, body.producerId)))
        throw InvalidInput.field('/producerId', 'is not a known producer');
      requireRight(caller, 'users:create', body);
      requireGrantable(caller, body.roles);
      const { password } = body;
      if (password === undefined) {
        const oneTimePassword = newOneTimePassword();
        const once = { ...body, password: oneTimePassword, mustChangePassword: true };
        return { ...managed(await addUser(actorOf(caller), once), caller), oneTimePassword };
      }
      const weakness = weaknessOf(password, body.username);
      if (weakness) throw InvalidInput.field('/password', explain(weakness));
      return managed(await addUser(actorOf(caller), { ...body, password }), caller);
    },

    /** A change of roles or division ends the person's sessions: the next sign-in has the new rights and a new token. */
    async update(caller: Caller, id: string, wish: Wish) {
      const rightsChange = wish.roles ?? wish.divisionCode ?? wish.laboratory;
      if (caller.userId === id && rightsChange !== undefined)
        throw new Forbidden('Nobody changes the own rights: another administrator has to');
      if (typeof wish.singleSignOnSubject === 'string' && issuer === undefined)
        throw InvalidInput.field('/singleSignOnSubject', 'needs a single sign-on, and none is configured');
      if (wish.divisionCode !== undefined) requireRight(caller, 'users:update', { divisionCode: wish.divisionCode });
      const { before, after } = await change(caller, id, 'update', (user) => {
        const gained = wish.roles?.filter((role) => !user.roles.includes(role)) ?? [];
        requireGrantable(caller, [...gained, ...(rightsChange === undefined ? [] : user.roles)]);
        const { singleSignOnSubject: subject, displayName, roles, divisionCode, laboratory } = wish;
        requireKnownPlace({ ...user, ...(roles && { roles }), ...(divisionCode && { divisionCode }) });
        return {
          $set: {
            ...(displayName !== undefined && { displayName }),
            ...(roles && { roles }),
            ...(divisionCode !== undefined && { divisionCode }),
            ...(laboratory !== undefined && { laboratory }),
            ...(typeof subject === 'string' && { singleSignOnIssuer: issuer, singleSignOnSubject: subject }),
          },
          ...(subject === null && { $unset: { singleSignOnIssuer: 1, singleSignOnSubject: 1 } as const }),
        };
      }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        const message = 'is linked to another account';
        throw new Conflict(`This subject ${message}`, [{ pointer: '/singleSignOnSubject', message }]);
      });
      if (rightsOf(before) !== rightsOf(after)) await endSessions(caller, after, 'rights changed');
      return managed(after, caller);
    },

    async disable(caller: Caller, id: string, reason: string) {
      const disabledAt = context.clock();
      const { after } = await change(caller, id, 'disable', () => ({ $set: { disabledAt } }), reason);
      await endSessions(caller, after, 'account disabled');
      return managed(after, caller);
    },

    async enable(caller: Caller, id: string, reason: string) {
      const { after } = await change(caller, id, 'enable', () => ({ $unset: { disabledAt: 1 } }), reason);
      return managed(after, caller);
    },

    /** @returns a password for one sign-in, at which it must be changed */
    async resetPassword(caller: Caller, id: string, reason: string) {
      const oneTimePassword = newOneTimePassword();
      const passwordHash = await hashPassword(oneTimePassword);
      const decide = () => ({ $set: { passwordHash, mustChangePassword: true } });
      const { after } = await change(caller, id, 'reset-password', decide, reason);
      await endSessions(caller, after, 'password reset');
      await lockout.clear(after.username);
      await lockout.forgetOrigins(after.username);
      return { oneTimePassword };
    },

    async resetSecondFactor(caller: Caller, id: string, reason: string) {
      const decide = () => ({ $unset: { secondFactorSecret: 1, secondFactorSince: 1, recoveryCodes: 1 } as const });
      const { after } = await change(caller, id, 'reset-second-factor', decide, reason);
      await endSessions(caller, after, 'second factor reset');
      return managed(after, caller);
    },

    /** Signs a person out everywhere, as after a lost phone. */
    async endSessions(caller: Caller, id: string, reason: string) {
      const user = await find(caller, id, 'users:end-sessions');
      await endSessions(caller, user, `by ${caller.username}: ${reason}`);
      return managed(user, caller);
    },

    /** Lets a person try again at once who failed too often. */
    async clearBlock(caller: Caller, id: string) {
      const user = await find(caller, id, 'users:clear-block');
      await lockout.clear(user.username);
      await events.record({
        kind: 'block-cleared',
        user,
        origin: { address: caller.address },
        detail: `by ${caller.username}`,
      });
      return managed(user, caller);
    },

    /** The operator's own doing. Ends all sessions of that user. @returns false when there is nobody by that name */
    async setPassword(actor: Actor, username: string, password: string): Promise<boolean> {
      const passwordHash = await hashPassword(password);
      const user = await inTransaction(context, actor, ({ session }) =>
        User.findOneAndUpdate(
          { username },
          { $set: { passwordHash } },
          { session, ...unscoped('the operator’s own doing') },
        ).lean<UserRecord>(),
      );
      if (!user) return false;
      await sessions.endAll(user._id.toHexString());
      return true;
    },

    /**
     * On a database without users, makes `admin`.
     * @returns the password when it was made up here and so must be shown once, and changed at the first sign-in
     */
    async ensureAdministrator(password: string | undefined): Promise<string | undefined> {
      if (await User.exists({}).setOptions(unscoped('whether anybody is there at all'))) return undefined;
      const chosen = password ?? newOneTimePassword();
      await addUser(system('start'), {
        username: 'admin',
        displayName: '系统管理员',
        password: chosen,
        roles: ['administrator'],
        divisionCode: divisions.cityCode,
        ...(password === undefined && { mustChangePassword: true }),
      });
      return password === undefined ? chosen : undefined;
    },
  };
}

export type Users = ReturnType<typeof createUsers>;
