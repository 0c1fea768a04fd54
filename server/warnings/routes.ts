import type { Request } from 'express';
import { z } from 'zod';
import { pageOf } from '../database/page.ts';
import { InvalidInput } from '../errors.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import { dryRunRoutes } from './dry-run/routes.ts';
import { transitions, type WarningVerb } from './lifecycle.ts';
import { qualityRoutes } from './quality/routes.ts';
import {
  acknowledgeAllBody,
  acknowledgeBody,
  acknowledgedSchema,
  closeBody,
  createRuleBody,
  dismissBody,
  eventId,
  followUpBody,
  handleBody,
  listRulesQuery,
  listWarningsQuery,
  recurrencesSchema,
  resolveBody,
  ruleJsonSchema,
  ruleSchema,
  streamQuery,
  supersedeRuleBody,
  switchRuleBody,
  warningSchema,
  withdrawBody,
} from './schema.ts';
import type { WarningsService } from './service.ts';
import { silenceRoutes } from './silences/routes.ts';
import { taskRoutes } from './tasks/routes.ts';

const tag = 'warnings';

export function warningsRoutes(warnings: WarningsService): Route[] {
  const step = <Given>(
    verb: WarningVerb,
    summary: string,
    body: z.ZodType<Given>,
    noteOf: (given: Given) => string | undefined,
  ): Route =>
    route({
      method: 'post',
      path: `/api/v1/warnings/{id}/${verb}`,
      tag,
      summary,
      access: transitions[verb].permission,
      params: byId,
      body,
      answer: warningSchema,
      handle: (request) => warnings.take(request.caller, request.params.id, verb, noteOf(request.body)),
    });

  return [
    route({
      method: 'get',
      path: '/api/v1/warning-rules',
      tag,
      summary: 'Warning rules that hold in your division, newest first',
      access: 'warning-rules:read',
      query: listRulesQuery,
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
    // Before `{id}`, which would take the word for an id.
    route({
      method: 'get',
      path: '/api/v1/warning-rules/schema',
      tag,
      summary: 'JSON Schema of a warning rule: a form for each kind',
      access: 'warning-rules:read',
      answer: z.looseObject({}),
      handle: async () => ruleJsonSchema() as Record<string, unknown>,
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-rules/{id}/supersede',
      tag,
      summary: 'Put another version in the place of a rule, with the reason; answers with the new version',
      access: 'warning-rules:supersede',
      params: byId,
      body: supersedeRuleBody,
      answer: ruleSchema,
      handle: ({ caller, params, body }) => warnings.supersedeRule(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-rules/{id}/switch-off',
      tag,
      summary: 'Switch a rule off, with the reason; what it has found ends as a condition',
      access: 'warning-rules:switch',
      params: byId,
      body: switchRuleBody,
      answer: ruleSchema,
      handle: ({ caller, params, body }) => warnings.switchRule(caller, params.id, 'switch-off', body.reason),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-rules/{id}/switch-on',
      tag,
      summary: 'Switch a rule on again',
      access: 'warning-rules:switch',
      params: byId,
      body: switchRuleBody,
      answer: ruleSchema,
      handle: ({ caller, params, body }) => warnings.switchRule(caller, params.id, 'switch-on', body.reason),
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
    // Before `{id}`, which would take the words for an id.
    ...qualityRoutes(warnings),
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
      path: '/api/v1/warnings/acknowledge',
      tag,
      summary: 'Take note of several warnings at once; the answer says of each whether it was, and why not',
      access: 'warnings:acknowledge',
      body: acknowledgeAllBody,
      answer: acknowledgedSchema,
      handle: async ({ caller, body }) => ({ items: await warnings.acknowledgeAll(caller, body.ids, body.note) }),
    }),
    step('acknowledge', 'Take note of a warning: somebody is on it', acknowledgeBody, ({ note }) => note),
    step('withdraw-acknowledgement', 'Take back an acknowledgement, soon after it', withdrawBody, () => undefined),
    step('handle', 'Take a warning in hand: work on it has begun', handleBody, ({ note }) => note),
    step('resolve', 'End a warning with the measure taken', resolveBody, ({ measure }) => measure),
    step('dismiss', 'Call it a false alarm; that counts against its rule', dismissBody, ({ reason }) => reason),
    route({
      method: 'post',
      path: '/api/v1/warnings/{id}/follow-ups',
      tag,
      summary: 'Add what became known later, with a reclassification up or down',
      access: 'warnings:follow-up',
      params: byId,
      body: followUpBody,
      answer: warningSchema,
      handle: ({ caller, params, body }) => warnings.followUp(caller, params.id, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/warnings/{id}/recurrences',
      tag,
      summary: 'Earlier warnings of the same producer, hazard and origin, within a year',
      access: 'warnings:read',
      params: byId,
      answer: recurrencesSchema,
      handle: ({ caller, params }) => warnings.recurrences(caller, params.id),
    }),
    ...taskRoutes(warnings.tasks),
    ...silenceRoutes(warnings.silences),
    ...dryRunRoutes(warnings.dryRuns),
    step(
      'close',
      'Close a resolved warning; where its condition still holds, it opens anew',
      closeBody,
      ({ note }) => note,
    ),
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
