import type { Request, Response, Router } from 'express';
import { type Route, route } from '../../http/route.ts';
import type { Caller } from '../../identity/caller.ts';
import { prefixesOfHeader } from '../rules/epcis/names.ts';
import type { OwnNames } from '../rules/epcis/own-event.ts';
import type { EpcisCapture } from './capture.ts';
import { MethodNotAllowed, NotImplemented } from './exceptions.ts';
import { describe, epcFormat, errorBehaviour, jsonTypes, negotiate } from './headers.ts';
import type { NamedQueries } from './named-queries.ts';
import { collection, epcisRoot, linkNext, texts } from './paths.ts';
import type { EpcisQuery } from './query.ts';
import { queryRoutes } from './query-routes.ts';
import { type Discovery, discovery, type EpcisResources, topLevelResources } from './resources.ts';
import {
  byCaptureId,
  byEventId,
  byValue,
  captureBody,
  captureJobSchema,
  captureJobsSchema,
  collectionSchema,
  eventBody,
  eventsQuery,
  moreFilters,
  pagedQuery,
  queryDocumentSchema,
} from './schema.ts';
import { jobView, queryDocument } from './view.ts';

export interface EpcisUseCases {
  capture: EpcisCapture;
  query: EpcisQuery;
  resources: EpcisResources;
  queries: NamedQueries;
  names: OwnNames;
  now(): Date;
}

type Filters = { perPage: number; nextPageToken?: string | undefined } & Record<string, unknown>;

export function epcisRoutes(epcis: EpcisUseCases): Route[] {
  const answerEvents = async (caller: Caller, query: Filters, request: Request, response: Response) => {
    const { perPage, nextPageToken, ...parameters } = query;
    const page = await epcis.query.page(caller, {
      parameters: texts(parameters),
      prefixes: prefixesOfHeader(request.get('GS1-Extensions')),
      perPage,
      nextPageToken,
    });
    if (page.next) linkNext(request, response, page.next.token, page.next.expires);
    return queryDocument(page.events, { names: epcis.names, format: epcFormat(request), now: epcis.now() });
  };

  return [
    route({
      method: 'get',
      path: epcisRoot,
      tag: 'epcis',
      summary: 'The resources of the EPCIS interface',
      access: 'events:read',
      answer: collectionSchema,
      async handle({ request }, response) {
        negotiate(request, response);
        return collection(topLevelResources);
      },
    }),
    route({
      method: 'post',
      path: `${epcisRoot}/capture`,
      tag: 'epcis',
      summary: 'Capture a document of EPCIS events; the job tells when they are stored',
      access: 'captures:create',
      status: 202,
      consumes: jsonTypes,
      body: captureBody,
      async handle({ caller, body, request }, response) {
        negotiate(request, response);
        const job = await epcis.capture.capture(caller, body, errorBehaviour(request));
        response.location(`${epcisRoot}/capture/${job._id.toHexString()}`);
        response.set('GS1-Capture-Error-Behaviour', job.captureErrorBehaviour);
      },
    }),
    route({
      method: 'get',
      path: `${epcisRoot}/capture`,
      tag: 'epcis',
      summary: 'Capture jobs, newest first',
      access: 'captures:read',
      query: pagedQuery,
      answer: captureJobsSchema,
      async handle({ caller, query, request }, response) {
        negotiate(request, response);
        const { perPage: limit, nextPageToken: cursor } = query;
        const page = await epcis.capture.listJobs(caller, { limit, cursor });
        if (page.nextCursor !== null) linkNext(request, response, page.nextCursor);
        return page.items.map(jobView);
      },
    }),
    route({
      method: 'get',
      path: `${epcisRoot}/capture/{captureID}`,
      tag: 'epcis',
      summary: 'One capture job: whether its events are stored',
      access: 'captures:read',
      params: byCaptureId,
      answer: captureJobSchema,
      async handle({ caller, params, request }, response) {
        negotiate(request, response);
        return jobView(await epcis.capture.getJob(caller, params.captureID));
      },
    }),
    route({
      method: 'get',
      path: `${epcisRoot}/events`,
      tag: 'epcis',
      summary: 'EPCIS events that fulfil all given parameters',
      access: 'events:read',
      query: eventsQuery,
      answer: queryDocumentSchema,
      async handle({ caller, query, request }, response) {
        negotiate(request, response);
        return answerEvents(caller, query, request, response);
      },
    }),
    route({
      method: 'post',
      path: `${epcisRoot}/events`,
      tag: 'epcis',
      summary: 'Capture one EPCIS event at once',
      access: 'events:create',
      status: 201,
      consumes: jsonTypes,
      body: eventBody,
      async handle({ caller, body, request }, response) {
        negotiate(request, response);
        const { eventId } = await epcis.capture.captureOne(caller, body);
        response.location(`${epcisRoot}/events/${encodeURIComponent(eventId)}`);
      },
    }),
    route({
      method: 'get',
      path: `${epcisRoot}/events/{eventID}`,
      tag: 'epcis',
      summary: 'One EPCIS event, with the declarations that it was wrong',
      access: 'events:read',
      params: byEventId,
      answer: queryDocumentSchema,
      async handle({ caller, params, request }, response) {
        negotiate(request, response);
        const events = await epcis.query.byId(caller, params.eventID);
        return queryDocument(events, { names: epcis.names, format: epcFormat(request), now: epcis.now() });
      },
    }),
    ...queryRoutes(epcis),
    ...Object.keys(discovery).flatMap((name) => discoveryRoutes(name as Discovery, epcis, answerEvents)),
  ];
}

