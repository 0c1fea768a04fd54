import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, name, recordId, verbs } from '../../http/fields.ts';
import { attemptSchema } from '../../outbound/attempts.ts';
import { webhookSecret } from '../../outbound/standard-webhook.ts';
import { levels } from '../schema.ts';
import { channelKinds, deliveryKinds } from './kinds.ts';
import { channelStates, deliveryStates } from './lifecycle.ts';
import { deliveryEvents } from './rules/message.ts';

export const createChannelBody = z
  .strictObject({
    name,
    kind: z.enum(channelKinds),
    /** Absent: the caller's own division. */
    divisionCode: divisionCode.optional(),
    leastLevel: z.enum(levels).default('blue'),
    language: z.enum(['zh', 'en']).default('zh'),
    address: z.string().trim().min(1, 'must not be empty').max(1000).meta({
      description: 'A mail address (email), or the https:// address of the robot or system. Not shown again',
    }),
    secret: z.string().min(1, 'must not be empty').max(200).optional().meta({
      description:
        'dingtalk, feishu: the secret that signs; webhook: whsec_ and 24 to 64 bytes in base64. Not shown again',
    }),
  })
  .superRefine(({ kind, address, secret }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'email' && !z.email().safeParse(address).success) fault('address', 'must be a mail address');
    if (kind === 'webhook' && !webhookSecret.test(secret ?? ''))
      fault('secret', 'must be whsec_ and 24 to 64 bytes in base64, as of "openssl rand -base64 32"');
    if ((kind === 'email' || kind === 'wecom') && secret !== undefined) fault('secret', `is not used by ${kind}`);
  });

export const channelSchema = z
  .object({
    id: recordId,
    name: z.string(),
    kind: z.enum(channelKinds),
    divisionCode,
    divisionName: z.string(),
    leastLevel: z.enum(levels),
    language: z.enum(['zh', 'en']),
    reaches: z.string().meta({ description: 'The host, or the mail address with its name masked' }),
    signed: z.boolean(),
    state: z.enum(channelStates),
    createdBy: z.string(),
    createdAt: instant,
    ...verbs,
  })
  .meta({ id: 'WarningChannel' });

export const deliverySchema = z
  .object({
    id: recordId,
    channelId: recordId.optional(),
    channelName: z.string().optional(),
    channelKind: z.enum(deliveryKinds).meta({
      description: 'How it goes: through a channel, by the broker (mqtt), or over the live streams of people (stream)',
    }),
    event: z.enum(deliveryEvents),
    warningId: recordId.optional(),
    divisionCode,
    state: z.enum(deliveryStates),
    inDigestOf: z.number().int().optional(),
    attempts: z.array(attemptSchema),
    nextAttemptAt: instant.optional(),
    published: z
      .array(z.object({ topic: z.string(), subscribers: z.number().int() }))
      .optional()
      .meta({ description: 'Of mqtt: where the broker took it, and the connected subscribers it was passed on to' }),
    handedTo: z
      .array(z.object({ username: z.string(), at: instant }))
      .optional()
      .meta({ description: 'Of stream: who was handed it, and when for the first time' }),
    createdAt: instant,
    ...verbs,
  })
  .meta({ id: 'WarningDelivery' });

export const reasonBody = z.strictObject({ reason: name });

export const listDeliveriesQuery = pageQuery.extend({
  warning: recordId.optional(),
  channel: recordId.optional(),
  state: z.enum(deliveryStates).optional(),
});
