export type { TestingDependencies } from './dependencies.ts';
export { type RapidTestRecord, type SampleRecord, testingModels } from './model.ts';
export type { RapidResult } from './rapid-tests.ts';
export { addReportPages } from './reports/pages.ts';
export type { PublishedVerdict, VerdictQuery } from './reports/published-verdicts.ts';
export { testingRoutes } from './routes.ts';
export { publicResult } from './rules/public-report.ts';
export { createTestingService, type TestingService } from './service.ts';
export { type RapidTestView, rapidTestView, type SampleView, sampleView } from './view.ts';