function discoveryRoutes(
  name: Discovery,
  { resources }: EpcisUseCases,
  answerEvents: (
    caller: Caller,
    query: Filters,
    request: Request,
    response: Response,
  ) => Promise<ReturnType<typeof queryDocument>>,
): Route[] {
  const path = `${epcisRoot}/${name}`;
  return [
    route({
      method: 'get',
      path,
      tag: 'epcis',
      summary: `Values among the events: ${name}`,
      access: 'events:read',
      query: pagedQuery,
      answer: collectionSchema,
      async handle({ caller, query, request }, response) {
        negotiate(request, response);
        const page = await resources.values(caller, name, query);
        if (page.next !== undefined) linkNext(request, response, page.next);
        return collection(page.member);
      },
    }),
    route({
      method: 'get',
      path: `${path}/{value}`,
      tag: 'epcis',
      summary: `What there is below one value: ${name}`,
      access: 'events:read',
      params: byValue,
      answer: collectionSchema,
      async handle({ caller, params, request }, response) {
        negotiate(request, response);
        await resources.requireValue(caller, name, params.value);
        return collection(['events']);
      },
    }),
    route({
      method: 'get',
      path: `${path}/{value}/events`,
      tag: 'epcis',
      summary: `The events with one value: ${name}`,
      access: 'events:read',
      params: byValue,
      query: moreFilters,
      answer: queryDocumentSchema,
      async handle({ caller, params, query, request }, response) {
        negotiate(request, response);
        await resources.requireValue(caller, name, params.value);
        const { perPage, nextPageToken, ...given } = query;
        const below = resources.filterBelow(name, params.value, texts(given));
        return answerEvents(caller, { ...below, perPage, nextPageToken }, request, response);
      },
    }),
  ];
}

/** The tokens of pages are not kept here, so there is nothing to revoke. */
function refuseToForgetTokens(router: Router): void {
  router.delete(`${epcisRoot}/nextPageToken/:token`, () => {
    throw new NotImplemented('Tokens are not kept here; each lapses after an hour');
  });
}

/** Answers `OPTIONS` on every resource of the interface, and any method that a resource does not know. */
export function addEpcisOptions(router: Router, routes: readonly Route[]): void {
  refuseToForgetTokens(router);
  const ofPath = new Map<string, string[]>();
  for (const { method, path } of routes)
    if (path.startsWith(epcisRoot)) ofPath.set(path, [...(ofPath.get(path) ?? []), method.toUpperCase()]);
  for (const [path, methods] of ofPath) {
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    router
      .route(path.replaceAll(/\{(\w+)\}/g, ':$1'))
      .options((_request, response) => {
        describe(response, path, allowed);
        response.status(204).end();
      })
      .all((request, response) => {
        response.set('Allow', allowed.join(', '));
        throw new MethodNotAllowed(`${request.method} is not offered here`);
      });
  }
}
