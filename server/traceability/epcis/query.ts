import type { Context } from '../../context.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { type EventRecord, traceabilityModels } from '../model.ts';
import { type Condition, conditionOf, ParameterFault } from '../rules/epcis/conditions.ts';
import { extensionName } from '../rules/epcis/extension-facets.ts';
import { fieldKey, fullName, type Prefixes } from '../rules/epcis/names.ts';
import type { OwnBatchOf } from '../rules/gs1/identifier.ts';
import { QueryTooComplex, QueryTooLarge } from './exceptions.ts';
import { afterFilter, filterOf, type Order } from './filter.ts';
import { pageTokenLifeMs, queryDigest, readPageToken, writePageToken } from './page-token.ts';

/** Parameters as they are written in an address: lists are delimited by `|`. */
export type QueryParameters = Readonly<Record<string, string>>;

export interface EventQuery {
  parameters: QueryParameters;
  prefixes: Prefixes;
  perPage: number;
  nextPageToken?: string | undefined;
}

export interface EventPage {
  events: EventRecord[];
  next?: { token: string; expires: Date };
}

/** The parameters that say how to answer, not what to find. */
const controls = ['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount'] as const;

interface Understood {
  conditions: Condition[];
  order: Order;
  /** The extension field to sort by, as its facet. */
  byExtension?: string;
  eventCountLimit?: number;
  maxEventCount?: number;
}

/** Events sorted by a field without an index of its own are read into memory. */
const mostSortedInMemory = 20_000;

export type MasterDataLookup = (caller: Caller, attributes: readonly string[], values?: string[]) => Promise<string[]>;

export function createEpcisQuery(context: Context, deps: { ownBatchOf: OwnBatchOf; withAttribute: MasterDataLookup }) {
  const { TraceEvent } = traceabilityModels(context.connection);

  const asFilter = async (caller: Caller, condition: Condition): Promise<Record<string, unknown>> => {
    if (condition.kind !== 'master-data') return filterOf(condition);
    const ids = await deps.withAttribute(caller, condition.attributes, condition.values);
    return filterOf({ kind: 'has', anyOf: ids.map((id) => `${condition.field}=${id}`), like: [] });
  };

  const filtersOf = (caller: Caller, conditions: Condition[]) =>
    Promise.all(conditions.map((condition) => asFilter(caller, condition)));

  const read = (filters: Record<string, unknown>[], caller: Caller) =>
    TraceEvent.find(filters.length > 0 ? { $and: filters } : {}, null, within(caller, 'events:read'));

  const refuseMoreThan = async (most: number | undefined, filters: Record<string, unknown>[], caller: Caller) => {
    if (most === undefined) return;
    const found = await TraceEvent.countDocuments(filters.length > 0 ? { $and: filters } : {}).setOptions(
      within(caller, 'events:read'),
    );
    if (found > most) throw new QueryTooLarge(`The query finds more than ${most} events`);
  };

  const sortedByExtension = async (
    facet: string,
    direction: 1 | -1,
    filters: Record<string, unknown>[],
    caller: Caller,
  ): Promise<EventRecord[]> => {
    const found = await read(filters, caller)
      .limit(mostSortedInMemory + 1)
      .lean<EventRecord[]>();
    if (found.length > mostSortedInMemory)
      throw new QueryTooComplex(`Only up to ${mostSortedInMemory} events are sorted by a field of an extension`);
    const sortValue = ({ epcis: { facets } }: EventRecord) =>
      facets.measures.find(({ name }) => name === facet)?.value ??
      facets.tokens.find((token) => token.startsWith(`${facet}=`));
    return found
      .map((event) => ({ event, value: sortValue(event) }))
      .sort((a, b) => direction * compared(a.value, b.value) || (a.event._id < b.event._id ? -1 : 1))
      .map(({ event }) => event);
  };

  return {
    /** @throws InvalidInput for a parameter that means nothing here */
    understand: (query: Pick<EventQuery, 'parameters' | 'prefixes'>) => understood(query, deps.ownBatchOf),

    /**
     * One page of the events that fulfil all parameters, within the caller's reach.
     * @throws InvalidInput, QueryTooLarge, QueryTooComplex
     */
    async page(caller: Caller, query: EventQuery): Promise<EventPage> {
      const { conditions, order, byExtension, eventCountLimit, maxEventCount } = understood(query, deps.ownBatchOf);
      const filters = await filtersOf(caller, conditions);
      const digest = queryDigest({ ...query.parameters, caller: caller.userId });
      const now = context.clock();
      const token = query.nextPageToken === undefined ? null : readPageToken(query.nextPageToken, digest, now);
      const given = token?.given ?? 0;
      if (!token) await refuseMoreThan(maxEventCount, filters, caller);
      const size = Math.min(query.perPage, (eventCountLimit ?? Number.POSITIVE_INFINITY) - given);
      const found = byExtension
        ? (await sortedByExtension(byExtension, order.direction, filters, caller)).slice(given, given + size + 1)
        : await read(
            token ? [...filters, afterFilter(order, { at: new Date(token.at), id: token.id })] : filters,
            caller,
          )
            .sort({ [order.field]: order.direction, _id: order.direction })
            .limit(size + 1)
            .lean<EventRecord[]>();
      const events = found.slice(0, size);
      const last = events.at(-1);
      const isLast = found.length <= size || given + events.length >= (eventCountLimit ?? Number.POSITIVE_INFINITY);
      if (isLast || !last) return { events };
      const expires = new Date(now.getTime() + pageTokenLifeMs);
      return {
        events,
        next: {
          expires,
          token: writePageToken({
            query: digest,
            at: last[order.field].getTime(),
            id: last._id.toHexString(),
            given: given + events.length,
            expires: expires.getTime(),
          }),
        },
      };
    },

    /** The event and the declarations that it was wrong, oldest first. @throws NotFound */
    async byId(caller: Caller, eventId: string): Promise<EventRecord[]> {
      const found = await TraceEvent.find(
        { 'epcis.facets.tokens': `eventID=${eventId}` },
        null,
        within(caller, 'events:read'),
      )
        .sort({ recordedAt: 1, _id: 1 })
        .lean<EventRecord[]>();
      if (found.length === 0) throw new NotFound('There is no such event');
      return found;
    },

    /** All values of these facets that events within the caller's reach have, in order. */
    async valuesOf(caller: Caller, facets: readonly string[]): Promise<string[]> {
      const pattern = `^(${facets.join('|')})=`;
      const tokens = (await TraceEvent.distinct('epcis.facets.tokens', {
        'epcis.facets.tokens': { $regex: pattern },
      }).setOptions(within(caller, 'events:read'))) as string[];
      const own = new RegExp(pattern);
      return [...new Set(tokens.filter((token) => own.test(token)).map((token) => token.replace(own, '')))].sort();
    },

    /** Everything recorded from a time on, oldest first; for subscriptions, with the rights of whoever subscribed. */
    async recordedSince(caller: Caller, query: Pick<EventQuery, 'parameters' | 'prefixes'>, since: Date, most: number) {
      const { conditions } = understood(query, deps.ownBatchOf);
      const filters = [...(await filtersOf(caller, conditions)), { recordedAt: { $gte: since } }];
      return read(filters, caller).sort({ recordedAt: 1, _id: 1 }).limit(most).lean<EventRecord[]>();
    },
  };
}

