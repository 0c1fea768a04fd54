import type { QueryFilter } from 'mongoose';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { createDueRounds } from '../../jobs/due-rounds.ts';
import { AddressRefused, type Outbound } from '../../outbound/outbound.ts';
import { createAnnounce } from './announce.ts';
import { createDispatch, type DispatchDependencies } from './dispatch.ts';
import { createHandovers } from './handovers.ts';
import { type ChannelVerb, channelSteps, deliverySteps } from './lifecycle.ts';
import { type ChannelRecord, type DeliveryRecord, deliveryModels } from './model.ts';
import { createPublications } from './publications.ts';
import { createRecordAttempt } from './record-attempt.ts';
import type { createChannelBody, listDeliveriesQuery } from './schema.ts';
import { type ChannelView, channelView, type DeliveryView, deliveryView } from './view.ts';

export interface DeliveriesDependencies extends DispatchDependencies {
  outbound: Pick<Outbound, 'post' | 'requireSendable'>;
  isDivision(code: string): boolean;
  /** From 0 up to 1. */
  chance(): number;
}

/** Who is told of warnings beyond the console: channels, and what went through each of them. */
export function createDeliveriesService(context: Context, deps: DeliveriesDependencies) {
  const models = deliveryModels(context.connection);
  const { Channel, Delivery } = models;
  const record = createRecordAttempt(models, deps.chance);
  const publications = createPublications(context, models, record);
  const handovers = createHandovers(context, models);
  const dispatch = createDispatch(context, models, { ...deps, record, publications });
  const rounds = createDueRounds(context, {
    name: 'warning-deliveries',
    failing: 'warnings not sent, will retry',
    doDue: dispatch.sendDue,
  });
  const unsubscribe = context.bus.on('warning.changed', rounds.soon);

  const view = (channel: ChannelRecord, caller: Caller): ChannelView =>
    channelView(channel, caller, deps.divisionName(channel.divisionCode));

  const requireChannel = async (caller: Caller, id: string): Promise<ChannelRecord> => {
    const found = await Channel.findById(id, null, within(caller, 'warning-channels:read')).lean<ChannelRecord>();
    if (!found) throw new NotFound('There is no such channel');
    return found;
  };

  /** @throws IllegalTransition when the channel is in another state, or somebody else was faster */
  const step = (verb: ChannelVerb) => {
    const { from, to, permission, otherwise } = channelSteps[verb];
    return async (caller: Caller, id: string, reason: string): Promise<ChannelView> => {
      await requireChannel(caller, id);
      const { matchedCount } = await inTransaction(
        context,
        actorOf(caller),
        ({ session }) =>
          Channel.updateOne(
            { _id: id, state: from },
            { $set: { state: to } },
            { session, ...within(caller, permission) },
          ),
        reason,
      );
      if (matchedCount === 0) throw new IllegalTransition(otherwise);
      return view(await requireChannel(caller, id), caller);
    };
  };

  return {
    announce: createAnnounce(context, models),

    /** Notes that somebody was handed a warning over a live stream. */
    handedOver: handovers.note,

    /** Publishes warnings by this broker from now on. */
    publishBy: publications.startWith,

    /** @throws InvalidInput for an address that we do not send to, or mail where no mail server is set */
    async createChannel(caller: Caller, body: z.output<typeof createChannelBody>): Promise<ChannelView> {
      const { divisionCode = caller.divisionCode, ...fields } = body;
      if (!deps.isDivision(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      requireRight(caller, 'warning-channels:create', { divisionCode });
      const reaches = reachedBy(body, deps);
      const created = await createRecord(
        context,
        actorOf(caller),
        Channel,
        {
          ...fields,
          divisionCode,
          reaches,
          state: 'active',
          createdBy: caller.username,
          createdAt: context.clock(),
        },
        within(caller, 'warning-channels:create'),
      );
      return view(created, caller);
    },

    async listChannels(
      caller: Caller,
      query: { limit: number; cursor?: string | undefined },
    ): Promise<Page<ChannelView>> {
      const scope = within(caller, 'warning-channels:read');
      const page = await findPage(Channel, {}, { ...query, order: 'descending' }, scope);
      return { items: page.items.map((channel) => view(channel, caller)), nextCursor: page.nextCursor };
    },

    getChannel: async (caller: Caller, id: string) => view(await requireChannel(caller, id), caller),

    disable: step('disable'),
    enable: step('enable'),

    /** Sends a message that says it is a test; answers with its delivery, which tells what becomes of it. */
    async test(caller: Caller, id: string): Promise<DeliveryView> {
      const channel = await requireChannel(caller, id);
      requireRight(caller, 'warning-channels:test', channel);
      const { from, otherwise } = channelSteps.test;
      if (channel.state !== from) throw new IllegalTransition(otherwise);
      const at = context.clock();
      const created = await createRecord(
        context,
        actorOf(caller),
        Delivery,
        {
          channelId: channel._id,
          channelName: channel.name,
          channelKind: channel.kind,
          event: 'test',
          divisionCode: channel.divisionCode,
          state: 'waiting',
          attempts: [],
          nextAttemptAt: at,
          createdAt: at,
        },
        within(caller, 'warning-deliveries:read'),
      );
      rounds.soon();
      return deliveryView(created, caller);
    },

    async listDeliveries(caller: Caller, query: z.output<typeof listDeliveriesQuery>): Promise<Page<DeliveryView>> {
      const filter: QueryFilter<DeliveryRecord> = {
        ...(query.warning && { warningId: new Types.ObjectId(query.warning) }),
        ...(query.channel && { channelId: new Types.ObjectId(query.channel) }),
        ...(query.state && { state: query.state }),
      };
      const scope = within(caller, 'warning-deliveries:read');
      const page = await findPage(Delivery, filter, { ...query, order: 'descending' }, scope);
      return { items: page.items.map((delivery) => deliveryView(delivery, caller)), nextCursor: page.nextCursor };
    },

    async getDelivery(caller: Caller, id: string): Promise<DeliveryView> {
      const found = await Delivery.findById(id, null, within(caller, 'warning-deliveries:read')).lean<DeliveryRecord>();
      if (!found) throw new NotFound('There is no such delivery');
      return deliveryView(found, caller);
    },

    /** Tries anew what has failed for good, from the first step of waiting on. */
    async retry(caller: Caller, id: string): Promise<DeliveryView> {
      await this.getDelivery(caller, id);
      const { from, to, permission, otherwise } = deliverySteps.retry;
      const changed = await Delivery.findOneAndUpdate(
        { _id: id, state: from },
        { $set: { state: to, nextAttemptAt: context.clock(), attempts: [] } },
        { returnDocument: 'after', ...within(caller, permission) },
      ).lean<DeliveryRecord>();
      if (!changed) throw new IllegalTransition(otherwise);
      rounds.soon();
      return deliveryView(changed, caller);
    },

    sendDue: dispatch.sendDue,
    start: rounds.start,

    async stop(): Promise<void> {
      unsubscribe();
      await rounds.stop();
      await publications.stop();
      await handovers.settled();
    },
  };
}

export type DeliveriesService = ReturnType<typeof createDeliveriesService>;

/** What of the address may be shown. */
function reachedBy(
  { kind, address }: Pick<ChannelRecord, 'kind' | 'address'>,
  { mail, outbound }: Pick<DeliveriesDependencies, 'mail' | 'outbound'>,
): string {
  if (kind === 'email') {
    if (!mail) throw InvalidInput.field('/kind', 'needs a mail server: SMTP_URL and SMTP_FROM are not set');
    return `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`;
  }
  try {
    outbound.requireSendable(address);
  } catch (error) {
    if (error instanceof AddressRefused) throw InvalidInput.field('/address', error.message);
    throw error;
  }
  return new URL(address).host;
}
