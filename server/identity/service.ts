import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type Actor, system } from '../database/change-log/actor.ts';
import { findPage } from '../database/page.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { Conflict, InvalidInput, Unauthenticated } from '../errors.ts';
import type { ProducersService } from '../producers/index.ts';
import { actorOf, type Caller } from './caller.ts';
import { identityModels, type UserRecord } from './model.ts';
import { permissionsOf } from './permissions.ts';
import { filterOf } from './rights/ability.ts';
import { requireRight } from './rights/within.ts';
import type { createUserBody } from './schema.ts';
import { digest, newSecret } from './secrets.ts';

/** A working day with its breaks; a forgotten session ends overnight. */
const sessionHours = 12;

export function createIdentityService(
  context: Context,
  deps: { divisions: DivisionsService; producers: Pick<ProducersService, 'findProducer'> },
) {
  const { User, Session } = identityModels(context.connection);
  let decoyHash: Promise<string> | undefined;

  const view = (user: UserRecord) => ({
    id: user._id.toHexString(),
    username: user.username,
    displayName: user.displayName,
    roles: user.roles,
    divisionCode: user.divisionCode,
    divisionName: deps.divisions.nameOf(user.divisionCode),
    ...(user.producerId && { producerId: user.producerId.toHexString() }),
    ...(user.laboratory && { laboratory: user.laboratory }),
  });

  const callerOf = (user: UserRecord): Caller => ({
    userId: user._id.toHexString(),
    username: user.username,
    roles: user.roles,
    divisionCode: user.divisionCode,
    ...(user.producerId && { producerId: user.producerId.toHexString() }),
    ...(user.laboratory && { laboratory: user.laboratory }),
  });

  const userOfToken = async (token: string): Promise<UserRecord | null> => {
    const session = await Session.findOne({ _id: digest(token), expiresAt: { $gt: context.clock() } }).lean();
    return session && User.findById(session.userId).lean<UserRecord>();
  };

  const addUser = async (actor: Actor, user: z.infer<typeof createUserBody>) => {
    try {
      const created = await createRecord(context, actor, User, {
        ...user,
        producerId: user.producerId && new Types.ObjectId(user.producerId),
        passwordHash: await hash(user.password),
        createdAt: context.clock(),
      });
      return view(created);
    } catch (error) {
      if ((error as { code?: number }).code === 11000)
        throw new Conflict('This user name is taken', [{ pointer: '/username', message: 'is taken' }]);
      throw error;
    }
  };

  return {
    /** @throws Unauthenticated for a wrong name or password alike, after the same work */
    async signIn(username: string, password: string) {
      const user = await User.findOne({ username }).lean<UserRecord>();
      decoyHash ??= hash(newSecret());
      const matches = await verify(user?.passwordHash ?? (await decoyHash), password);
      if (!user || !matches) throw new Unauthenticated('The user name or the password is wrong');
      const token = newSecret();
      const createdAt = context.clock();
      const expiresAt = new Date(createdAt.getTime() + sessionHours * 3_600_000);
      await Session.create({ _id: digest(token), userId: user._id, createdAt, expiresAt });
      return { token, expiresAt, user: { ...view(user), permissions: permissionsOf(user.roles) } };
    },

    async signOut(token: string): Promise<void> {
      await Session.deleteOne({ _id: digest(token) });
    },

    /** The person behind a session token, or `null` when it is unknown or over. */
    async callerOf(token: string): Promise<Caller | null> {
      const user = await userOfToken(token);
      return user && callerOf(user);
    },

    async currentUser(caller: Caller) {
      const user = await User.findById(caller.userId).lean<UserRecord>();
      if (!user) throw new Unauthenticated('This account is gone');
      return { ...view(user), permissions: permissionsOf(user.roles) };
    },

    async listUsers(caller: Caller, query: { limit: number; cursor?: string | undefined }) {
      const page = await findPage(User, filterOf(caller, 'users:read'), { ...query, order: 'ascending' });
      return { items: page.items.map((user) => view(user as UserRecord)), nextCursor: page.nextCursor };
    },

    async createUser(caller: Caller, body: z.infer<typeof createUserBody>) {
      if (!deps.divisions.has(body.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      if (body.roles.includes('producer') && !body.producerId)
        throw InvalidInput.field('/producerId', 'a producer account must name its producer');
      if (body.producerId && !(await deps.producers.findProducer(caller, body.producerId)))
        throw InvalidInput.field('/producerId', 'is not a known producer');
      requireRight(caller, 'users:create', body);
      return addUser(actorOf(caller), body);
    },

    addUser,

    /** Ends all sessions of that user. @returns false when there is nobody by that name */
    async setPassword(actor: Actor, username: string, password: string): Promise<boolean> {
      const passwordHash = await hash(password);
      const user = await inTransaction(context, actor, ({ session }) =>
        User.findOneAndUpdate({ username }, { $set: { passwordHash } }, { session }).lean(),
      );
      if (!user) return false;
      await Session.deleteMany({ userId: user._id });
      return true;
    },

    /**
     * On a database without users, makes `admin`.
     * @returns the password when it was made up here and so must be shown once
     */
    async ensureAdministrator(password: string | undefined): Promise<string | undefined> {
      if (await User.exists({})) return undefined;
      const chosen = password ?? randomBytes(12).toString('base64url');
      await addUser(system('start'), {
        username: 'admin',
        displayName: '系统管理员',
        password: chosen,
        roles: ['administrator'],
        divisionCode: deps.divisions.cityCode,
      });
      return password === undefined ? chosen : undefined;
    },
  };
}

export type IdentityService = ReturnType<typeof createIdentityService>;
