import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import type { Capture } from './capture.ts';
import { qrPng, qrSvg } from './qr.ts';
import {
  batchSchema,
  byCode,
  byCodeOrIdentifier,
  createBatchBody,
  createEventBody,
  eventSchema,
  holdBody,
  listBatchesQuery,
  listEventsQuery,
  traceQuery,
  traceSchema,
} from './schema.ts';
import type { TraceabilityService } from './service.ts';
import type { TraceUseCase } from './trace.ts';

export interface TraceabilityUseCases {
  batches: TraceabilityService;
  capture: Capture;
  trace: TraceUseCase;
}

export function traceabilityRoutes({ batches, capture, trace }: TraceabilityUseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/batches',
      tag: 'traceability',
      summary: 'Batches, newest first',
      access: 'batches:read',
      query: listBatchesQuery,
      answer: pageOf(batchSchema),
      handle: ({ caller, query }) => batches.listBatches(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/batches',
      tag: 'traceability',
      summary: 'Register a batch',
      access: 'batches:create',
      status: 201,
      body: createBatchBody,
      answer: batchSchema,
      handle: ({ caller, body }) => batches.createBatch(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/batches/{code}',
      tag: 'traceability',
      summary: 'One batch',
      access: 'batches:read',
      params: byCode,
      answer: batchSchema,
      handle: ({ caller, params }) => batches.getBatch(caller, params.code),
    }),
    route({
      method: 'post',
      path: '/api/v1/batches/{code}/hold',
      tag: 'traceability',
      summary: 'Hold a batch and all that was made of it',
      access: 'batches:hold',
      params: byCode,
      body: holdBody,
      answer: batchSchema,
      handle: ({ caller, params, body }) => batches.holdBatch(caller, params.code, body.reason),
    }),
    route({
      method: 'post',
      path: '/api/v1/batches/{code}/release',
      tag: 'traceability',
      summary: 'Lift the hold that began at this batch',
      access: 'batches:release',
      params: byCode,
      body: holdBody,
      answer: batchSchema,
      handle: ({ caller, params, body }) => batches.releaseBatch(caller, params.code, body.reason),
    }),
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/trace',
      tag: 'traceability',
      summary:
        'The whole trace of a batch or a container: sources, products, what moved with what, and what is known of each',
      access: 'batches:read',
      params: byCodeOrIdentifier,
      query: traceQuery,
      answer: traceSchema,
      handle: ({ caller, params, query }) => trace(caller, params.code, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/qr.svg',
      tag: 'traceability',
      summary: 'The QR code of the consumer page, as SVG',
      access: 'batches:read',
      params: byCode,
      produces: ['image/svg+xml'],
      async handle({ caller, params }, response) {
        const { digitalLink, traceUrl } = await batches.getBatch(caller, params.code);
        response.type('image/svg+xml').send(await qrSvg(digitalLink ?? traceUrl));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/qr.png',
      tag: 'traceability',
      summary: 'The QR code of the consumer page, as PNG',
      access: 'batches:read',
      params: byCode,
      produces: ['image/png'],
      async handle({ caller, params }, response) {
        const { digitalLink, traceUrl } = await batches.getBatch(caller, params.code);
        response.type('image/png').send(await qrPng(digitalLink ?? traceUrl));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/events',
      tag: 'traceability',
      summary: 'Events, newest first',
      access: 'events:read',
      query: listEventsQuery,
      answer: pageOf(eventSchema),
      handle: ({ caller, query }) => capture.listEvents(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/events',
      tag: 'traceability',
      summary: 'Record what happened to a batch',
      access: 'events:create',
      status: 201,
      body: createEventBody,
      answer: eventSchema,
      handle: ({ caller, body }) => capture.createEvent(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/events/{id}',
      tag: 'traceability',
      summary: 'One event',
      access: 'events:read',
      params: byId,
      answer: eventSchema,
      handle: ({ caller, params }) => capture.getEvent(caller, params.id),
    }),
  ];
}
