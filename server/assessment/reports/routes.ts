import { type Route, route } from '../../http/route.ts';
import { monthlyReportQuery } from './schema.ts';
import type { Reports } from './service.ts';

export function reportRoutes(reports: Reports): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/monthly-reports/report.pdf',
      tag: 'assessment',
      summary:
        'Monthly report 月报 of a division as PDF: pass rates with intervals, league table, grades and risks, with charts; of any past day, as known then or as known now',
      access: 'assessment-figures:read',
      query: monthlyReportQuery,
      produces: ['application/pdf'],
      async handle({ caller, query }, response) {
        const { name, pdf } = await reports.monthlyReport(caller, query);
        response
          .set({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' })
          .type('application/pdf')
          .send(pdf);
      },
    }),
  ];
}
