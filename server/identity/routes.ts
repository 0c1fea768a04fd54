import { pageOf, pageQuery } from '../database/page.ts';
import { type Route, route } from '../http/route.ts';
import { createUserBody, currentUserSchema, sessionSchema, signInBody, userSchema } from './schema.ts';
import type { IdentityService } from './service.ts';
import { clearSessionCookie, setSessionCookie, tokenOf } from './session-cookie.ts';

export function identityRoutes(identity: IdentityService): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/session',
      tag: 'identity',
      summary: 'Sign in',
      access: 'public',
      body: signInBody,
      answer: sessionSchema,
      async handle({ body, request }, response) {
        const { token, expiresAt, user } = await identity.signIn(body.username, body.password);
        setSessionCookie(request, response, token, expiresAt);
        return { token, expiresAt: expiresAt.toISOString(), user };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/session',
      tag: 'identity',
      summary: 'Who is signed in',
      access: 'signed-in',
      answer: currentUserSchema,
      handle: ({ caller }) => identity.currentUser(caller),
    }),
    route({
      method: 'delete',
      path: '/api/v1/session',
      tag: 'identity',
      summary: 'Sign out',
      access: 'signed-in',
      status: 204,
      async handle({ request }, response) {
        await identity.signOut(tokenOf(request) ?? '');
        clearSessionCookie(request, response);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/users',
      tag: 'identity',
      summary: 'Users of the own division',
      access: 'users:read',
      query: pageQuery,
      answer: pageOf(userSchema),
      handle: ({ caller, query }) => identity.listUsers(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/users',
      tag: 'identity',
      summary: 'Create a user',
      access: 'users:create',
      status: 201,
      body: createUserBody,
      answer: userSchema,
      handle: ({ caller, body }) => identity.createUser(caller, body),
    }),
  ];
}
