import { z } from 'zod';
import { pageOf, pageQuery } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import {
  createWebhookBody,
  listWebhookDeliveriesQuery,
  newWebhookSchema,
  replayBody,
  replayedSchema,
  webhookDeliverySchema,
  webhookEventSchema,
  webhookReasonBody,
  webhookSchema,
} from './schema.ts';
import type { Webhooks } from './service.ts';

const tag = 'exchange';
const path = '/api/v1/webhooks';

export function webhookRoutes(webhooks: Webhooks): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/webhook-event-types',
      tag,
      summary: 'What a webhook can be told of',
      access: 'webhooks:read',
      answer: z.object({ items: z.array(webhookEventSchema) }).meta({ id: 'WebhookEvents' }),
      handle: () => webhooks.events(),
    }),
    route({
      method: 'get',
      path,
      tag,
      summary: 'Systems that are told what happens in your division',
      access: 'webhooks:read',
      query: pageQuery,
      answer: pageOf(webhookSchema),
      handle: ({ caller, query }) => webhooks.listWebhooks(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Have a system told of events of a division; the secret that signs is in the answer, this once',
      access: 'webhooks:create',
      status: 201,
      body: createWebhookBody,
      answer: newWebhookSchema,
      handle: ({ caller, body }) => webhooks.createWebhook(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One webhook',
      access: 'webhooks:read',
      params: byId,
      answer: webhookSchema,
      handle: ({ caller, params }) => webhooks.getWebhook(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/disable`,
      tag,
      summary: 'Tell a system nothing more',
      access: 'webhooks:disable',
      params: byId,
      body: webhookReasonBody,
      answer: webhookSchema,
      handle: ({ caller, params, body }) => webhooks.disable(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/enable`,
      tag,
      summary: 'Tell a system again; what happened meanwhile is not told',
      access: 'webhooks:enable',
      params: byId,
      body: webhookReasonBody,
      answer: webhookSchema,
      handle: ({ caller, params, body }) => webhooks.enable(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/test`,
      tag,
      summary: 'Send an event that says it is a test; the delivery that is answered tells what became of it',
      access: 'webhooks:test',
      params: byId,
      answer: webhookDeliverySchema,
      handle: ({ caller, params }) => webhooks.test(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/replay`,
      tag,
      summary: 'Send again, under the same ids, what happened since a time',
      access: 'webhooks:replay',
      params: byId,
      body: replayBody,
      answer: replayedSchema,
      handle: ({ caller, params, body }) => webhooks.replay(caller, params.id, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/webhook-deliveries',
      tag,
      summary: 'What was told, waits or failed, newest first, with each attempt',
      access: 'webhooks:read',
      query: listWebhookDeliveriesQuery,
      answer: pageOf(webhookDeliverySchema),
      handle: ({ caller, query }) => webhooks.listDeliveries(caller, query),
    }),
  ];
}
