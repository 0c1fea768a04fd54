import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, name, reason, recordId, verbs } from '../../http/fields.ts';
import { attemptSchema } from '../../outbound/attempts.ts';
import { eventTypes } from './events.ts';
import { deliveryStates, webhookStates } from './lifecycle.ts';

const event = z.enum(eventTypes);

export const createWebhookBody = z.strictObject({
  name,
  divisionCode: divisionCode.optional().meta({ description: "Absent: the caller's own" }),
  events: z.array(event).min(1, 'must name an event').max(eventTypes.length),
  address: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(1000)
    .meta({ description: 'https:// and not in a private network. Not shown again' }),
});

export const webhookReasonBody = z.strictObject({ reason });

export const replayBody = z.strictObject({
  since: instant.meta({ description: 'Everything that happened from then on is sent again' }),
  reason,
});

const webhookFields = {
  id: recordId,
  name: z.string(),
  divisionCode,
  divisionName: z.string(),
  events: z.array(event),
  reaches: z.string().meta({ description: 'The host' }),
  state: z.enum(webhookStates),
  createdBy: z.string(),
  createdAt: instant,
  ...verbs,
};

export const webhookSchema = z.object(webhookFields).meta({ id: 'Webhook' });

export const newWebhookSchema = z
  .object({ ...webhookFields, secret: z.string().meta({ description: 'Signs what is sent; shown this once' }) })
  .meta({ id: 'NewWebhook' });

export const listWebhookDeliveriesQuery = pageQuery.extend({
  webhook: recordId.optional(),
  state: z.enum(deliveryStates).optional(),
});

export const webhookDeliverySchema = z
  .object({
    id: recordId.meta({ description: '`webhook-id` of the message: the same in each attempt and replay' }),
    webhookId: recordId,
    event: z.string(),
    record: z.object({ resource: z.string(), id: z.string(), divisionCode: divisionCode.optional() }).optional(),
    happenedAt: instant,
    state: z.enum(deliveryStates),
    attempts: z.array(
      attemptSchema.extend({
        status: z.int().optional().meta({ description: "HTTP status of the system's answer; absent: it gave none" }),
      }),
    ),
    nextAttemptAt: instant.optional(),
    createdAt: instant,
  })
  .meta({ id: 'WebhookDelivery' });

export const replayedSchema = z.object({ replayed: z.int() }).meta({ id: 'WebhookReplay' });

export const webhookEventSchema = z
  .object({ type: event, title: z.object({ zh: z.string(), en: z.string() }), resource: z.string() })
  .meta({ id: 'WebhookEvent' });
