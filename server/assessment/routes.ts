import type { Route } from '../http/route.ts';
import { gradeRoutes } from './grades/routes.ts';
import { mapRoutes } from './map/routes.ts';
import { overviewRoutes } from './overview/routes.ts';
import { passRateRoutes } from './pass-rates/routes.ts';
import { performanceRoutes } from './performance/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import type { AssessmentService } from './service.ts';

export function assessmentRoutes(assessment: AssessmentService): Route[] {
  return [
    ...passRateRoutes(assessment.passRates),
    ...gradeRoutes(assessment.grades),
    ...performanceRoutes(assessment.performance),
    ...reportRoutes(assessment.reports),
    ...overviewRoutes(assessment.overview),
    ...mapRoutes(assessment.map),
  ];
}
