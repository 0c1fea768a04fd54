import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import type { TestingService } from '../service.ts';
import { createRapidTestBody, listRapidTestsQuery, rapidTestSchema } from './schema.ts';

export function rapidTestRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/rapid-tests',
      tag: 'testing',
      summary: 'Rapid tests 快检, sent by test devices or entered by hand, newest first',
      access: 'rapid-tests:read',
      query: listRapidTestsQuery,
      answer: pageOf(rapidTestSchema),
      handle: ({ caller, query }) => testing.listRapidTests(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/rapid-tests',
      tag: 'testing',
      summary: 'Enter a rapid test by hand; a positive one holds its batch. The same one sent again is stored once',
      access: 'rapid-tests:create',
      status: 201,
      body: createRapidTestBody,
      answer: rapidTestSchema,
      handle: ({ caller, body }) => testing.enterRapidTest(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/rapid-tests/{id}',
      tag: 'testing',
      summary: 'One rapid test, and whether it may serve as evidence',
      access: 'rapid-tests:read',
      params: byId,
      answer: rapidTestSchema,
      handle: ({ caller, params }) => testing.getRapidTest(caller, params.id),
    }),
  ];
}
