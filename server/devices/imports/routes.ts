import { readBody } from '../../http/raw-body.ts';
import { type Route, route } from '../../http/route.ts';
import { importQuery, importReportSchema } from './schema.ts';
import type { DeviceImports } from './service.ts';

const largestTable = 1_000_000;

export function importRoutes(imports: DeviceImports): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/device-imports',
      tag: 'devices',
      summary: 'Register many devices from a table in CSV: a report first, then, by its digest, all of them or none',
      access: 'devices:create',
      query: importQuery,
      consumes: ['text/csv'],
      answer: importReportSchema,
      handle: async ({ caller, query, request }) =>
        imports.importDevices(caller, await readBody(request, largestTable), query.digest),
    }),
  ];
}
