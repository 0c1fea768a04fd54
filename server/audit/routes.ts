import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import { csvOf } from '../http/tables/csv.ts';
import { xlsxOf, xlsxType } from '../http/tables/xlsx.ts';
import { columns } from './export/rows.ts';
import {
  consistencyQuery,
  consistencySchema,
  entrySchema,
  entryWithLeafSchema,
  exportEntriesQuery,
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
      path: `${path}/export`,
      tag,
      summary: 'The history of one record as a table, the oldest change first',
      access: 'audit-log:read',
      query: exportEntriesQuery,
      produces: ['text/csv', xlsxType],
      async handle({ caller, query }, response) {
        const found = await audit.exportEntries(caller, query);
        const rows = [[...columns], ...found.map((row) => columns.map((column) => row[column]))];
        response.attachment(`${query.resource}-${query.record}.${query.form}`);
        if (query.form === 'csv') response.type('text/csv').send(csvOf(rows));
        else response.type(xlsxType).send(xlsxOf(query.resource.slice(0, 31), rows));
      },
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
