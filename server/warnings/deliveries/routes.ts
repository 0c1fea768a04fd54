import { pageOf, pageQuery } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { channelSchema, createChannelBody, deliverySchema, listDeliveriesQuery, reasonBody } from './schema.ts';
import type { DeliveriesService } from './service.ts';

const tag = 'warnings';

export function deliveriesRoutes(deliveries: DeliveriesService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/warning-channels',
      tag,
      summary: 'Where warnings of your division go beside the console: mail, group robots, systems',
      access: 'warning-channels:read',
      query: pageQuery,
      answer: pageOf(channelSchema),
      handle: ({ caller, query }) => deliveries.listChannels(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-channels',
      tag,
      summary: 'Have warnings of a division sent from a level up; address and secret are not shown again',
      access: 'warning-channels:create',
      status: 201,
      body: createChannelBody,
      answer: channelSchema,
      handle: ({ caller, body }) => deliveries.createChannel(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-channels/{id}',
      tag,
      summary: 'One channel',
      access: 'warning-channels:read',
      params: byId,
      answer: channelSchema,
      handle: ({ caller, params }) => deliveries.getChannel(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-channels/{id}/disable',
      tag,
      summary: 'Send nothing more through a channel',
      access: 'warning-channels:disable',
      params: byId,
      body: reasonBody,
      answer: channelSchema,
      handle: ({ caller, params, body }) => deliveries.disable(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-channels/{id}/enable',
      tag,
      summary: 'Send through a channel again; what came meanwhile is not sent afterwards',
      access: 'warning-channels:enable',
      params: byId,
      body: reasonBody,
      answer: channelSchema,
      handle: ({ caller, params, body }) => deliveries.enable(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-channels/{id}/test',
      tag,
      summary: 'Send a test message; the delivery that is answered tells what became of it',
      access: 'warning-channels:test',
      params: byId,
      answer: deliverySchema,
      handle: ({ caller, params }) => deliveries.test(caller, params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-deliveries',
      tag,
      summary: 'What was sent, waits or failed, newest first, with each attempt',
      access: 'warning-deliveries:read',
      query: listDeliveriesQuery,
      answer: pageOf(deliverySchema),
      handle: ({ caller, query }) => deliveries.listDeliveries(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-deliveries/{id}',
      tag,
      summary: 'One delivery',
      access: 'warning-deliveries:read',
      params: byId,
      answer: deliverySchema,
      handle: ({ caller, params }) => deliveries.getDelivery(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-deliveries/{id}/retry',
      tag,
      summary: 'Send anew what has failed',
      access: 'warning-deliveries:retry',
      params: byId,
      answer: deliverySchema,
      handle: ({ caller, params }) => deliveries.retry(caller, params.id),
    }),
  ];
}
