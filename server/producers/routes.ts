import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import {
  createProducerBody,
  createSiteBody,
  listProducersQuery,
  listSitesQuery,
  producerSchema,
  revealBody,
  revealedProducerSchema,
  siteSchema,
} from './schema.ts';
import type { ProducersService } from './service.ts';

export function producersRoutes(producers: ProducersService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/producers',
      tag: 'producers',
      summary: 'Producers, newest first',
      access: 'producers:read',
      query: listProducersQuery,
      answer: pageOf(producerSchema),
      handle: ({ caller, query }) => producers.listProducers(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/producers',
      tag: 'producers',
      summary: 'Register a producer',
      access: 'producers:create',
      status: 201,
      body: createProducerBody,
      answer: producerSchema,
      handle: ({ caller, body }) => producers.createProducer(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/producers/{id}',
      tag: 'producers',
      summary: 'One producer',
      access: 'producers:read',
      params: byId,
      answer: producerSchema,
      handle: ({ caller, params }) => producers.getProducer(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/producers/{id}/reveal',
      tag: 'producers',
      summary: 'Show the personal data of one producer in the clear; stands in the audit log',
      access: 'producers:reveal',
      params: byId,
      body: revealBody,
      answer: revealedProducerSchema,
      handle: ({ caller, params, body }) => producers.revealProducer(caller, params.id, body.reason),
    }),
    route({
      method: 'get',
      path: '/api/v1/sites',
      tag: 'producers',
      summary: 'Sites, newest first',
      access: 'sites:read',
      query: listSitesQuery,
      answer: pageOf(siteSchema),
      handle: ({ caller, query }) => producers.listSites(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/sites',
      tag: 'producers',
      summary: 'Register a plot, greenhouse, cold room, vehicle or shop',
      access: 'sites:create',
      status: 201,
      body: createSiteBody,
      answer: siteSchema,
      handle: ({ caller, body }) => producers.createSite(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/{id}',
      tag: 'producers',
      summary: 'One site',
      access: 'sites:read',
      params: byId,
      answer: siteSchema,
      handle: ({ caller, params }) => producers.getSite(caller, params.id),
    }),
  ];
}
