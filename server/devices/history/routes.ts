import { type Route, route } from '../../http/route.ts';
import { byDeviceId } from '../schema.ts';
import { exportQuery, seriesQuery, seriesSchema } from './schema.ts';
import type { HistoryService } from './service.ts';

export function historyRoutes(history: HistoryService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/devices/{id}/series',
      tag: 'devices',
      summary: 'A metric of a device over time: readings, hours or days, whichever fits into the points asked for',
      access: 'readings:read',
      params: byDeviceId,
      query: seriesQuery,
      answer: seriesSchema,
      handle: ({ caller, params, query }) => history.series(caller, params.id, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/devices/{id}/series.csv',
      tag: 'devices',
      summary: 'The same as a table: every reading, hour or day of the period',
      access: 'readings:read',
      params: byDeviceId,
      query: exportQuery,
      produces: ['text/csv'],
      handle: ({ caller, params, query }, response) =>
        history.export(caller, params.id, query, () =>
          response.type('text/csv').attachment(`${params.id}-${query.metric}-${query.resolution}.csv`),
        ),
    }),
  ];
}
