import { z } from 'zod';
import { divisionCode } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import { divisionSchema, listDivisionsQuery } from './schema.ts';
import type { DivisionsService } from './service.ts';

export function divisionsRoutes(divisions: DivisionsService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/divisions',
      tag: 'divisions',
      summary: 'The city, its counties and towns',
      access: 'public',
      query: listDivisionsQuery,
      answer: z.object({ items: z.array(divisionSchema), nextCursor: z.null() }).meta({ id: 'DivisionPage' }),
      handle: async ({ query }) => ({ items: divisions.list(query), nextCursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/v1/divisions/{code}',
      tag: 'divisions',
      summary: 'One division',
      access: 'public',
      params: z.object({ code: divisionCode }),
      answer: divisionSchema,
      handle: async ({ params }) => divisions.get(params.code),
    }),
  ];
}
