import { pageOf } from '../../database/page.ts';
import { type Route, route } from '../../http/route.ts';
import type { TestingService } from '../service.ts';
import { turnaroundQuery, turnaroundSchema, waitingQuery, waitingSampleSchema } from './schema.ts';

export function turnaroundRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/test-turnaround',
      tag: 'testing',
      summary: 'How long samples take from their receipt to the report 检测周期, by laboratory, method and month',
      access: 'test-reports:read',
      query: turnaroundQuery,
      answer: turnaroundSchema,
      handle: ({ caller, query }) => testing.turnaround(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/samples/waiting',
      tag: 'testing',
      summary: 'Samples that wait for receipt, test, report, release or verification, and with whom; the oldest first',
      access: 'samples:read',
      query: waitingQuery,
      answer: pageOf(waitingSampleSchema),
      handle: ({ caller, query }) => testing.waitingSamples(caller, query),
    }),
  ];
}
