import { pageOf, pageQuery } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import type { TestingService } from '../service.ts';
import { verdictCheckSchema } from './schema.ts';

export function verdictCheckRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/verdict-checks',
      tag: 'testing',
      summary: 'Checks of stored verdicts, newest first',
      access: 'verdict-checks:read',
      query: pageQuery,
      answer: pageOf(verdictCheckSchema),
      handle: ({ caller, query }) => testing.listVerdictChecks(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/verdict-checks',
      tag: 'testing',
      summary: 'Recompute every stored verdict of the own division, and report the differences; nothing is changed',
      access: 'verdict-checks:create',
      status: 201,
      answer: verdictCheckSchema,
      handle: ({ caller }) => testing.startVerdictCheck(caller),
    }),
    route({
      method: 'get',
      path: '/api/v1/verdict-checks/{id}',
      tag: 'testing',
      summary: 'How far a check has come, and what it found',
      access: 'verdict-checks:read',
      params: byId,
      answer: verdictCheckSchema,
      handle: ({ caller, params }) => testing.verdictCheck(caller, params.id),
    }),
  ];
}
