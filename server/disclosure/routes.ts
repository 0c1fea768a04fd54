import { pageOf, pageQuery } from '../database/page.ts';
import { InvalidInput } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { xlsxType } from '../http/tables/xlsx.ts';
import { writeCsv, writeJson, writeXlsx } from './download.ts';
import { datasetOf } from './rules/catalogue.ts';
import {
  datasetParams,
  downloadQuery,
  publicCertificateSchema,
  publicCertificatesQuery,
  publicProducerSchema,
  publicProducersQuery,
  rowSchema,
} from './schema.ts';
import type { Disclosure } from './service.ts';

const tag = 'disclosure';
const path = '/api/v1/public';

/** For anybody, without an account. */
export function disclosureRoutes(disclosure: Disclosure): Route[] {
  return [
    route({
      method: 'get',
      path: `${path}/open-data`,
      tag,
      summary: 'The catalogue of open data as DCAT 3 in JSON-LD: titles, license, update times and downloads',
      access: 'public',
      produces: ['application/ld+json'],
      async handle(_input, response) {
        response.type('application/ld+json').send(JSON.stringify(await disclosure.dcat()));
      },
    }),
    route({
      method: 'get',
      path: `${path}/open-data/{dataset}`,
      tag,
      summary: 'The rows of a dataset, newest records first; a test is as many rows as substances were tested',
      access: 'public',
      params: datasetParams,
      query: pageQuery,
      answer: pageOf(rowSchema),
      handle: ({ params, query }) => disclosure.rows(params.dataset, query),
    }),
    route({
      method: 'get',
      path: `${path}/open-data/{dataset}/download`,
      tag,
      summary: 'A whole dataset in one file, as CSV or JSON; published penalties and licences also as a workbook',
      access: 'public',
      params: datasetParams,
      query: downloadQuery,
      produces: ['text/csv', 'application/json', xlsxType],
      async handle({ params: { dataset }, query: { form } }, response) {
        const { forms, columns } = datasetOf(dataset);
        if (!forms.includes(form)) throw InvalidInput.field('/query/form', `must be one of ${forms.join(', ')}`);
        const rows = disclosure.allRows(dataset);
        response.attachment(`${dataset}.${form}`).type(form);
        if (form === 'json') return writeJson(rows, response);
        if (form === 'xlsx') return writeXlsx(rows, columns, response);
        return writeCsv(
          rows,
          columns.map(({ name }) => name),
          response,
        );
      },
    }),
    route({
      method: 'get',
      path: `${path}/producers`,
      tag,
      summary: 'Producers that are no smallholders, by words of their name',
      access: 'public',
      query: publicProducersQuery,
      answer: pageOf(publicProducerSchema),
      handle: ({ query }) => disclosure.findProducers(query),
    }),
    route({
      method: 'get',
      path: `${path}/certificates`,
      tag,
      summary: 'Certificates by number, holder or product, and how each stands today',
      access: 'public',
      query: publicCertificatesQuery,
      answer: pageOf(publicCertificateSchema),
      handle: ({ query }) => disclosure.findCertificates(query),
    }),
  ];
}
