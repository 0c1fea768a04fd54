import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { createSilenceBody, endSilenceBody, listSilencesQuery, silenceSchema } from './schema.ts';
import type { Silences } from './service.ts';

const tag = 'warnings';

export function silenceRoutes(silences: Silences): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/warning-silences',
      tag,
      summary: 'Silences and maintenance windows of your division, newest first',
      access: 'warning-silences:read',
      query: listSilencesQuery,
      answer: pageOf(silenceSchema),
      handle: ({ caller, query }) => silences.listSilences(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-silences',
      tag,
      summary: 'Tell nobody of some warnings of devices until a time, with the reason',
      access: 'warning-silences:create',
      status: 201,
      body: createSilenceBody,
      answer: silenceSchema,
      handle: ({ caller, body }) => silences.createSilence(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-silences/{id}',
      tag,
      summary: 'One silence',
      access: 'warning-silences:read',
      params: byId,
      answer: silenceSchema,
      handle: ({ caller, params }) => silences.getSilence(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-silences/{id}/end',
      tag,
      summary: 'End a silence before its time; what still holds is told of at once',
      access: 'warning-silences:end',
      params: byId,
      body: endSilenceBody,
      answer: silenceSchema,
      handle: ({ caller, params }) => silences.endSilence(caller, params.id),
    }),
  ];
}
