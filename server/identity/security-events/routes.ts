import { pageOf } from '../../database/page.ts';
import { type Route, route } from '../../http/route.ts';
import { listSecurityEventsQuery, securityEventSchema } from './schema.ts';
import type { SecurityEvents } from './security-events.ts';

export function securityEventRoutes(events: SecurityEvents): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/security-events',
      tag: 'identity',
      summary: 'Sign-ins, failures and blocks, newest first',
      access: 'security-events:read',
      query: listSecurityEventsQuery,
      answer: pageOf(securityEventSchema),
      handle: ({ caller, query }) => events.list(caller, query),
    }),
  ];
}
