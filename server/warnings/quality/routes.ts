import { type Route, route } from '../../http/route.ts';
import { qualityQuery, qualitySchema } from './schema.ts';
import type { createQuality } from './service.ts';
import { qualityTable } from './table.ts';

const tag = 'warnings';

export function qualityRoutes({ quality }: Pick<ReturnType<typeof createQuality>, 'quality'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/warnings/quality',
      tag,
      summary: 'What the alarms ask of people: per officer and ten minutes, floods, chattering, stale, worst rules',
      access: 'warnings:read',
      query: qualityQuery,
      answer: qualitySchema,
      handle: ({ caller, query }) => quality(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/warnings/quality.csv',
      tag,
      summary: 'The same figures as a table',
      access: 'warnings:read',
      query: qualityQuery,
      produces: ['text/csv'],
      handle: async ({ caller, query }, response) => {
        const table = qualityTable(await quality(caller, query));
        response.set('Content-Disposition', 'attachment; filename="warning-quality.csv"').type('text/csv').send(table);
      },
    }),
  ];
}
