import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
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
const step = stepsOf({ path: '/api/v1/case-evidence', tag, answer: evidenceSchema });

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
