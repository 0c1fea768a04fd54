import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import { calendarFeedRoutes } from './feeds/routes.ts';
import {
  deadlineKindsSchema,
  deadlineSchema,
  extendBody,
  listDeadlinesQuery,
  resumeBody,
  suspendBody,
} from './schema.ts';
import type { DeadlinesService } from './service.ts';

const tag = 'deadlines';

export function deadlinesRoutes(deadlines: DeadlinesService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/deadlines',
      tag,
      summary: 'Deadlines of your division, the most urgent first; `mine=true` for your own',
      access: 'deadlines:read',
      query: listDeadlinesQuery,
      answer: pageOf(deadlineSchema),
      handle: ({ caller, query }) => deadlines.list(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/deadline-kinds',
      tag,
      summary: 'All kinds of deadlines, each with its length, its provision and what follows when it passes',
      access: 'deadlines:read',
      answer: deadlineKindsSchema,
      handle: async () => ({ items: deadlines.kinds(), nextCursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/v1/deadlines/{id}',
      tag,
      summary: 'One deadline, with every extension and suspension and its reason',
      access: 'deadlines:read',
      params: byId,
      answer: deadlineSchema,
      handle: ({ caller, params }) => deadlines.get(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/deadlines/{id}/extend',
      tag,
      summary: 'Make a deadline longer, with the reason, as far as its provision allows',
      access: 'deadlines:extend',
      params: byId,
      body: extendBody,
      answer: deadlineSchema,
      handle: ({ caller, params, body }) => deadlines.extendByHand(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/deadlines/{id}/suspend',
      tag,
      summary: 'Let a deadline rest, with the reason: the time until it is resumed does not count',
      access: 'deadlines:suspend',
      params: byId,
      body: suspendBody,
      answer: deadlineSchema,
      handle: ({ caller, params, body }) => deadlines.suspendByHand(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/deadlines/{id}/resume',
      tag,
      summary: 'Let a suspended deadline run again, with the reason',
      access: 'deadlines:resume',
      params: byId,
      body: resumeBody,
      answer: deadlineSchema,
      handle: ({ caller, params, body }) => deadlines.resumeByHand(caller, params.id, body),
    }),
    ...calendarFeedRoutes(deadlines.feeds),
  ];
}
