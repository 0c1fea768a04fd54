import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { createDueRounds } from '../../jobs/due-rounds.ts';
import { AddressRefused } from '../../outbound/outbound.ts';
import { createWebhookDispatch, type WebhookDependencies } from './dispatch.ts';
import { eventRows } from './events.ts';
import { createFollower } from './follow.ts';
import { type WebhookVerb, webhookTransition } from './lifecycle.ts';
import { type DeliveryRecord, type WebhookRecord, webhookModels } from './model.ts';
import type { createWebhookBody, listWebhookDeliveriesQuery, replayBody } from './schema.ts';
import { type WebhookDeliveryView, type WebhookView, webhookDeliveryView, webhookView } from './view.ts';

export interface WebhooksDependencies extends WebhookDependencies {
  isDivision(code: string): boolean;
  divisionName(code: string): string;
}

/** Systems that are told what happens: which record, where and when, never what it says; they read that with a right of their own. */
export function createWebhooks(context: Context, deps: WebhooksDependencies) {
  const models = webhookModels(context.connection);
  const { Webhook, Delivery } = models;
  const follower = createFollower(context, models);
  const dispatch = createWebhookDispatch(context, models, deps);
  const sendDue = async (goesOn: () => boolean): Promise<Date | null> => {
    await follower.catchUp(goesOn);
    return dispatch(goesOn);
  };
  const rounds = createDueRounds(context, {
    name: 'webhooks',
    failing: 'webhooks not served, will retry',
    doDue: sendDue,
  });
  const unsubscribe = context.bus.on('checkpoint.signed', rounds.soon);

  const view = (found: WebhookRecord, caller: Caller): WebhookView =>
    webhookView(found, caller, deps.divisionName(found.divisionCode));

  const require = async (caller: Caller, id: string): Promise<WebhookRecord> => {
    const found = await Webhook.findById(id, null, within(caller, 'webhooks:read')).lean<WebhookRecord>();
    if (!found) throw new NotFound('There is no such webhook');
    return found;
  };

  const requireStep = async (caller: Caller, id: string, verb: WebhookVerb): Promise<WebhookRecord> => {
    const found = await require(caller, id);
    const { permission, from, otherwise } = webhookTransition(verb);
    requireRight(caller, permission, found);
    if (found.state !== from) throw new IllegalTransition(otherwise);
    return found;
  };

  const turn = (verb: 'disable' | 'enable') => async (caller: Caller, id: string, reason: string) => {
    await requireStep(caller, id, verb);
    const { from, to, permission, otherwise } = webhookTransition(verb);
    const { matchedCount } = await inTransaction(
      context,
      actorOf(caller),
      ({ session }) =>
        Webhook.updateOne(
          { _id: id, state: from },
          { $set: { state: to } },
          { session, ...within(caller, permission) },
        ),
      reason,
    );
    if (matchedCount === 0) throw new IllegalTransition(otherwise);
    return view(await require(caller, id), caller);
  };

  const again = (since: Date) => ({ $set: { state: 'waiting' as const, attempts: [], nextAttemptAt: since } });

  return {
    events: async () => ({ items: eventRows.map(({ type, title, resource }) => ({ type, title, resource })) }),

    /** @throws InvalidInput for an address that we do not send to */
    async createWebhook(
      caller: Caller,
      { divisionCode = caller.divisionCode, ...body }: z.output<typeof createWebhookBody>,
    ) {
      if (!deps.isDivision(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      requireRight(caller, 'webhooks:create', { divisionCode });
      const reaches = reachedBy(body.address, deps);
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      await follower.begin();
      const created = await createRecord(
        context,
        actorOf(caller),
        Webhook,
        {
          ...{ ...body, divisionCode, secret, reaches, state: 'active' as const },
          createdBy: caller.username,
          createdAt: context.clock(),
        },
        within(caller, 'webhooks:create'),
      );
      return { ...view(created, caller), secret };
    },

    async listWebhooks(caller: Caller, query: { limit: number; cursor?: string | undefined }) {
      const page = await findPage(Webhook, {}, { ...query, order: 'descending' }, within(caller, 'webhooks:read'));
      return { items: page.items.map((found) => view(found, caller)), nextCursor: page.nextCursor };
    },

    getWebhook: async (caller: Caller, id: string) => view(await require(caller, id), caller),

    disable: turn('disable'),
    enable: turn('enable'),

    /** Sends an event `test`; its delivery tells what becomes of it. */
    async test(caller: Caller, id: string): Promise<WebhookDeliveryView> {
      const { _id, divisionCode } = await requireStep(caller, id, 'test');
      const at = context.clock();
      const times = { happenedAt: at, nextAttemptAt: at, createdAt: at };
      const fields = { webhookId: _id, divisionCode, event: 'test', state: 'waiting' as const, attempts: [], ...times };
      const created = await createRecord(context, actorOf(caller), Delivery, fields, within(caller, 'webhooks:read'));
      rounds.soon();
      return webhookDeliveryView(created);
    },

    /** Sends again, under the same ids, what was told or could not be told of what happened since then. */
    async replay(caller: Caller, id: string, { since, reason }: z.output<typeof replayBody>) {
      const found = await requireStep(caller, id, 'replay');
      const replayed = await inTransaction(
        context,
        actorOf(caller),
        async ({ session }) => {
          const over = {
            webhookId: found._id,
            state: { $in: ['sent', 'failed'] as const },
            happenedAt: { $gte: new Date(since) },
          };
          const { modifiedCount } = await Delivery.updateMany(over as object, again(context.clock()), {
            session,
            ...within(caller, 'webhooks:read'),
          });
          return modifiedCount;
        },
        reason,
      );
      rounds.soon();
      return { replayed };
    },

    async listDeliveries(caller: Caller, query: z.output<typeof listWebhookDeliveriesQuery>) {
      const filter = {
        ...(query.webhook && { webhookId: new Types.ObjectId(query.webhook) }),
        ...(query.state && { state: query.state }),
      };
      const page = await findPage(Delivery, filter, { ...query, order: 'descending' }, within(caller, 'webhooks:read'));
      return {
        items: page.items.map((found) => webhookDeliveryView(found as DeliveryRecord)),
        nextCursor: page.nextCursor,
      };
    },

    sendDue,
    start: rounds.start,

    async stop(): Promise<void> {
      unsubscribe();
      await rounds.stop();
    },
  };
}

export type Webhooks = ReturnType<typeof createWebhooks>;

function reachedBy(address: string, { outbound }: Pick<WebhooksDependencies, 'outbound'>): string {
  try {
    outbound.requireSendable(address);
  } catch (error) {
    if (error instanceof AddressRefused) throw InvalidInput.field('/address', error.message);
    throw error;
  }
  return new URL(address).host;
}
