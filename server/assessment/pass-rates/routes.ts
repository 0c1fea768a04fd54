import { type Route, route } from '../../http/route.ts';
import { xlsxType } from '../../http/tables/xlsx.ts';
import {
  passRatesAnswer,
  passRatesQuery,
  riskRankingAnswer,
  riskRankingQuery,
  verdictRecordsAnswer,
  verdictRecordsQuery,
} from './schema.ts';
import type { PassRates } from './service.ts';
import { passRateWorkbook } from './workbook.ts';

const tag = 'assessment';
const access = 'assessment-figures:read';

export function passRateRoutes(passRates: PassRates): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/pass-rates',
      tag,
      summary:
        'Pass rates 合格率 of published tests with their 95 % interval, by division, product, period and kind of plan; of any past day, as known then or as known now',
      access,
      query: passRatesQuery,
      answer: passRatesAnswer,
      handle: ({ caller, query }) => passRates.passRates(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/pass-rates/records',
      tag,
      summary: 'The published reports that a pass rate or a risk is made of, newest first',
      access,
      query: verdictRecordsQuery,
      answer: verdictRecordsAnswer,
      handle: ({ caller, query }) => passRates.verdictRecords(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/pass-rates/workbook.xlsx',
      tag,
      summary: 'The same pass rates as a workbook for Excel',
      access,
      query: passRatesQuery,
      produces: [xlsxType],
      async handle({ caller, query }, response) {
        const workbook = await passRateWorkbook(await passRates.passRateTable(caller, query));
        response
          .set({ 'Content-Disposition': 'attachment; filename="pass-rates.xlsx"', 'Cache-Control': 'no-store' })
          .type(xlsxType)
          .send(workbook);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/risk-ranking',
      tag,
      summary:
        'Product × substance 风险排序, by the share that is surely above the limit, then by the share that was quantified',
      access,
      query: riskRankingQuery,
      answer: riskRankingAnswer,
      handle: ({ caller, query }) => passRates.riskRanking(caller, query),
    }),
  ];
}
