import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import { within } from '../../identity/rights/within.ts';
import { senderOf } from '../../identity/sender.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import { inTheClear } from '../../privacy/index.ts';
import { prefixesOf } from '../rules/epcis/names.ts';
import { nextMoment, numbersOf, type Schedule, scheduleFields } from '../rules/epcis/schedule.ts';
import { SubscriptionControls } from './exceptions.ts';
import { epcisModels, type NamedQueryRecord, type SubscriptionRecord } from './model.ts';
import type { EpcisQuery, QueryParameters } from './query.ts';
import type { subscriptionBody } from './schema.ts';

const inUse = { deletedAt: { $exists: false } };

export interface StoredQuery {
  record: NamedQueryRecord;
  parameters: QueryParameters;
  prefixes: Record<string, string>;
}

/** Questions under a name, and subscriptions to their answers. */
export function createNamedQueries(context: Context, deps: { query: EpcisQuery; outbound: Outbound }) {
  const { NamedQuery, Subscription } = epcisModels(context.connection);

  const requireQuery = async (caller: Caller, name: string, permission: Permission): Promise<NamedQueryRecord> => {
    const found = await NamedQuery.findOne(
      { key: name, ...inUse },
      null,
      within(caller, permission),
    ).lean<NamedQueryRecord>();
    if (!found) throw new NotFound(`There is no query ${name}`);
    return found;
  };

  const requireSubscription = async (caller: Caller, name: string, id: string, permission: Permission) => {
    const query = await requireQuery(caller, name, permission);
    const wanted = Types.ObjectId.isValid(id) ? { _id: id, queryId: query._id, ...inUse } : null;
    const found =
      wanted && (await Subscription.findOne(wanted, null, within(caller, permission)).lean<SubscriptionRecord>());
    if (!found) throw new NotFound('There is no such subscription');
    return found;
  };

  return {
    stored: async (caller: Caller, name: string): Promise<StoredQuery> =>
      storedQuery(await requireQuery(caller, name, 'event-queries:read')),

    async list(caller: Caller, page: { limit: number; cursor?: string | undefined }) {
      const scoped = within(caller, 'event-queries:read');
      const found = await findPage(NamedQuery, inUse, { ...page, order: 'ascending' }, scoped);
      return { items: (found.items as NamedQueryRecord[]).map(storedQuery), nextCursor: found.nextCursor };
    },

    /** @throws Conflict when the name is in use @throws InvalidInput for a query that means nothing */
    async create(caller: Caller, name: string, given: Record<string, unknown>): Promise<void> {
      const { '@context': declared, ...asked } = given;
      const prefixes = prefixesOf(declared);
      const parameters = asParameters(asked);
      deps.query.understand({ parameters, prefixes });
      const record: NamedQueryRecord = {
        _id: new Types.ObjectId(),
        key: name,
        name,
        parameters: JSON.stringify(parameters),
        prefixes: JSON.stringify(prefixes),
        createdAt: context.clock(),
        ...ownedBy(caller),
      };
      try {
        await createRecord(context, actorOf(caller), NamedQuery, record, within(caller, 'event-queries:create'));
      } catch (error) {
        if (isDuplicateKey(error))
          throw new Conflict(`The name ${name} is in use`, [{ pointer: '/name', message: 'is in use' }]);
        throw error;
      }
    },

    /** Ends the query and everything that was delivered because of it. */
    async remove(caller: Caller, name: string): Promise<void> {
      const query = await requireQuery(caller, name, 'event-queries:delete');
      const at = context.clock();
      const scoped = within(caller, 'event-queries:delete');
      await inTransaction(context, actorOf(caller), async ({ session }) => {
        const key = `${query._id.toHexString()} ${name}`;
        await NamedQuery.updateOne({ _id: query._id }, { $set: { deletedAt: at, key } }, { session, ...scoped });
        await Subscription.updateMany(
          { queryId: query._id, ...inUse },
          { $set: { deletedAt: at } },
          { session, ...unscoped('a query ends with all its subscriptions') },
        );
      });
    },

    /** @throws SubscriptionControls when it does not say when to deliver @throws InvalidInput for an address that is refused */
    async subscribe(
      caller: Caller,
      name: string,
      body: z.output<typeof subscriptionBody>,
    ): Promise<SubscriptionRecord> {
      const query = await requireQuery(caller, name, 'event-queries:read');
      const now = context.clock();
      const due = firstDue(body, now);
      try {
        deps.outbound.requireSendable(body.dest);
      } catch (error) {
        throw InvalidInput.field('/dest', error instanceof Error ? error.message : 'is refused');
      }
      const record: SubscriptionRecord = {
        _id: new Types.ObjectId(),
        queryId: query._id,
        queryName: name,
        dest: body.dest,
        ...(body.signatureToken !== undefined && { signatureToken: body.signatureToken }),
        stream: body.stream === true,
        ...(body.schedule && { schedule: JSON.stringify(body.schedule) }),
        reportIfEmpty: body.reportIfEmpty,
        sender: senderOf(caller),
        minRecordTime: body.initialRecordTime === undefined ? now : new Date(body.initialRecordTime),
        recent: [],
        due,
        failures: 0,
        createdAt: now,
        ...ownedBy(caller),
      };
      await createRecord(context, actorOf(caller), Subscription, record, within(caller, 'event-queries:create'));
      return record;
    },

    async subscriptions(caller: Caller, name: string): Promise<SubscriptionRecord[]> {
      const query = await requireQuery(caller, name, 'event-queries:read');
      const wanted = { queryId: query._id, ...inUse };
      const scoped = within(caller, 'event-queries:read');
      const found = await Subscription.find(wanted, null, scoped).lean<SubscriptionRecord[]>();
      return found.map((subscription) => inTheClear(Subscription, subscription));
    },

    subscription: async (caller: Caller, name: string, id: string): Promise<SubscriptionRecord> =>
      inTheClear(Subscription, await requireSubscription(caller, name, id, 'event-queries:read')),

    async unsubscribe(caller: Caller, name: string, id: string): Promise<void> {
      const found = await requireSubscription(caller, name, id, 'event-queries:delete');
      await inTransaction(context, actorOf(caller), ({ session }) =>
        Subscription.updateOne(
          { _id: found._id },
          { $set: { deletedAt: context.clock() } },
          { session, ...within(caller, 'event-queries:delete') },
        ),
      );
    },
  };
}

