import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { type ChangeEntry, changeEntries } from '../../database/change-log/entry.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { isWithin } from '../../divisions/rules.ts';
import { eventRows } from './events.ts';
import type { WebhookModels, WebhookRecord } from './model.ts';
import { eventTypesOf } from './rules/domain-event.ts';

const entriesAtOnce = 500;
const whatHappened = unscoped('which records changed how; a webhook is told of those in its division');
const resources = [...new Set(eventRows.map(({ resource }) => resource))];

/**
 * Turns the log of changes into deliveries: each entry once, in its order, however often the process ends meanwhile, because
 * the place in the log moves on in the transaction that writes them (ADR 82).
 */
export function createFollower(context: Context, { Webhook, Delivery, Place }: WebhookModels) {
  const Entry = changeEntries(context.connection);

  const wantedBy = (webhooks: readonly WebhookRecord[], entry: ChangeEntry) =>
    eventTypesOf(entry, eventRows).flatMap((event) =>
      webhooks
        .filter(({ events, createdAt }) => events.includes(event) && createdAt <= entry.at)
        .filter(({ divisionCode }) => isWithin(entry.divisionCode ?? '', divisionCode))
        .map((webhook) => ({ event, webhook })),
    );

  /** Answers with how many entries were read. */
  const readSome = () =>
    inTransaction(context, system('webhooks'), async ({ session }): Promise<number> => {
      const place = await Place.findById('webhooks').session(session).lean();
      if (!place) return 0;
      const entries = await Entry.find({ sequence: { $gte: place.next } }, null, whatHappened)
        .sort({ sequence: 1 })
        .limit(entriesAtOnce)
        .session(session)
        .lean<ChangeEntry[]>();
      const last = entries.at(-1);
      if (last?.sequence === undefined) return 0;
      const webhooks = await Webhook.find({ state: 'active' }, null, whatHappened)
        .session(session)
        .lean<WebhookRecord[]>();
      const at = context.clock();
      const deliveries = entries
        .filter(({ resource, action }) => resources.includes(resource) && (action === 'create' || action === 'update'))
        .flatMap((entry) =>
          wantedBy(webhooks, entry).map(({ event, webhook }) => ({
            webhookId: webhook._id,
            divisionCode: webhook.divisionCode,
            event,
            record: {
              resource: entry.resource,
              id: entry.recordId,
              ...(entry.divisionCode !== undefined && { divisionCode: entry.divisionCode }),
            },
            happenedAt: entry.at,
            state: 'waiting' as const,
            attempts: [],
            nextAttemptAt: at,
            createdAt: at,
          })),
        );
      await Place.updateOne({ _id: 'webhooks' }, { $set: { next: last.sequence + 1 } }, { session });
      if (deliveries.length > 0) await Delivery.create(deliveries, { session, ordered: true, ...whatHappened });
      return entries.length;
    });

  return {
    /** From now on the log is read; what it says already is not told. */
    async begin(): Promise<void> {
      const newest = await Entry.findOne({ sequence: { $exists: true } }, null, whatHappened)
        .sort({ sequence: -1 })
        .lean<ChangeEntry>();
      const next = (newest?.sequence ?? -1) + 1;
      await Place.updateOne({ _id: 'webhooks' }, { $setOnInsert: { next } }, { upsert: true });
    },

    async catchUp(goesOn: () => boolean): Promise<void> {
      while (goesOn() && (await readSome()) === entriesAtOnce);
    },
  };
}
