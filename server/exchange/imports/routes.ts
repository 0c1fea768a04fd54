import { readBody } from '../../http/raw-body.ts';
import { type Route, route } from '../../http/route.ts';
import { xlsxType } from '../../http/tables/xlsx.ts';
import { registerImportQuery, registerImportSchema } from './schema.ts';
import type { RegisterImports } from './service.ts';

/** Bytes. */
const largestTable = 5_000_000;

export function registerImportRoutes(imports: RegisterImports): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/register-imports',
      tag: 'exchange',
      summary: 'Load a register from a table: a report of each row first, then, by its digest, all of them or none',
      access: 'register-imports:create',
      query: registerImportQuery,
      consumes: ['text/csv', xlsxType, 'application/octet-stream'],
      answer: registerImportSchema,
      handle: async ({ caller, query, request }) =>
        imports.importRegister(caller, query, await readBody(request, largestTable)),
    }),
  ];
}
