export { type DivisionMap, divisionMapFile } from './map/schema.ts';
export type { PublicPassRate, PublicPassRates } from './pass-rates/public.ts';
export { assessmentRoutes } from './routes.ts';
export { type AssessmentService, createAssessmentService } from './service.ts';
