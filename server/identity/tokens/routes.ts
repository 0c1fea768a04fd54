import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { allOf } from '../schema.ts';
import type { ApiTokens } from './api-tokens.ts';
import { apiTokenSchema, createApiTokenBody, createdApiTokenSchema } from './schema.ts';

const tag = 'identity';
const path = '/api/v1/api-tokens';

export function apiTokenRoutes(tokens: ApiTokens): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: "The caller's tokens for systems",
      access: 'own-account',
      answer: allOf(apiTokenSchema),
      handle: async ({ caller }) => ({ items: await tokens.list(caller), nextCursor: null }),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Make a token for a system: a part of the own rights, for a time',
      access: 'own-account',
      status: 201,
      body: createApiTokenBody,
      answer: createdApiTokenSchema,
      handle: ({ caller, body }) => tokens.create(caller, body),
    }),
    route({
      method: 'delete',
      path: `${path}/{id}`,
      tag,
      summary: 'Revoke a token',
      access: 'own-account',
      params: byId,
      status: 204,
      handle: ({ caller, params }) => tokens.revoke(caller, params.id),
    }),
  ];
}
