import { type Route, route } from '../../http/route.ts';
import { xlsxType } from '../../http/tables/xlsx.ts';
import {
  leagueAnswer,
  leagueQuery,
  performanceRecordsAnswer,
  performanceRecordsQuery,
  performanceSchemesAnswer,
  trendAnswer,
  trendQuery,
} from './schema.ts';
import type { Performance } from './service.ts';
import { leagueWorkbook } from './workbook.ts';

const tag = 'assessment';
const access = 'assessment-figures:read';

export function performanceRoutes(performance: Performance): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/performance/schemes',
      tag,
      summary: 'What counties and towns are measured by 考核指标: formula and weight of each indicator; all versions',
      access,
      answer: performanceSchemesAnswer,
      handle: () => performance.schemes(),
    }),
    route({
      method: 'get',
      path: '/api/v1/performance',
      tag,
      summary:
        'League table 考核排名 of counties or towns for a month, quarter or year; of any past day, as known then or as known now',
      access,
      query: leagueQuery,
      answer: leagueAnswer,
      handle: ({ caller, query }) => performance.leagueTable(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/performance/trend',
      tag,
      summary: 'The figures of one division, period by period, the oldest first',
      access,
      query: trendQuery,
      answer: trendAnswer,
      handle: ({ caller, query }) => performance.trend(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/performance/records',
      tag,
      summary:
        'The records that a figure of the league table counts, above the line, below it, or missed; newest first',
      access,
      query: performanceRecordsQuery,
      answer: performanceRecordsAnswer,
      handle: ({ caller, query }) => performance.records(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/performance/workbook.xlsx',
      tag,
      summary: 'The league table as a workbook for Excel, with the formulas on a second sheet',
      access,
      query: leagueQuery,
      produces: [xlsxType],
      async handle({ caller, query }, response) {
        const workbook = await leagueWorkbook(await performance.leagueWithScheme(caller, query));
        response
          .set({ 'Content-Disposition': 'attachment; filename="performance.xlsx"', 'Cache-Control': 'no-store' })
          .type(xlsxType)
          .send(workbook);
      },
    }),
  ];
}
