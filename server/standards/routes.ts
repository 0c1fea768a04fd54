import { z } from 'zod';
import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { readBody } from '../http/raw-body.ts';
import { type Route, route } from '../http/route.ts';
import { csvOf } from '../http/tables/csv.ts';
import { headingsOf } from '../http/tables/headings.ts';
import { inWords } from '../http/tables/row-problems.ts';
import { xlsxOf, xlsxType } from '../http/tables/xlsx.ts';
import { editionTables } from './imports/tables.ts';
import {
  applicableLimitSchema,
  applicableLimitsQuery,
  categorySchema,
  compareStandardsQuery,
  createProductBody,
  exportStandardQuery,
  importReportSchema,
  importStandardQuery,
  limitSchema,
  listLimitsQuery,
  listProductsQuery,
  listStandardsQuery,
  productSchema,
  standardChangeSchema,
  standardChangesQuery,
  standardComparisonSchema,
  standardSchema,
} from './schema.ts';
import type { StandardsService } from './service.ts';

const tables = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];
/** Bytes. GB 2763-2026 whole is some 2 MB as CSV. */
const largestTable = 20_000_000;

const describedTables = `A workbook (.xlsx, first sheet) or CSV in UTF-8 or GB 18030, with headings in its first line. An export of the same kind (\`GET /api/v1/standards/export\`) is a template.

${editionTables.map(({ kinds, form }) => `${kinds.map((kind) => `\`${kind}\``).join(', ')}:\n\n${headingsOf(form)}`).join('\n\n')}

Foods are the names or codes of \`GET /api/v1/standards/classification\`; 叶菜类蔬菜（芹菜除外） leaves one out. An asterisk after a limit marks a temporary one, 豁免 in its place an exempt substance.`;

export function standardsRoutes(standards: StandardsService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/products',
      tag: 'standards',
      summary: 'Products, newest first; `category` takes all that is filed under it',
      access: 'products:read',
      query: listProductsQuery,
      answer: pageOf(productSchema),
      handle: ({ query }) => standards.listProducts(query),
    }),
    route({
      method: 'post',
      path: '/api/v1/products',
      tag: 'standards',
      summary: 'Register a product under a food of the classification',
      access: 'products:create',
      status: 201,
      body: createProductBody,
      answer: productSchema,
      handle: ({ caller, body }) => standards.createProduct(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/products/{id}',
      tag: 'standards',
      summary: 'One product',
      access: 'products:read',
      params: byId,
      answer: productSchema,
      handle: ({ params }) => standards.getProduct(params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/limits',
      tag: 'standards',
      summary:
        'Maximum residue limits, banned and exempt substances; `substance` is a Chinese or English name or a CAS number',
      access: 'limits:read',
      query: listLimitsQuery,
      answer: pageOf(limitSchema),
      handle: ({ query }) => standards.listLimits(query),
    }),
    route({
      method: 'get',
      path: '/api/v1/limits/applicable',
      tag: 'standards',
      summary:
        'What applies to a product or food on a day of sampling: clause, level, version, what was passed over, why',
      access: 'limits:read',
      query: applicableLimitsQuery,
      answer: pageOf(applicableLimitSchema),
      handle: ({ query }) => standards.applicableLimits(query),
    }),
    route({
      method: 'get',
      path: '/api/v1/limits/{id}',
      tag: 'standards',
      summary: 'One limit or ban',
      access: 'limits:read',
      params: z.object({ id: z.string().regex(/^[\p{L}\p{N}._-]{1,120}$/u, 'must be the id of a limit') }),
      answer: limitSchema,
      handle: ({ params }) => standards.getLimit(params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/standards',
      tag: 'standards',
      summary: 'The editions loaded, with their days in force',
      access: 'standards:read',
      query: listStandardsQuery,
      answer: z.object({ items: z.array(standardSchema), nextCursor: z.null() }).meta({ id: 'StandardPage' }),
      handle: async ({ query }) => ({ items: await standards.editions(query), nextCursor: null }),
    }),
    route({
      method: 'post',
      path: '/api/v1/standards/imports',
      tag: 'standards',
      summary:
        'Load an edition of limits, banned substances, substances or foods: first without `digest` for a report, then with the digest of that report',
      description: describedTables,
      access: 'standards:import',
      query: importStandardQuery,
      consumes: tables,
      answer: importReportSchema,
      handle: async ({ caller, query, request }) =>
        inWords(await standards.importStandard(caller, query, await readBody(request, largestTable))),
    }),
    route({
      method: 'get',
      path: '/api/v1/standards/export',
      tag: 'standards',
      summary: 'The rows of an edition as the table that loads them again',
      access: 'standards:read',
      query: exportStandardQuery,
      produces: ['text/csv', xlsxType],
      async handle({ query }, response) {
        const rows = await standards.exportStandard(query);
        response.attachment(`${query.code}.${query.form}`);
        if (query.form === 'csv') response.type('text/csv').send(csvOf(rows));
        else response.type(xlsxType).send(xlsxOf(query.code.slice(0, 31), rows));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/standards/comparison',
      tag: 'standards',
      summary: 'What one version of a standard says otherwise than another',
      access: 'standards:read',
      query: compareStandardsQuery,
      answer: standardComparisonSchema,
      handle: ({ query }) => standards.compareVersions(query),
    }),
    route({
      method: 'get',
      path: '/api/v1/standards/comparison/changes',
      tag: 'standards',
      summary: 'All that one version says otherwise than another, row by row: removed, changed, added',
      access: 'standards:read',
      query: standardChangesQuery,
      answer: pageOf(standardChangeSchema),
      handle: ({ query }) => standards.listChanges(query),
    }),
    route({
      method: 'get',
      path: '/api/v1/standards/classification',
      tag: 'standards',
      summary: 'The classification of foods, each with its parent',
      access: 'standards:read',
      answer: z.object({ items: z.array(categorySchema), nextCursor: z.null() }).meta({ id: 'FoodCategoryPage' }),
      handle: async () => ({ items: await standards.categories(), nextCursor: null }),
    }),
  ];
}
