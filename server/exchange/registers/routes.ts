import { type Route, route } from '../../http/route.ts';
import { xlsxType } from '../../http/tables/xlsx.ts';
import { exportQuery } from './schema.ts';
import type { Registers } from './service.ts';

export function registerRoutes(registers: Registers): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/register-exports',
      tag: 'exchange',
      summary: 'A whole register as CSV or as a workbook for Excel: what you may see of it, masked as you see it',
      access: 'register-exports:read',
      query: exportQuery,
      produces: ['text/csv', xlsxType],
      async handle({ caller, query: { register, format } }, response) {
        const table = format === 'csv' ? await registers.csv(caller, register) : await registers.xlsx(caller, register);
        response
          .set({
            'Content-Disposition': `attachment; filename="${register}.${format}"`,
            'Cache-Control': 'no-store',
          })
          .type(format === 'csv' ? 'text/csv' : xlsxType)
          .send(table);
      },
    }),
  ];
}
