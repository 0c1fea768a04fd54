import { standardWebhook, webhookOutcome } from '../../../outbound/standard-webhook.ts';
import type { Told } from '../rules/message.ts';
import type { Form } from './form.ts';

/** A system's own address. */
export const webhook: Form = {
  request: ({ id, at, told, to }) =>
    standardWebhook({
      ...{ id, at, ...to },
      payload: { type: 'warnings', timestamp: at.toISOString(), data: { warnings: told.map(toldView) } },
    }),
  outcome: webhookOutcome,
};

function toldView({ deliveryId, openedAt, ...told }: Told) {
  return { ...told, delivery: deliveryId, openedAt: openedAt.toISOString() };
}