export function storedQuery(record: NamedQueryRecord): StoredQuery {
  return { record, parameters: JSON.parse(record.parameters), prefixes: JSON.parse(record.prefixes) };
}

function ownedBy({ divisionCode, producerId }: Caller) {
  return { divisionCode, ...(producerId !== undefined && { producerId: new Types.ObjectId(producerId) }) };
}

/** As they would be written in an address. @throws InvalidInput */
function asParameters(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]): [string, string] => {
      const parts = [value].flat();
      if (parts.some((part) => !['string', 'number', 'boolean'].includes(typeof part)))
        throw InvalidInput.field(`/query/${name}`, 'must be a text, a number, a truth value or a list of them');
      return [name, parts.join('|')];
    }),
  );
}

function firstDue({ stream, schedule }: z.output<typeof subscriptionBody>, now: Date): Date {
  if (stream !== true && !schedule)
    throw SubscriptionControls.field('/stream', 'must be true, or there must be a schedule');
  if (stream === true && schedule) throw SubscriptionControls.field('/schedule', 'does not go with a stream');
  if (!schedule) return now;
  const given: Schedule = schedule;
  for (const field of scheduleFields) {
    const text = given[field];
    if (text !== undefined && !numbersOf(field, text))
      throw SubscriptionControls.field(`/schedule/${field}`, 'must be numbers and ranges like 1,[9-17]');
  }
  const due = nextMoment(given, now);
  if (!due || scheduleFields.every((field) => given[field] === undefined))
    throw SubscriptionControls.field('/schedule', 'fits no moment');
  return due;
}

export type NamedQueries = ReturnType<typeof createNamedQueries>;
