import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { allOf } from '../schema.ts';
import type { SavedViews } from './saved-views.ts';
import { createSavedViewBody, listSavedViewsQuery, savedViewSchema } from './schema.ts';

const tag = 'identity';
const path = '/api/v1/saved-views';

export function savedViewRoutes(views: SavedViews): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: "The caller's saved filters of a page of the console",
      access: 'own-account',
      query: listSavedViewsQuery,
      answer: allOf(savedViewSchema),
      handle: async ({ caller, query }) => ({ items: await views.list(caller, query.path), nextCursor: null }),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Save the filters of a page under a name',
      access: 'own-account',
      status: 201,
      body: createSavedViewBody,
      answer: savedViewSchema,
      handle: ({ caller, body }) => views.create(caller, body),
    }),
    route({
      method: 'delete',
      path: `${path}/{id}`,
      tag,
      summary: 'Remove a saved view',
      access: 'own-account',
      params: byId,
      status: 204,
      handle: ({ caller, params }) => views.remove(caller, params.id),
    }),
  ];
}
