import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { reasonBody } from '../schema.ts';
import type { TestingService } from '../service.ts';
import { acceptBody, instrumentResultSchema, listInstrumentResultsQuery } from './schema.ts';

export function instrumentRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/instrument-results',
      tag: 'testing',
      summary: 'What instruments sent over MQTT, newest first',
      access: 'instrument-results:read',
      query: listInstrumentResultsQuery,
      answer: pageOf(instrumentResultSchema),
      handle: ({ caller, query }) => testing.listInstrumentResults(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/instrument-results/{id}/accept',
      tag: 'testing',
      summary: 'The analyst answers for it: it becomes a result of its sample',
      access: 'instrument-results:decide',
      params: byId,
      body: acceptBody,
      answer: instrumentResultSchema,
      handle: ({ caller, params, body }) => testing.acceptInstrumentResult(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/instrument-results/{id}/discard',
      tag: 'testing',
      summary: 'It does not count; it is kept with the reason',
      access: 'instrument-results:decide',
      params: byId,
      body: reasonBody,
      answer: instrumentResultSchema,
      handle: ({ caller, params, body }) => testing.discardInstrumentResult(caller, params.id, body),
    }),
  ];
}
