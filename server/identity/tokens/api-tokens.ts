import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../caller.ts';
import { days, limits } from '../limits.ts';
import type { IdentityModels } from '../model.ts';
import type { Permission } from '../permissions.ts';
import { heldBy } from '../rights/ability.ts';
import { digest, newSecret } from '../secrets.ts';
import type { ApiTokenRecord } from './model.ts';
import type { createApiTokenBody } from './schema.ts';

/** What every API token begins with, so that people and scanners know one when they see it. */
const prefix = 'agt_';

const byToken = unscoped('the token tells whose it is');
const own = ({ userId }: Caller) => partOf('api-tokens', { userId });

/** How often a token's last use is written down. */
const touchMs = 60_000;

export function isApiToken(token: string): boolean {
  return token.startsWith(prefix);
}

/** Tokens for systems: a part of their owner's rights, for a time. */
export function createApiTokens(context: Context, { ApiToken }: Pick<IdentityModels, 'ApiToken'>) {
  const view = (token: ApiTokenRecord) => ({
    id: token._id.toHexString(),
    name: token.name,
    scope: token.scope,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    ...(token.lastUsedAt && { lastUsedAt: token.lastUsedAt.toISOString() }),
  });

  const valid = () => ({ revokedAt: { $exists: false }, expiresAt: { $gt: context.clock() } });

  return {
    /** The record of a token that is neither revoked nor over. A use is noted once a minute. */
    async find(token: string): Promise<ApiTokenRecord | null> {
      const now = context.clock();
      const found = await ApiToken.findOne({ digest: digest(token), ...valid() })
        .setOptions(byToken)
        .lean<ApiTokenRecord>();
      if (found && now.getTime() - (found.lastUsedAt?.getTime() ?? 0) >= touchMs)
        await ApiToken.updateOne({ _id: found._id }, { $set: { lastUsedAt: now } }).setOptions(byToken);
      return found;
    },

    async list(caller: Caller) {
      const found = await ApiToken.find(valid()).setOptions(own(caller)).sort({ _id: 1 }).lean<ApiTokenRecord[]>();
      return found.map(view);
    },

    /** @throws InvalidInput for a right that the caller does not hold */
    async create(caller: Caller, body: z.output<typeof createApiTokenBody>) {
      const held: readonly string[] = heldBy(caller);
      const errors = body.scope.flatMap((right, index) =>
        held.includes(right) ? [] : [{ pointer: `/scope/${index}`, message: 'is not a right of yours' }],
      );
      if (errors.length > 0) throw new InvalidInput('A token cannot hold more rights than you', errors);
      if ((await ApiToken.countDocuments(valid()).setOptions(own(caller))) >= limits.apiToken.perUser)
        throw new Conflict(`You have ${limits.apiToken.perUser} tokens; revoke one first`);
      const token = `${prefix}${newSecret()}`;
      const createdAt = context.clock();
      const created = await createRecord(
        context,
        actorOf(caller),
        ApiToken,
        {
          digest: digest(token),
          userId: new Types.ObjectId(caller.userId),
          divisionCode: caller.divisionCode,
          name: body.name,
          scope: [...new Set(body.scope)] as Permission[],
          createdAt,
          expiresAt: new Date(createdAt.getTime() + days(body.expiresInDays)),
        },
        unscoped('the caller’s own'),
      );
      return { ...view(created), token };
    },

    /** @throws NotFound when it is not one of the caller's */
    async revoke(caller: Caller, id: string): Promise<void> {
      const { modifiedCount } = await inTransaction(context, actorOf(caller), ({ session }) =>
        ApiToken.updateOne(
          { _id: id, ...valid() },
          { $set: { revokedAt: context.clock() } },
          { session, ...own(caller) },
        ),
      );
      if (modifiedCount === 0) throw new NotFound('You have no such token');
      context.bus.emit('credentials.ended', { ids: [id] });
    },
  };
}

export type ApiTokens = ReturnType<typeof createApiTokens>;
