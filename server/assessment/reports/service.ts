import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { printPdf } from '../../documents/index.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AssessmentDependencies } from '../dependencies.ts';
import { within } from '../figures/reach.ts';
import type { Grades } from '../grades/service.ts';
import { passRatesQuery } from '../pass-rates/schema.ts';
import type { PassRates } from '../pass-rates/service.ts';
import type { Performance } from '../performance/service.ts';
import { grades as allGrades } from '../rules/grade.ts';
import { periodsUntil } from '../rules/performance.ts';
import { boundsOf, periodOf } from '../rules/period.ts';
import { monthlyReport, planNames } from './paper.ts';
import type { monthlyReportQuery } from './schema.ts';

type Query = z.output<typeof monthlyReportQuery>;

const monthsShown = 12;
const risksShown = 10;

/** 月报 as PDF: the same figures as the lists give, of any past month and day. */
export function createReports(
  context: Context,
  { divisions }: Pick<AssessmentDependencies, 'divisions'>,
  { passRates, performance, grades }: { passRates: PassRates; performance: Performance; grades: Grades },
) {
  return {
    /** @throws InvalidInput for a division that is not the caller's to know */
    async monthlyReport(caller: Caller, query: Query): Promise<{ name: string; pdf: Buffer }> {
      const now = context.clock();
      const division = query.division ?? caller.divisionCode;
      if (!divisions.has(division) || !within(caller)(division))
        throw InvalidInput.field('/query/division', 'is not a division of yours');
      const month = query.month ?? periodsUntil(periodOf(now, 'month'), 2)[0] ?? periodOf(now, 'month');
      const asked = { asOf: query.asOf, knowledge: query.knowledge, division };
      const { level, code } = divisions.get(division);
      const below = level === 'city' ? 'county' : 'town';
      const { from, to } = boundsOf(month);
      const months = periodsUntil(month, monthsShown);
      const rates = await passRates.passRateTable(
        caller,
        passRatesQuery.parse({
          ...asked,
          level: below,
          by: 'division,plan-kind',
          from: from.toISOString(),
          to: to.toISOString(),
        }),
      );
      const monthly = await passRates.passRateTable(
        caller,
        passRatesQuery.parse({
          ...asked,
          by: 'period,plan-kind',
          period: 'month',
          from: boundsOf(months[0] ?? month).from.toISOString(),
          to: to.toISOString(),
        }),
      );
      const league = await performance.leagueWithScheme(caller, { ...asked, period: month, level: below });
      const trend = await performance.trend(caller, { ...asked, period: month, periods: monthsShown });
      const risks = await passRates.riskRanking(caller, {
        ...asked,
        from: from.toISOString(),
        to: to.toISOString(),
        limit: risksShown,
      });
      const counts = await grades.countGrades(caller, division, query.knowledge === 'then' ? rates.asOf : undefined);
      const shareOf = (planKind: string, period: string) =>
        monthly.items.find((item) => item.planKind === planKind && item.period === period)?.share ?? null;
      const figures = {
        month,
        division: { code, name: divisions.nameOf(division) },
        asOf: rates.asOf,
        knowledge: query.knowledge,
        rates: rates.items,
        rateTrend: {
          labels: months.map((each) => each.slice(2)),
          lines: Object.keys(planNames).map((planKind) => ({
            planKind,
            points: months.map((each) => shareOf(planKind, each)),
          })),
        },
        league: league.items,
        indicators: league.scheme.indicators,
        scoreTrend: {
          labels: months.map((each) => each.slice(2)),
          points: trend.items.map(({ score }) => (score === null ? null : score / 100)),
        },
        risks: risks.items,
        grades: allGrades.map((grade) => ({ grade, count: counts.get(grade) ?? 0 })),
        source: league.scheme.source,
      };
      return { name: `${code}-${month}.pdf`, pdf: await printPdf(monthlyReport(figures, now)) };
    },
  };
}

export type Reports = ReturnType<typeof createReports>;
