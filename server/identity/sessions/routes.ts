import { NotFound } from '../../errors.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { originOf } from '../origin.ts';
import { allOf, ownSessionSchema } from '../schema.ts';
import { clearSessionCookie } from '../session-cookie.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Sessions } from './sessions.ts';

const tag = 'identity';
const path = '/api/v1/sessions';

export function sessionRoutes({ sessions, signIn }: { sessions: Sessions; signIn: SignIn }): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: "The caller's sessions, the last used first",
      access: 'own-account',
      answer: allOf(ownSessionSchema),
      handle: async ({ caller }) => ({ items: await sessions.list(caller.userId, caller.sessionId), nextCursor: null }),
    }),
    route({
      method: 'delete',
      path: `${path}/{id}`,
      tag,
      summary: "End one of the caller's sessions",
      access: 'own-account',
      params: byId,
      status: 204,
      async handle({ caller, params }) {
        if (!(await sessions.end(caller.userId, params.id))) throw new NotFound('You have no such session');
      },
    }),
    route({
      method: 'delete',
      path,
      tag,
      summary: 'Sign out everywhere, here too',
      access: 'own-account',
      status: 204,
      async handle({ caller, request }, response) {
        await signIn.signOutEverywhere(caller, originOf(request));
        clearSessionCookie(request, response);
      },
    }),
  ];
}
