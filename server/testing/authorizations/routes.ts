import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { reasonBody } from '../schema.ts';
import type { TestingService } from '../service.ts';
import { authorizationSchema, grantBody, listAuthorizationsQuery } from './schema.ts';

export function authorizationRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/test-authorizations',
      tag: 'testing',
      summary: 'Who may test by which method, newest first',
      access: 'test-authorizations:read',
      query: listAuthorizationsQuery,
      answer: pageOf(authorizationSchema),
      handle: ({ caller, query }) => testing.listAuthorizations(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-authorizations',
      tag: 'testing',
      summary: 'Authorize a person for a method; from its first authorization on a laboratory is held to them',
      access: 'test-authorizations:create',
      status: 201,
      body: grantBody,
      answer: authorizationSchema,
      handle: ({ caller, body }) => testing.grantAuthorization(caller, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-authorizations/{id}/revoke',
      tag: 'testing',
      summary: 'The authorization ends now',
      access: 'test-authorizations:revoke',
      params: byId,
      body: reasonBody,
      answer: authorizationSchema,
      handle: ({ caller, params, body }) => testing.revokeAuthorization(caller, params.id, body),
    }),
  ];
}
