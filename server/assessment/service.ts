import type { Context } from '../context.ts';
import type { AssessmentDependencies } from './dependencies.ts';
import { createFactStore } from './figures/store.ts';
import { createGrades } from './grades/service.ts';
import { createOverview } from './overview/service.ts';
import { createPassRateWatch } from './pass-rate-watch/service.ts';
import { createPublicPassRates } from './pass-rates/public.ts';
import { createPassRates } from './pass-rates/service.ts';
import { createPerformance } from './performance/service.ts';
import { createReports } from './reports/service.ts';

/** 评估: figures made of what the other elements have recorded. */
export function createAssessmentService(context: Context, deps: AssessmentDependencies) {
  const facts = createFactStore(context, deps.facts);
  const passRates = createPassRates(context, deps, facts);
  const grades = createGrades(context, deps, facts);
  const performance = createPerformance(context, deps, facts);
  const reports = createReports(context, deps, { passRates, performance, grades });
  const passRateWatch = createPassRateWatch(context, deps, facts);
  const publicPassRates = createPublicPassRates(facts);
  return {
    passRateWatch,
    passRates,
    publicPassRates,
    grades,
    performance,
    reports,
    overview: createOverview(context, deps, facts),
    map: deps.map,
  };
}

export type AssessmentService = ReturnType<typeof createAssessmentService>;
