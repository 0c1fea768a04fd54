import type { z } from 'zod';
import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import {
  createEvidenceBody,
  emptyBody,
  evidenceSchema,
  handOverBody,
  holdBody,
  listEvidenceQuery,
  reasonBody,
  releaseBody,
} from './schema.ts';
import type { EvidenceService } from './service.ts';

const tag = 'enforcement';

function step<Body extends z.ZodType>(
  verb: string,
  summary: string,
  access: Permission,
  body: Body,
  handle: (caller: Caller, id: string, body: z.output<Body>) => Promise<z.input<typeof evidenceSchema>>,
): Route {
  return route({
    method: 'post',
    path: `/api/v1/case-evidence/{id}/${verb}`,
    tag,
    summary,
    access,
    params: byId,
    body,
    answer: evidenceSchema,
    handle: (input) => handle(input.caller as Caller, input.params.id, input.body as z.output<Body>),
  });
}

export function evidenceRoutes(evidence: EvidenceService['published']): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/case-evidence',
      tag,
      summary: 'Evidence of cases, newest first; `?held=true` what is preserved, sealed or seized now',
      access: 'case-evidence:read',
      query: listEvidenceQuery,
      answer: pageOf(evidenceSchema),
      handle: ({ caller, query }) => evidence.listEvidence(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/case-evidence',
      tag,
      summary: "Take up a piece of evidence; by one of the case's officers",
      access: 'case-evidence:create',
      status: 201,
      body: createEvidenceBody,
      answer: evidenceSchema,
      handle: ({ caller, body }) => evidence.createEvidence(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/case-evidence/{id}',
      tag,
      summary: 'One piece of evidence, with its chain of custody',
      access: 'case-evidence:read',
      params: byId,
      answer: evidenceSchema,
      handle: ({ caller, params }) => evidence.getEvidence(caller, params.id),
    }),
    step('hand-over', 'Somebody else keeps it from now on', 'case-evidence:create', handOverBody, evidence.handOver),
    step(
      'hold',
      'Register and preserve it (7 working days), or seal or seize it (30 days); decided by the head',
      'case-evidence:hold',
      holdBody,
      evidence.hold,
    ),
    step(
      'pause',
      'It is tested: that time does not count',
      'case-evidence:create',
      reasonBody,
      (caller, id, { reason }) => evidence.pause(caller, id, reason),
    ),
    step('resume', 'The test is over: the term runs on', 'case-evidence:create', emptyBody, evidence.resume),
    step(
      'extend',
      'Sealing or seizure goes on for thirty days more, once, with the reason',
      'case-evidence:hold',
      reasonBody,
      (caller, id, { reason }) => evidence.extend(caller, id, reason),
    ),
    step('release', 'It is held no more, and what becomes of it', 'case-evidence:hold', releaseBody, evidence.release),
  ];
}
