import { type Route, route } from '../../http/route.ts';
import { NotImplemented } from './exceptions.ts';
import { epcFormat, jsonTypes, negotiate } from './headers.ts';
import { epcisRoot, linkNext, texts } from './paths.ts';
import type { EpcisUseCases } from './routes.ts';
import {
  byQueryName,
  bySubscription,
  moreFilters,
  namedQueriesSchema,
  namedQuerySchema,
  pagedQuery,
  queryBody,
  queryDocumentSchema,
  subscriptionBody,
  subscriptionSchema,
  subscriptionsSchema,
} from './schema.ts';
import { queryDocument, queryView, subscriptionView } from './view.ts';

const root = `${epcisRoot}/queries`;

/** Named queries and the subscriptions below them. */
export function queryRoutes({ queries, query: events, names, now }: EpcisUseCases): Route[] {
  return [
    route({
      method: 'get',
      path: root,
      tag: 'epcis',
      summary: 'Named queries',
      access: 'event-queries:read',
      query: pagedQuery,
      answer: namedQueriesSchema,
      async handle({ caller, query, request }, response) {
        negotiate(request, response);
        const page = await queries.list(caller, { limit: query.perPage, cursor: query.nextPageToken });
        if (page.nextCursor !== null) linkNext(request, response, page.nextCursor);
        return page.items.map(queryView);
      },
    }),
    route({
      method: 'post',
      path: root,
      tag: 'epcis',
      summary: 'Keep a query under a name',
      access: 'event-queries:create',
      status: 201,
      consumes: jsonTypes,
      body: queryBody,
      async handle({ caller, body, request }, response) {
        negotiate(request, response);
        await queries.create(caller, body.name, body.query);
        response.location(`${root}/${body.name}`);
      },
    }),
    route({
      method: 'get',
      path: `${root}/{queryName}`,
      tag: 'epcis',
      summary: 'One named query',
      access: 'event-queries:read',
      params: byQueryName,
      answer: namedQuerySchema,
      async handle({ caller, params, request }, response) {
        negotiate(request, response);
        return queryView(await queries.stored(caller, params.queryName));
      },
    }),
    route({
      method: 'delete',
      path: `${root}/{queryName}`,
      tag: 'epcis',
      summary: 'End a named query and its subscriptions',
      access: 'event-queries:delete',
      status: 204,
      params: byQueryName,
      handle: ({ caller, params }) => queries.remove(caller, params.queryName),
    }),
    route({
      method: 'get',
      path: `${root}/{queryName}/events`,
      tag: 'epcis',
      summary: 'The events that a named query finds now',
      access: 'event-queries:read',
      params: byQueryName,
      query: moreFilters,
      answer: queryDocumentSchema,
      async handle({ caller, params, query, request }, response) {
        negotiate(request, response);
        const { perPage, nextPageToken, ...more } = query;
        const given = texts(more);
        if (request.get('Upgrade') !== undefined || given.stream !== undefined)
          throw new NotImplemented('Events are sent to webhooks: POST a subscription; WebSockets are not offered');
        const { parameters, prefixes } = await queries.stored(caller, params.queryName);
        const asked = { parameters: { ...given, ...parameters }, prefixes, perPage, nextPageToken };
        const page = await events.page(caller, asked);
        if (page.next) linkNext(request, response, page.next.token, page.next.expires);
        return queryDocument(page.events, {
          names,
          format: epcFormat(request),
          now: now(),
          queryName: params.queryName,
        });
      },
    }),
    route({
      method: 'get',
      path: `${root}/{queryName}/subscriptions`,
      tag: 'epcis',
      summary: 'Who is told of a named query’s new events',
      access: 'event-queries:read',
      params: byQueryName,
      answer: subscriptionsSchema,
      async handle({ caller, params, request }, response) {
        negotiate(request, response);
        return (await queries.subscriptions(caller, params.queryName)).map(subscriptionView);
      },
    }),
    route({
      method: 'post',
      path: `${root}/{queryName}/subscriptions`,
      tag: 'epcis',
      summary: 'Have new events sent to an address',
      access: 'event-queries:create',
      status: 201,
      consumes: jsonTypes,
      params: byQueryName,
      body: subscriptionBody,
      answer: subscriptionSchema,
      async handle({ caller, params, body, request }, response) {
        negotiate(request, response);
        const made = subscriptionView(await queries.subscribe(caller, params.queryName, body));
        response.location(`${root}/${params.queryName}/subscriptions/${made.subscriptionID}`);
        return made;
      },
    }),
    route({
      method: 'get',
      path: `${root}/{queryName}/subscriptions/{subscriptionID}`,
      tag: 'epcis',
      summary: 'One subscription, and how its deliveries go',
      access: 'event-queries:read',
      params: bySubscription,
      answer: subscriptionSchema,
      async handle({ caller, params, request }, response) {
        negotiate(request, response);
        return subscriptionView(await queries.subscription(caller, params.queryName, params.subscriptionID));
      },
    }),
    route({
      method: 'delete',
      path: `${root}/{queryName}/subscriptions/{subscriptionID}`,
      tag: 'epcis',
      summary: 'End a subscription',
      access: 'event-queries:delete',
      status: 204,
      params: bySubscription,
      handle: ({ caller, params }) => queries.unsubscribe(caller, params.queryName, params.subscriptionID),
    }),
  ];
}
