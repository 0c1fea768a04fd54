import type { Request } from 'express';
import { pageOf, pageQuery } from '../database/page.ts';
import { InvalidInput } from '../errors.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import {
  acknowledgeBody,
  createRuleBody,
  eventId,
  listWarningsQuery,
  resolveBody,
  ruleSchema,
  streamQuery,
  warningSchema,
} from './schema.ts';
import type { WarningsService } from './service.ts';

const tag = 'warnings';

export function warningsRoutes(warnings: WarningsService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/warning-rules',
      tag,
      summary: 'Warning rules that hold in your division, newest first',
      access: 'warning-rules:read',
      query: pageQuery,
      answer: pageOf(ruleSchema),
      handle: ({ caller, query }) => warnings.listRules(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-rules',
      tag,
      summary: 'Make a warning rule',
      access: 'warning-rules:create',
      status: 201,
      body: createRuleBody,
      answer: ruleSchema,
      handle: ({ caller, body }) => warnings.createRule(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-rules/{id}',
      tag,
      summary: 'One warning rule',
      access: 'warning-rules:read',
      params: byId,
      answer: ruleSchema,
      handle: ({ caller, params }) => warnings.getRule(caller, params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/warnings',
      tag,
      summary: 'Warnings, newest first',
      access: 'warnings:read',
      query: listWarningsQuery,
      answer: pageOf(warningSchema),
      handle: ({ caller, query }) => warnings.list(caller, query),
    }),
    // Before `{id}`, which would take the word for an id.
    route({
      method: 'get',
      path: '/api/v1/warnings/stream',
      tag,
      summary:
        'Server-sent events: each warning of your division as it changes; resumes after Last-Event-ID. Staff hear what of the platform does not work (event: platform)',
      access: 'warnings:read',
      query: streamQuery,
      produces: ['text/event-stream'],
      handle: async ({ caller, query, request }, response) =>
        warnings.openStream(caller, request, response, resumeAfter(request) ?? query.lastEventId),
    }),
    route({
      method: 'get',
      path: '/api/v1/warnings/{id}',
      tag,
      summary: 'One warning',
      access: 'warnings:read',
      params: byId,
      answer: warningSchema,
      handle: ({ caller, params }) => warnings.get(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/warnings/{id}/acknowledge',
      tag,
      summary: 'Take note of a warning: somebody is on it',
      access: 'warnings:acknowledge',
      params: byId,
      body: acknowledgeBody,
      answer: warningSchema,
      handle: ({ caller, params, body }) => warnings.acknowledge(caller, params.id, body.note),
    }),
    route({
      method: 'post',
      path: '/api/v1/warnings/{id}/resolve',
      tag,
      summary: 'End a warning with the measure taken',
      access: 'warnings:resolve',
      params: byId,
      body: resolveBody,
      answer: warningSchema,
      handle: ({ caller, params, body }) => warnings.resolve(caller, params.id, body.measure),
    }),
  ];
}

/** A browser that reconnects repeats the address it began with, so its header is newer than the query. */
function resumeAfter(request: Request): string | undefined {
  const header = request.get('last-event-id');
  if (header === undefined || header === '') return undefined;
  if (!eventId.safeParse(header).success)
    throw InvalidInput.field('/header/last-event-id', 'must be the id of an event of this stream');
  return header;
}
