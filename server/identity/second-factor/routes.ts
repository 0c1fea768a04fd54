import { type Route, route } from '../../http/route.ts';
import { originOf } from '../origin.ts';
import { confirmedSchema } from '../schema.ts';
import { answerWithSession } from '../sign-in/answer.ts';
import { confirmBody, enrollBody, enrollmentSchema, guardedBody, recoveryCodesSchema } from './schema.ts';
import type { SecondFactor } from './second-factor.ts';

const tag = 'identity';
const path = '/api/v1/second-factor';

export function secondFactorRoutes(secondFactor: SecondFactor): Route[] {
  return [
    route({
      method: 'post',
      path,
      tag,
      summary: 'Begin to enroll a second factor: a secret for the authenticator app',
      access: 'own-second-factor',
      body: enrollBody,
      answer: enrollmentSchema,
      handle: ({ caller, body, request }) => secondFactor.enroll(caller, body.password, originOf(request)),
    }),
    route({
      method: 'post',
      path: `${path}/confirm`,
      tag,
      summary: 'Enroll it with a first code; the recovery codes are shown this once',
      access: 'own-second-factor',
      body: confirmBody,
      answer: confirmedSchema,
      async handle({ caller, body, request }, response) {
        const { recoveryCodes, session } = await secondFactor.confirm(caller, body.code, originOf(request));
        return { recoveryCodes, session: answerWithSession(request, response, session) };
      },
    }),
    route({
      method: 'post',
      path: `${path}/recovery-codes`,
      tag,
      summary: 'New recovery codes; the old ones are void',
      access: 'own-account',
      body: guardedBody,
      answer: recoveryCodesSchema,
      handle: ({ caller, body, request }) => secondFactor.renewRecoveryCodes(caller, body, originOf(request)),
    }),
    route({
      method: 'post',
      path: `${path}/remove`,
      tag,
      summary: 'Remove the second factor',
      access: 'own-account',
      status: 204,
      body: guardedBody,
      handle: ({ caller, body, request }) => secondFactor.remove(caller, body, originOf(request)),
    }),
  ];
}
