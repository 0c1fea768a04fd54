import { pageOf, pageQuery } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { readBody } from '../../http/raw-body.ts';
import { type Route, route } from '../../http/route.ts';
import { xlsxType } from '../../http/tables/xlsx.ts';
import {
  registerImportQuery,
  registerImportRowSchema,
  registerImportRowsQuery,
  registerImportSchema,
} from './schema.ts';
import type { RegisterImports } from './service.ts';

/** Bytes. */
const largestTable = 20_000_000;

const tag = 'exchange';
const path = '/api/v1/register-imports';

export function registerImportRoutes(imports: RegisterImports): Route[] {
  return [
    route({
      method: 'post',
      path,
      tag,
      summary: 'Have a table tried that is to be loaded into a register: what would become of each row',
      access: 'register-imports:create',
      status: 201,
      query: registerImportQuery,
      consumes: ['text/csv', xlsxType, 'application/octet-stream'],
      answer: registerImportSchema,
      handle: async ({ caller, query, request }) =>
        imports.create(caller, query.register, await readBody(request, largestTable)),
    }),
    route({
      method: 'get',
      path,
      tag,
      summary: 'Tables that are or were loaded into registers, newest first',
      access: 'register-imports:read',
      query: pageQuery,
      answer: pageOf(registerImportSchema),
      handle: ({ caller, query }) => imports.list(caller, query),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'How far a table is',
      access: 'register-imports:read',
      params: byId,
      answer: registerImportSchema,
      handle: ({ caller, params }) => imports.get(caller, params.id),
    }),
    route({
      method: 'get',
      path: `${path}/{id}/rows`,
      tag,
      summary: 'What became of each row of a table, or would',
      access: 'register-imports:read',
      params: byId,
      query: registerImportRowsQuery,
      answer: pageOf(registerImportRowSchema),
      handle: ({ caller, params, query }) => imports.listRows(caller, params.id, query),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/store`,
      tag,
      summary: 'Store a table that was tried without a bad row',
      access: 'register-imports:store',
      params: byId,
      answer: registerImportSchema,
      handle: ({ caller, params }) => imports.store(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/cancel`,
      tag,
      summary: 'End the loading of a table; parts that are stored stay',
      access: 'register-imports:cancel',
      params: byId,
      answer: registerImportSchema,
      handle: ({ caller, params }) => imports.cancel(caller, params.id),
    }),
  ];
}
