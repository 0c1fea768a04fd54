import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import type { TestingService } from '../service.ts';
import { listTestReportsQuery, testReportSchema } from './schema.ts';

export function testReportRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/test-reports',
      tag: 'testing',
      summary: 'Test reports 检验检测报告, newest first',
      access: 'test-reports:read',
      query: listTestReportsQuery,
      answer: pageOf(testReportSchema),
      handle: ({ caller, query }) => testing.listTestReports(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/test-reports/{id}',
      tag: 'testing',
      summary: 'One report with all it says',
      access: 'test-reports:read',
      params: byId,
      answer: testReportSchema,
      handle: ({ caller, params }) => testing.getTestReport(caller, params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/test-reports/{id}/report.pdf',
      tag: 'testing',
      summary: 'The report as a paper',
      access: 'test-reports:read',
      params: byId,
      produces: ['application/pdf'],
      async handle({ caller, params }, response) {
        const { number, pdf } = await testing.testReportPdf(caller, params.id);
        response
          .set({ 'Content-Disposition': `inline; filename="${number}.pdf"`, 'Cache-Control': 'no-store' })
          .type('application/pdf')
          .send(pdf);
      },
    }),
  ];
}
