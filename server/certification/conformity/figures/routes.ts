import { pageOf } from '../../../database/page.ts';
import { type Route, route } from '../../../http/route.ts';
import { xlsxOf, xlsxType } from '../../../http/tables/xlsx.ts';
import { figuresPageQuery, figuresQuery, figuresSchema } from './schema.ts';
import type { createFigures } from './service.ts';
import { figuresTable } from './table.ts';

const tag = 'certification';

export function figuresRoutes({ figures, allFigures }: ReturnType<typeof createFigures>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/conformity-certificates/figures',
      tag,
      summary: 'Certificates issued and batches without one, by county, town or producer, in a period',
      access: 'conformity-certificates:read',
      query: figuresPageQuery,
      answer: pageOf(figuresSchema),
      handle: ({ caller, query }) => figures(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/conformity-certificates/figures.xlsx',
      tag,
      summary: 'The same figures as a workbook',
      access: 'conformity-certificates:read',
      query: figuresQuery,
      produces: [xlsxType],
      async handle({ caller, query }, response) {
        const table = figuresTable(await allFigures(caller, query));
        response.attachment('conformity-certificates.xlsx').type(xlsxType).send(xlsxOf('承诺达标合格证', table));
      },
    }),
  ];
}
