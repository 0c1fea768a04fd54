import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import {
  consistencyQuery,
  consistencySchema,
  entrySchema,
  entryWithLeafSchema,
  inclusionQuery,
  inclusionSchema,
  listEntriesQuery,
} from './schema.ts';
import type { AuditService } from './service.ts';

const tag = 'audit';
const path = '/api/v1/audit-log';

/** The log's entries are for auditors; its checkpoints and proofs hold nothing personal and are for everybody. */
export function auditRoutes(audit: AuditService): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Changes of records, newest first',
      access: 'audit-log:read',
      query: listEntriesQuery,
      answer: pageOf(entrySchema),
      handle: ({ caller, query }) => audit.listEntries(caller, query),
    }),
    route({
      method: 'get',
      path: `${path}/checkpoint`,
      tag,
      summary: "The log's newest signed checkpoint (C2SP tlog-checkpoint)",
      access: 'public',
      produces: ['text/plain'],
      async handle(_input, response) {
        response.type('text/plain').send(await audit.checkpoint());
      },
    }),
    route({
      method: 'get',
      path: `${path}/key`,
      tag,
      summary: 'The keys that open checkpoints, one a line, the one in use first (C2SP signed-note verifier keys)',
      access: 'public',
      produces: ['text/plain'],
      async handle(_input, response) {
        response.type('text/plain').send(
          audit
            .verifierKeys()
            .map((key) => `${key}\n`)
            .join(''),
        );
      },
    }),
    route({
      method: 'get',
      path: `${path}/inclusion`,
      tag,
      summary: 'Proof that an entry stands in the log',
      access: 'public',
      query: inclusionQuery,
      answer: inclusionSchema,
      handle: ({ query }) => audit.inclusion(query.index, query.size),
    }),
    route({
      method: 'get',
      path: `${path}/consistency`,
      tag,
      summary: 'Proof that the log only grew between two sizes',
      access: 'public',
      query: consistencyQuery,
      answer: consistencySchema,
      handle: ({ query }) => audit.consistency(query.first, query.second),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One change, with its leaf',
      access: 'audit-log:read',
      params: byId,
      answer: entryWithLeafSchema,
      handle: ({ caller, params }) => audit.getEntry(caller, params.id),
    }),
  ];
}
