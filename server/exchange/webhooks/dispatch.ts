import type { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import type { Outcome } from '../../outbound/outcome.ts';
import { type RetryPolicy, retryAt } from '../../outbound/retry.ts';
import { standardWebhook, webhookOutcome } from '../../outbound/standard-webhook.ts';
import { inTheClear } from '../../privacy/index.ts';
import data from '../data/webhook-retry.json' with { type: 'json' };
import type { DeliveryRecord, WebhookModels, WebhookRecord } from './model.ts';

export interface WebhookDependencies {
  outbound: Pick<Outbound, 'post' | 'requireSendable'>;
  /** Where the interface shows a record; `null` where it does not. */
  addressOf(resource: string, id: string): Promise<string | null>;
  /** From 0 up to 1. */
  chance(): number;
}

/** To one system, before the log is read again. */
const mostAtOnce = 100;
const retryPolicy: RetryPolicy = data;
const byThePlatform = unscoped('the platform itself tells what it was asked to tell');

/** Sends what waits, each system by itself and in order: at least once, and what fails again later. */
export function createWebhookDispatch(context: Context, models: WebhookModels, deps: WebhookDependencies) {
  const { Webhook, Delivery } = models;

  const payloadOf = async ({ event, record, happenedAt }: DeliveryRecord) => ({
    type: event,
    timestamp: happenedAt.toISOString(),
    data: record ? { ...record, address: await deps.addressOf(record.resource, record.id) } : {},
  });

  const attempt = async (webhook: WebhookRecord, delivery: DeliveryRecord): Promise<Outcome> => {
    const { address, secret } = inTheClear(Webhook, webhook);
    const payload = await payloadOf(delivery);
    const message = standardWebhook({
      ...{ id: delivery._id.toHexString(), at: context.clock(), address, secret, payload },
    });
    try {
      return webhookOutcome(await deps.outbound.post(message));
    } catch (error) {
      return { sent: false, reason: (error as Error).message.slice(0, 300), again: true };
    }
  };

  const record = async ({ _id, attempts }: DeliveryRecord, outcome: Outcome): Promise<void> => {
    const at = context.clock();
    const next =
      !outcome.sent && outcome.again
        ? retryAt(attempts.length + 1, at, retryPolicy, deps.chance(), outcome.waitSeconds)
        : null;
    await Delivery.updateOne(
      { _id, state: 'waiting' },
      {
        $push: { attempts: attemptOf(at, outcome) },
        $set: { state: outcome.sent ? 'sent' : next ? 'waiting' : 'failed', ...(next && { nextAttemptAt: next }) },
      },
    ).setOptions(byThePlatform);
  };

  /** One after the other: what cannot arrive now holds up what comes after it. */
  const serve = async (webhookId: Types.ObjectId, goesOn: () => boolean): Promise<Date | null> => {
    const webhook = await Webhook.findById(webhookId, null, byThePlatform).lean<WebhookRecord>();
    for (let told = 0; told < mostAtOnce; told += 1) {
      const delivery = await Delivery.findOne({ webhookId, state: 'waiting' }, null, byThePlatform)
        .sort({ _id: 1 })
        .lean<DeliveryRecord>();
      if (!delivery) return null;
      if (!goesOn() || delivery.nextAttemptAt > context.clock()) return delivery.nextAttemptAt;
      const outcome: Outcome =
        webhook?.state === 'active'
          ? await attempt(webhook, delivery)
          : { sent: false, reason: 'the webhook is disabled', again: false };
      // Cut off by the end of the process: whether it arrived is unknown, so it is sent again.
      if (outcome.sent || goesOn()) await record(delivery, outcome);
    }
    return context.clock();
  };

  /** @returns when the next one is due; `null` when none waits */
  return async (goesOn: () => boolean): Promise<Date | null> => {
    const waiting = await Delivery.distinct('webhookId', { state: 'waiting' }, byThePlatform);
    const next = await Promise.all(waiting.map((id) => serve(id, goesOn)));
    const times = next.flatMap((at) => at?.getTime() ?? []);
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  };
}

function attemptOf(at: Date, outcome: Outcome): DeliveryRecord['attempts'][number] {
  const { sent, status } = outcome;
  return { at, sent, ...(status !== undefined && { status }), ...(!outcome.sent && { reason: outcome.reason }) };
}