function understood(
  { parameters, prefixes }: Pick<EventQuery, 'parameters' | 'prefixes'>,
  ownBatchOf: OwnBatchOf,
): Understood {
  const conditions: Condition[] = [];
  const faults: ParameterFault[] = [];
  for (const [parameter, text] of Object.entries(parameters)) {
    if ((controls as readonly string[]).includes(parameter)) continue;
    const condition = conditionOf(parameter, text.split('|'), { prefixes, ownBatchOf });
    if (condition instanceof ParameterFault) faults.push(condition);
    else conditions.push(condition);
  }
  if (faults.length > 0)
    throw new InvalidInput(
      faults.map(({ parameter, message }) => `${parameter} ${message}`).join('; '),
      faults.map(({ parameter, message }) => ({ pointer: `/query/${parameter}`, message })),
    );
  return { conditions, ...orderOf(parameters, prefixes), ...limitsOf(parameters) };
}

function orderOf(
  { orderBy, orderDirection }: QueryParameters,
  prefixes: Prefixes,
): Pick<Understood, 'order' | 'byExtension'> {
  if (orderDirection !== undefined && !['ASC', 'DESC'].includes(orderDirection))
    throw InvalidInput.field('/query/orderDirection', 'must be ASC or DESC');
  const direction = orderDirection === 'ASC' ? 1 : -1;
  if (orderBy === undefined || orderBy === 'recordTime') return { order: { field: 'recordedAt', direction } };
  if (orderBy === 'eventTime') return { order: { field: 'at', direction } };
  const name = fullName(orderBy, prefixes);
  if (!name) throw InvalidInput.field('/query/orderBy', 'must be eventTime, recordTime or the field of an extension');
  return { order: { field: 'recordedAt', direction }, byExtension: extensionName('', false, fieldKey(name)) };
}

function limitsOf(parameters: QueryParameters): Pick<Understood, 'eventCountLimit' | 'maxEventCount'> {
  const { eventCountLimit, maxEventCount, orderBy } = parameters;
  if (eventCountLimit !== undefined && maxEventCount !== undefined)
    throw InvalidInput.field('/query/maxEventCount', 'does not go with eventCountLimit');
  if (eventCountLimit !== undefined && orderBy === undefined)
    throw InvalidInput.field('/query/eventCountLimit', 'needs orderBy');
  return {
    ...(eventCountLimit !== undefined && { eventCountLimit: countOf('eventCountLimit', eventCountLimit) }),
    ...(maxEventCount !== undefined && { maxEventCount: countOf('maxEventCount', maxEventCount) }),
  };
}

function countOf(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw InvalidInput.field(`/query/${name}`, 'must be a number greater than 0');
  return Number(text);
}

function compared(a: number | string | undefined, b: number | string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

export type EpcisQuery = ReturnType<typeof createEpcisQuery>;
