import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { attemptView } from '../../outbound/attempts.ts';
import { webhookTransitions } from './lifecycle.ts';
import type { DeliveryRecord, WebhookRecord } from './model.ts';
import type { webhookDeliverySchema, webhookSchema } from './schema.ts';

export type WebhookView = z.infer<typeof webhookSchema>;
export type WebhookDeliveryView = z.infer<typeof webhookDeliverySchema>;

export function webhookView(found: WebhookRecord, caller: Caller, divisionName: string): WebhookView {
  const { _id, name, divisionCode, events, reaches, state, createdBy, createdAt } = found;
  return {
    id: _id.toHexString(),
    ...{ name, divisionCode, divisionName, events, reaches, state, createdBy },
    createdAt: createdAt.toISOString(),
    ...decideVerbs(webhookTransitions, ({ permission, from, otherwise }) => {
      if (!mayDo(caller, permission, found)) return noRight;
      return state === from ? null : otherwise;
    }),
  };
}

export function webhookDeliveryView(found: DeliveryRecord): WebhookDeliveryView {
  const { _id, webhookId, event, record, happenedAt, state, attempts, nextAttemptAt, createdAt } = found;
  return {
    id: _id.toHexString(),
    webhookId: webhookId.toHexString(),
    event,
    ...(record && { record }),
    happenedAt: happenedAt.toISOString(),
    state,
    attempts: attempts.map(attemptView),
    ...(state === 'waiting' && { nextAttemptAt: nextAttemptAt.toISOString() }),
    createdAt: createdAt.toISOString(),
  };
}
