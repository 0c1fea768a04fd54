import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import {
  createdUserSchema,
  createUserBody,
  listUsersQuery,
  managedUserSchema,
  reasonBody,
  resetPasswordSchema,
  updateUserBody,
} from './schema.ts';
import type { Users } from './users.ts';

const tag = 'identity';
const path = '/api/v1/users';

export function userRoutes(users: Users): Route[] {
  const one = { tag, params: byId, answer: managedUserSchema } as const;
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Users of the own division',
      access: 'users:read',
      query: listUsersQuery,
      answer: pageOf(managedUserSchema),
      handle: ({ caller, query }) => users.list(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Create a user',
      access: 'users:create',
      status: 201,
      body: createUserBody,
      answer: createdUserSchema,
      handle: ({ caller, body }) => users.create(caller, body),
    }),
    route({
      ...one,
      method: 'get',
      path: `${path}/{id}`,
      summary: 'A user',
      access: 'users:read',
      handle: ({ caller, params }) => users.get(caller, params.id),
    }),
    route({
      ...one,
      method: 'patch',
      path: `${path}/{id}`,
      summary: "Change a user's name, roles, division or single sign-on",
      access: 'users:update',
      body: updateUserBody,
      handle: ({ caller, params, body }) => users.update(caller, params.id, body),
    }),
    route({
      ...one,
      method: 'post',
      path: `${path}/{id}/disable`,
      summary: 'Disable an account; its sessions end',
      access: 'users:disable',
      body: reasonBody,
      handle: ({ caller, params, body }) => users.disable(caller, params.id, body.reason),
    }),
    route({
      ...one,
      method: 'post',
      path: `${path}/{id}/enable`,
      summary: 'Enable an account again',
      access: 'users:enable',
      body: reasonBody,
      handle: ({ caller, params, body }) => users.enable(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/reset-password`,
      tag,
      summary: 'Give a one-time password, to be changed at the next sign-in',
      access: 'users:reset-password',
      params: byId,
      body: reasonBody,
      answer: resetPasswordSchema,
      handle: ({ caller, params, body }) => users.resetPassword(caller, params.id, body.reason),
    }),
    route({
      ...one,
      method: 'post',
      path: `${path}/{id}/reset-second-factor`,
      summary: 'Take away a lost second factor',
      access: 'users:reset-second-factor',
      body: reasonBody,
      handle: ({ caller, params, body }) => users.resetSecondFactor(caller, params.id, body.reason),
    }),
    route({
      ...one,
      method: 'post',
      path: `${path}/{id}/end-sessions`,
      summary: 'End all sessions of a user',
      access: 'users:end-sessions',
      body: reasonBody,
      handle: ({ caller, params, body }) => users.endSessions(caller, params.id, body.reason),
    }),
    route({
      ...one,
      method: 'post',
      path: `${path}/{id}/clear-block`,
      summary: 'Let somebody who failed too often try again at once',
      access: 'users:clear-block',
      handle: ({ caller, params }) => users.clearBlock(caller, params.id),
    }),
  ];
}
