import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { acceptBody, handOverSchema, listHandOversQuery, makeHandOverBody, rejectBody, resendBody } from './schema.ts';
import type { HandOvers } from './service.ts';

const tag = 'exchange';
const ofOne = { tag, params: byId, answer: handOverSchema } as const;

export function handOverRoutes(handOvers: HandOvers): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/hand-overs',
      tag,
      summary: 'Make the package 数据交换包 of a division for today; the city’s is made by itself each night',
      access: 'hand-overs:create',
      status: 201,
      body: makeHandOverBody,
      answer: handOverSchema,
      handle: ({ caller, body }) => handOvers.makeHandOver(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/hand-overs',
      tag,
      summary: 'Packages that were handed over, newest first, with their receipts',
      access: 'hand-overs:read',
      query: listHandOversQuery,
      answer: pageOf(handOverSchema),
      handle: ({ caller, query }) => handOvers.listHandOvers(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/hand-overs/{id}',
      summary: 'One package: its files with rows and digests, and its receipts',
      access: 'hand-overs:read',
      ...ofOne,
      handle: ({ caller, params }) => handOvers.getHandOver(caller, params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/hand-overs/{id}/package.zip',
      tag,
      summary:
        'The package itself: tables in CSV and `manifest.json` with their digests; always the bytes that were made',
      access: 'hand-overs:read',
      params: byId,
      produces: ['application/zip'],
      async handle({ caller, params }, response) {
        const { name, content } = await handOvers.packageOf(caller, params.id);
        response
          .set({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' })
          .type('application/zip')
          .send(content);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/hand-overs/{id}/accept',
      summary: 'Receipt of the platform above: the package was taken in',
      access: 'hand-overs:record-receipt',
      body: acceptBody,
      ...ofOne,
      handle: ({ caller, params, body }) => handOvers.accept(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/hand-overs/{id}/reject',
      summary: 'Receipt of the platform above: the package was not taken in, and why',
      access: 'hand-overs:record-receipt',
      body: rejectBody,
      ...ofOne,
      handle: ({ caller, params, body }) => handOvers.reject(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/hand-overs/{id}/resend',
      summary: 'Make a package anew from the records as they are by now, as the next attempt',
      access: 'hand-overs:resend',
      body: resendBody,
      ...ofOne,
      handle: ({ caller, params }) => handOvers.resend(caller, params.id),
    }),
  ];
}
