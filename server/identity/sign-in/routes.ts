import { type Route, route } from '../../http/route.ts';
import { originOf } from '../origin.ts';
import {
  changePasswordBody,
  codeBody,
  currentUserSchema,
  sessionSchema,
  signInBody,
  signInOptionsSchema,
  signInPolicyBody,
  signInPolicySchema,
} from '../schema.ts';
import { clearSessionCookie } from '../session-cookie.ts';
import type { SignInPolicy } from '../sign-in-policy.ts';
import { answerWithSession } from './answer.ts';
import type { SignIn } from './sign-in.ts';

const tag = 'identity';
const session = '/api/v1/session';

interface Deps {
  signIn: SignIn;
  policy: SignInPolicy;
  singleSignOn?: { name: string };
}

export function signInRoutes({ signIn, policy, singleSignOn }: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: session,
      tag,
      summary: 'Sign in',
      access: 'public',
      body: signInBody,
      answer: sessionSchema,
      handle: async ({ body, request }, response) =>
        answerWithSession(request, response, await signIn.signIn(body, originOf(request))),
    }),
    route({
      method: 'get',
      path: `${session}/options`,
      tag,
      summary: 'Ways to sign in',
      access: 'public',
      answer: signInOptionsSchema,
      handle: async () => (singleSignOn ? { singleSignOn: singleSignOn.name } : {}),
    }),
    route({
      method: 'get',
      path: session,
      tag,
      summary: 'Who is signed in',
      access: 'own-session',
      answer: currentUserSchema,
      handle: ({ caller }) => signIn.currentUser(caller),
    }),
    route({
      method: 'post',
      path: `${session}/code`,
      tag,
      summary: 'Finish a single sign-on with the code of the second factor',
      access: 'own-session',
      body: codeBody,
      answer: sessionSchema,
      handle: async ({ caller, body, request }, response) =>
        answerWithSession(request, response, await signIn.giveCode(caller, body.code, originOf(request))),
    }),
    route({
      method: 'delete',
      path: session,
      tag,
      summary: 'Sign out',
      access: 'own-session',
      status: 204,
      async handle({ caller, request }, response) {
        await signIn.signOut(caller, originOf(request));
        clearSessionCookie(request, response);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/password',
      tag,
      summary: 'Change the own password; all other sessions end, this one gets a new token',
      access: 'own-password',
      body: changePasswordBody,
      answer: sessionSchema,
      handle: async ({ caller, body, request }, response) =>
        answerWithSession(request, response, await signIn.changePassword(caller, body, originOf(request))),
    }),
    route({
      method: 'get',
      path: '/api/v1/sign-in-policy',
      tag,
      summary: 'What is asked of whoever signs in',
      access: 'sign-in-policy:read',
      answer: signInPolicySchema,
      handle: ({ caller }) => policy.show(caller),
    }),
    route({
      method: 'post',
      path: '/api/v1/sign-in-policy',
      tag,
      summary: 'Change what is asked of whoever signs in',
      access: 'sign-in-policy:update',
      body: signInPolicyBody,
      answer: signInPolicySchema,
      handle: ({ caller, body }) => policy.change(caller, body.secondFactorRoles),
    }),
  ];
}
