import { type Route, route } from '../../http/route.ts';
import { overviewQuery, overviewSchema } from './schema.ts';
import type { OverviewService } from './service.ts';

export function overviewRoutes(overview: OverviewService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/overview',
      tag: 'assessment',
      summary:
        'A division and each of its counties or towns at a glance: open warnings by level, pass rate, sampling progress, devices',
      access: 'assessment-figures:read',
      query: overviewQuery,
      answer: overviewSchema,
      handle: ({ caller, query }) => overview.overview(caller, query),
    }),
  ];
}
