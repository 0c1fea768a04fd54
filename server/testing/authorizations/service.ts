import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { mayTakeTest, methodKey, whyUnauthorized } from '../rules/authorization.ts';
import { type AuthorizationRecord, authorizationModels } from './model.ts';
import type { authorizationSchema, grantBody, listAuthorizationsQuery } from './schema.ts';

export type AuthorizationView = z.infer<typeof authorizationSchema>;

const ofTheLaboratory = unscoped('who may test is asked for each result, whoever enters it');

/** 授权: who may test by which method, and until when. Revoked, never deleted. */
export function createAuthorizations(context: Context) {
  const { Authorization } = authorizationModels(context.connection);

  const read = async (caller: Caller, id: string, permission: 'read' | 'revoke'): Promise<AuthorizationRecord> => {
    const scoped = within(caller, `test-authorizations:${permission}`);
    const found = await Authorization.findById(id, null, scoped).lean<AuthorizationRecord>();
    if (found) return found;
    if (permission === 'read') throw new NotFound('There is no such authorization');
    await read(caller, id, 'read');
    throw new Forbidden('The authorization is of another laboratory');
  };

  return {
    /** @throws Forbidden where somebody of the laboratory may not enter results by this method on this day */
    async requireAuthorized(laboratory: string | undefined, username: string, method: string | undefined, at: Date) {
      if (laboratory === undefined) return;
      const kept = await Authorization.find({ laboratory }, null, ofTheLaboratory).lean<AuthorizationRecord[]>();
      const reason = whyUnauthorized(kept, { username, method, day: dayOf(at) });
      if (reason) throw new Forbidden(reason);
    },

    /** Which of these tests somebody may take on this day, in their order. */
    async mayTake(
      username: string,
      tests: readonly { laboratory: string | undefined; method: string | undefined }[],
      at: Date,
    ): Promise<boolean[]> {
      const laboratories = [...new Set(tests.flatMap(({ laboratory }) => laboratory ?? []))];
      const kept = await Authorization.find({ laboratory: { $in: laboratories } }, null, ofTheLaboratory).lean<
        AuthorizationRecord[]
      >();
      return tests.map(({ laboratory, method }) =>
        mayTakeTest(
          kept.filter((each) => each.laboratory === laboratory),
          { username, method, day: dayOf(at) },
        ),
      );
    },

    published: {
      async grantAuthorization(caller: Caller, body: z.infer<typeof grantBody>): Promise<AuthorizationView> {
        if (body.validTo < body.validFrom) throw InvalidInput.field('/validTo', 'is before validFrom');
        const facts = {
          ...body,
          methodKey: methodKey(body.method),
          grantedBy: caller.username,
          grantedAt: context.clock(),
        };
        if (body.username === caller.username) throw InvalidInput.field('/username', 'nobody authorizes himself');
        const scoped = within(caller, 'test-authorizations:create');
        return authorizationView(await createRecord(context, actorOf(caller), Authorization, facts, scoped));
      },

      async listAuthorizations(
        caller: Caller,
        { username, laboratory, ...page }: z.infer<typeof listAuthorizationsQuery>,
      ): Promise<Page<AuthorizationView>> {
        const filter = { ...(username && { username }), ...(laboratory && { laboratory }) };
        const scoped = within(caller, 'test-authorizations:read');
        const found = await findPage(Authorization, filter, { ...page, order: 'descending' }, scoped);
        return {
          items: found.items.map((each) => authorizationView(each as AuthorizationRecord)),
          nextCursor: found.nextCursor,
        };
      },

      async revokeAuthorization(
        caller: Caller,
        id: string,
        { reason }: { reason: string },
      ): Promise<AuthorizationView> {
        const authorization = await read(caller, id, 'revoke');
        const ended = { revokedBy: caller.username, revokedAt: context.clock(), reason };
        await inTransaction(
          context,
          actorOf(caller),
          async ({ session }) => {
            const { matchedCount } = await Authorization.updateOne(
              { _id: new Types.ObjectId(id), revokedAt: { $exists: false } },
              { $set: ended },
              { session, ...within(caller, 'test-authorizations:revoke') },
            );
            if (matchedCount === 0) throw new Conflict('The authorization is revoked already');
          },
          reason,
        );
        return authorizationView({ ...authorization, ...ended });
      },
    },
  };
}

export type Authorizations = ReturnType<typeof createAuthorizations>;

function authorizationView({
  _id,
  methodKey: _,
  grantedAt,
  revokedAt,
  ...rest
}: AuthorizationRecord): AuthorizationView {
  return {
    id: _id.toHexString(),
    ...rest,
    grantedAt: grantedAt.toISOString(),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}
