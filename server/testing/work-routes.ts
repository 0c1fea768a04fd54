import { readBody } from '../http/raw-body.ts';
import { type Route, route } from '../http/route.ts';
import { headingsOf } from '../http/tables/headings.ts';
import { inWords } from '../http/tables/row-problems.ts';
import { resultTable } from './result-imports/columns.ts';
import { resultImportQuery, resultImportSchema } from './result-imports/schema.ts';
import { workListQuery, workListSchema } from './schema.ts';
import type { TestingService } from './service.ts';

const tables = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
const largestTable = 5_000_000;

/** What an analyst has to do, and many results at once. */
export function workRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/work-list',
      tag: 'testing',
      summary: 'Open tests of an analyst, or those that wait for one; the longest waiting first',
      access: 'samples:enter-result',
      query: workListQuery,
      answer: workListSchema,
      handle: ({ caller, query }) => testing.workList(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/result-imports',
      tag: 'testing',
      summary:
        'Results from a table: first without `digest` for a report line by line, then with the digest of that report',
      description: `A workbook (.xlsx, first sheet) or CSV in UTF-8 or GB 18030, at most ${resultTable.mostRows} rows, with these headings in its first line:\n\n${headingsOf(resultTable)}`,
      access: 'samples:enter-result',
      query: resultImportQuery,
      consumes: tables,
      answer: resultImportSchema,
      handle: async ({ caller, query, request }) =>
        inWords(await testing.importResults(caller, query, await readBody(request, largestTable))),
    }),
  ];
}
